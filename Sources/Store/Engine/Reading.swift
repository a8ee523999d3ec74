/// A consistent view of the store: what a read sees, and what a command sees of its own transaction.
///
/// Queries are extensions of this protocol, beside the type that they return, and so work in both.
/// SQL stays in what SQLite and PostgreSQL take, with `?` for each argument in order. Statements are cached
/// by their text, so keep the text constant and pass what varies as arguments.
public protocol Reading {
  /// Hands over the rows one at a time as the engine finds them; memory stays bounded.
  func forEachRow(_ sql: String, _ arguments: [Value], _ body: (Row) throws -> Void) throws
  /// Hands a row's blob over in parts of a mebibyte at most, first to last, so that no memory holds all of it.
  ///
  /// - Parameter rowid: SQLite's, as in `SELECT rowid`; of a table that has one.
  func forEachPart(of column: String, in table: String, rowid: Int, _ body: ([UInt8]) throws -> Void) throws
  /// The catalogue that the store was opened with.
  var catalogue: Catalogue { get }
  /// What this store has read before.
  var caches: Caches { get }
}

extension Reading {
  public func rows(_ sql: String, _ arguments: [Value] = []) throws -> [Row] {
    var rows: [Row] = []
    try forEachRow(sql, arguments) { rows.append($0) }
    return rows
  }

  /// The first row, or nil. The query is expected to find one; give it a `LIMIT` where it can find many.
  public func first(_ sql: String, _ arguments: [Value] = []) throws -> Row? {
    var first: Row?
    try forEachRow(sql, arguments) { if first == nil { first = $0 } }
    return first
  }

  /// The row with that key, every column of it; nil when there is none or it is deleted.
  public func row(_ table: Table, _ key: [Value]) throws -> Row? {
    guard let row = try rowEvenDeleted(table, key) else { return nil }
    return table.isLive(row) ? row : nil
  }

  /// The row with that key, also when only its tombstone is left.
  public func rowEvenDeleted(_ table: Table, _ key: [Value]) throws -> Row? {
    try table.check(key)
    return try first(table.selectByKey, key)
  }
}
