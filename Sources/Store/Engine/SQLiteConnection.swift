import CSQLite
import GRDB

/// One access to a GRDB database: runs SQL and hands rows over in the store's own types.
///
/// Statements come from GRDB's cache and are stepped here, because text has to be read by its length: GRDB reads
/// it up to the first NUL, and what stands behind one would escape `verify`.
final class SQLiteConnection: Connection {
  let database: Database
  let path: String
  var schemaVersion = 0
  /// Its commit was refused, and may be there all the same once all have left.
  var isInDoubt = false

  /// Statements of this transaction. GRDB has a cache too, which looks at every byte of a text to find it.
  private var statements: [SQLText: Statement] = [:]

  private struct SQLText: Hashable {
    let text: String

    func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
  }

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  func forEachRow(_ sql: String, _ arguments: [Value], _ body: (Row) throws -> Void) throws {
    let statement = try prepared(sql)
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    try bind(arguments, to: handle, sql)
    var columns: [String]?
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_DONE: return
      case SQLITE_ROW:
        let names = columns ?? names(of: statement)
        columns = names
        try body(Row(columns: names, values: values(of: handle, count: names.count), source: sql))
      case let code:
        throw SQLiteErrors.last(code, of: database.sqliteConnection, path)
      }
    }
  }

  func forEachPart(of column: String, in table: String, rowid: Int, _ body: ([UInt8]) throws -> Void) throws {
    let connection = database.sqliteConnection
    var opened: OpaquePointer?
    let code = sqlite3_blob_open(connection, "main", table, column, sqlite3_int64(rowid), 0, &opened)
    guard code == SQLITE_OK, let blob = opened else { throw SQLiteErrors.last(code, of: connection, path) }
    defer { sqlite3_blob_close(blob) }
    let count = Int(sqlite3_blob_bytes(blob))
    for start in stride(from: 0, to: count, by: Self.partSize) {
      var code = SQLITE_OK
      let size = min(Self.partSize, count - start)
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        code = sqlite3_blob_read(blob, buffer.baseAddress, Int32(size), Int32(start))
        filled = code == SQLITE_OK ? size : 0
      }
      guard code == SQLITE_OK else { throw SQLiteErrors.last(code, of: connection, path) }
      try body(part)
    }
  }

  private static let partSize = 1 << 20

  /// Runs statements that return nothing, one after the other.
  func script(_ sql: String) throws {
    do { try database.execute(sql: sql) } catch { throw SQLiteErrors.translated(error, path) }
  }

  private func prepared(_ sql: String) throws -> Statement {
    do {
      let statement = try statements[SQLText(text: sql)] ?? database.cachedStatement(sql: sql)
      statements[SQLText(text: sql)] = statement
      // The same query within its own rows needs a statement of its own.
      guard sqlite3_stmt_busy(statement.sqliteStatement) != 0 else { return statement }
      return try database.makeStatement(sql: sql)
    } catch { throw SQLiteErrors.translated(error, path) }
  }

  private func bind(_ arguments: [Value], to handle: OpaquePointer, _ sql: String) throws {
    guard sqlite3_bind_parameter_count(handle) == arguments.count else {
      throw StoreError.engine(code: Int(SQLITE_RANGE), detail: "\(arguments.count) arguments for: \(sql)")
    }
    for (index, value) in zip(Int32(1)..., arguments) {
      let code: Int32
      switch value {
      case .null: code = sqlite3_bind_null(handle, index)
      case .integer(let number): code = sqlite3_bind_int64(handle, index, number)
      case .text(var text):
        code = text.withUTF8 { utf8 in
          guard let base = utf8.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, Self.copied) }
          return base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
            sqlite3_bind_text64(handle, index, $0, sqlite3_uint64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
          }
        }
      case .blob(let bytes):
        code =
          bytes.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : sqlite3_bind_blob64(handle, index, bytes, sqlite3_uint64(bytes.count), Self.copied)
      }
      guard code == SQLITE_OK else {
        throw SQLiteErrors.translated(code, message: String(cString: sqlite3_errstr(code)), path)
      }
    }
  }

  /// SQLITE_TRANSIENT, a macro that Swift doesn't see: SQLite makes its own copy.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private func names(of statement: Statement) -> [String] {
    let count = sqlite3_column_count(statement.sqliteStatement)
    // GRDB remembers the names; a schema that changed since has prepared the statement anew.
    if statement.columnNames.count == Int(count) { return statement.columnNames }
    return (0..<count).map { index in
      sqlite3_column_name(statement.sqliteStatement, index).map { String(cString: $0) } ?? ""
    }
  }

  private func values(of handle: OpaquePointer, count: Int) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<Int32(count) {
      switch sqlite3_column_type(handle, index) {
      case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(handle, index)))
      case SQLITE_NULL: values.append(.null)
      case SQLITE_BLOB:
        let bytes = UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
        values.append(.blob(Array(bytes)))
      default:
        let text = UnsafeBufferPointer(
          start: sqlite3_column_text(handle, index), count: Int(sqlite3_column_bytes(handle, index)))
        values.append(.text(String(decoding: text, as: UTF8.self)))
      }
    }
    return values
  }
}
