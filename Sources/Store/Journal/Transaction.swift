import Crypto
import Domain
import Glibc

/// One command's view of the store, and its only pen: every row written here is written to the journal too.
///
/// It lives as long as the command's `perform(in:)` and is not to be kept.
public final class Transaction: Reading {
  public let actor: Actor
  /// When the command was given; what it writes is dated by this and not by the clock.
  public let now: Instant
  public let catalogue: Catalogue
  public let caches: Caches
  /// The line for the journal, where it is known only now; it takes the place of the command's own.
  public var summary: String?

  /// The number of the entry that this transaction becomes when it changes anything.
  public let seq: Int

  /// How rows of a table with these columns are written; an import writes a hundred thousand that are alike.
  private struct Insertion {
    let columns: [String]
    let sql: String
  }

  private var insertions: [String: Insertion] = [:]

  private let connection: any Connection
  private let previous: [UInt8]
  private var hasher: SHA256
  private(set) var changeCount = 0
  /// Checklist versions that were read here, to be kept once the transaction is committed.
  private(set) var readVersions: [ChecklistVersion] = []

  init(
    on connection: any Connection, catalogue: Catalogue, caches: Caches, actor: Actor, now: Instant
  ) throws {
    guard let head = try connection.first("SELECT seq, hash FROM journal_head WHERE id = 1") else {
      throw StoreError.corrupt(place: "journal_head", detail: "has no row")
    }
    self.connection = connection
    self.catalogue = catalogue
    self.caches = caches
    self.actor = actor
    self.now = now
    seq = try head.integer("seq") + 1
    previous = try head.blob("hash")
    hasher = SHA256()
    hasher.update(data: previous)
  }

  public func forEachRow(_ sql: String, _ arguments: [Value], _ body: (Row) throws -> Void) throws {
    try connection.forEachRow(sql, arguments, body)
  }

  public func forEachPart(
    of column: String, in table: String, rowid: Int, _ body: ([UInt8]) throws -> Void
  ) throws {
    try connection.forEachPart(of: column, in: table, rowid: rowid, body)
  }

  /// Writes a new row. Columns left out take the schema's default. A tombstone under the same key makes way: the
  /// row takes its place, and there columns left out are null.
  ///
  /// - Parameter isNew: that no row ever had this key, not even one that is a tombstone now; it is not looked for then.
  /// - Returns: the row's journalled columns as stored.
  @discardableResult
  public func insert(_ table: Table, _ row: Row, isNew: Bool = false) throws -> Row {
    let table = try catalogued(table)
    let row = try withHashes(row, in: table)
    let key = try table.keyValues(of: row)
    if !isNew, table.hasTombstone, let old = try image(table, key), !table.isLive(old) {
      var set = row
      for column in table.columns where row[column] == nil { set[column] = column == "deleted" ? 0 : .null }
      return try write(set, over: old, in: table, key)
    }
    guard let stored = try returned(insertion(of: row, into: table), row.values, of: table) else {
      throw StoreError.corrupt(place: table.name, detail: "an inserted row didn't come back")
    }
    try record(table, key, before: nil, after: stored)
    return stored
  }

  /// Sets columns of the row with that key. Writes nothing where the row holds the values already.
  ///
  /// - Returns: the row's journalled columns as stored.
  /// - Throws: `StoreError.noSuchRow` where there is no row, not even a tombstone.
  @discardableResult
  public func update(_ table: Table, _ key: [Value], set: Row) throws -> Row {
    let table = try catalogued(table)
    guard !table.isAppendOnly else { throw StoreError.appendOnly(table: table.name) }
    let set = try withHashes(set, in: table)
    guard let old = try image(table, key) else {
      throw StoreError.noSuchRow(table: table.name, key: table.keyText(key))
    }
    return try write(set, over: old, in: table, key)
  }

  /// Removes the row: leaves a tombstone where the table has them, else deletes it. Nothing happens where it is gone.
  public func remove(_ table: Table, _ key: [Value]) throws {
    let table = try catalogued(table)
    guard !table.isAppendOnly else { throw StoreError.appendOnly(table: table.name) }
    guard let old = try image(table, key) else { return }
    if table.hasTombstone {
      _ = try write(["deleted": 1], over: old, in: table, key)
    } else {
      let sql = "DELETE FROM \(Table.quoted(table.name)) WHERE \(table.keyCondition)"
      try connection.execute(sql, key)
      try record(table, key, before: old, after: nil)
    }
  }

  func hasRead(_ version: ChecklistVersion) { readVersions.append(version) }

  /// The row's journalled columns, a tombstone's too.
  func image(_ table: Table, _ key: [Value]) throws -> Row? {
    try table.check(key)
    return try first(table.selectImageByKey, key)
  }

  /// Appends the entry, and does nothing when nothing was changed.
  ///
  /// - Returns: the entry; nil when there is none.
  func finish(command: String, undo: UndoPolicy, summary: String, undoes: Int? = nil) throws -> JournalEntry? {
    guard changeCount > 0 else { return nil }
    let summary = self.summary ?? summary
    guard !summary.hasNul else { throw StoreError.nul(table: "journal", column: "summary") }
    let entry = JournalEntry(
      seq: seq, at: now, command: command, undo: undo, actor: actor, summary: summary, undoes: undoes,
      changeCount: changeCount)
    hasher.update(data: CanonicalJSON.entry(entry))
    let hash = Array(hasher.finalize())
    try connection.execute(
      """
      INSERT INTO journal (\(JournalEntry.columns), previous, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Value(seq), Value(now), .text(entry.by.text), .text(command), .text(undo.name), Value(undo.hint),
        .text(entry.login),
        .integer(Int64(entry.uid)), Value(entry.sessionLogin), Value(entry.person?.text), Value(entry.actingAs?.text),
        .text(CanonicalJSON.text(entry.claims)), .text(entry.summary), Value(undoes), Value(changeCount),
        .blob(previous), .blob(hash),
      ])
    try connection.execute("UPDATE journal_head SET seq = ?, hash = ? WHERE id = 1", [Value(seq), .blob(hash)])
    return entry
  }

  private func write(_ set: Row, over old: Row, in table: Table, _ key: [Value]) throws -> Row {
    // A column kept out of the image has no old value here; its hash says whether it changes.
    let changed = set.columns.indices.filter { index in
      let column = set.columns[index]
      let judge = table.keptOut.first { $0.column == column }?.hash ?? column
      return old[judge] != set[judge]
    }
    guard !changed.isEmpty else { return old }
    let assignments = changed.map { Table.quoted(set.columns[$0]) + " = ?" }.joined(separator: ", ")
    let sql =
      "UPDATE \(Table.quoted(table.name)) SET \(assignments) WHERE \(table.keyCondition) RETURNING \(table.imageList)"
    guard let stored = try returned(sql, changed.map { set.values[$0] } + key, of: table) else {
      throw StoreError.noSuchRow(table: table.name, key: table.keyText(key))
    }
    guard try table.keyValues(of: stored) == table.keyValues(of: old) else {
      throw StoreError.wrongColumns(table: table.name, columns: table.key)
    }
    try record(table, key, before: old, after: stored)
    return stored
  }

  private func insertion(of row: Row, into table: Table) -> String {
    if let known = insertions[table.name], known.columns == row.columns { return known.sql }
    let list = row.columns.map(Table.quoted).joined(separator: ", ")
    let marks = row.columns.map { _ in "?" }.joined(separator: ", ")
    let sql =
      "INSERT INTO \(Table.quoted(table.name)) (\(list)) VALUES (\(marks)) RETURNING \(table.imageList)"
    insertions[table.name] = Insertion(columns: row.columns, sql: sql)
    return sql
  }

  private func returned(_ sql: String, _ arguments: [Value], of table: Table) throws -> Row? {
    try first(sql, arguments).map { Row(columns: table.imageColumns, values: $0.values, source: table.name) }
  }

  private func record(_ table: Table, _ key: [Value], before: Row?, after: Row?) throws {
    try keepWords(of: table, key, before: before, after: after)
    let keyText = table.keyText(key)
    let before = before.map { String(decoding: CanonicalJSON.image($0.values, of: table), as: UTF8.self) }
    let after = after.map { String(decoding: CanonicalJSON.image($0.values, of: table), as: UTF8.self) }
    let schemaVersion = connection.schemaVersion
    changeCount += 1
    hasher.update(
      data: CanonicalJSON.change(
        table: table.name, key: keyText, schemaVersion: schemaVersion, before: before, after: after))
    try connection.execute(
      "INSERT INTO journal_change (\(JournalChange.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        Value(seq), Value(changeCount), .text(table.name), .text(keyText), Value(schemaVersion), Value(before),
        Value(after),
      ])
  }

  /// Keeps what the row is found by in step with it.
  private func keepWords(of table: Table, _ key: [Value], before: Row?, after: Row?) throws {
    if let foundBy = table.foundBy {
      let old = try foundBy.lists(of: before, in: table)
      let new = try foundBy.lists(of: after, in: table)
      if old != new {
        if !foundBy.isEmpty(old) { try connection.execute(foundBy.removal, key) }
        for (list, part) in zip(new, foundBy.parts) where list != .text("[]") {
          guard let rows = part.rows(of: list) else {
            try connection.execute(part.insertion, key + [list])
            continue
          }
          for row in rows {
            try connection.execute(foundBy.insertion, [.text(row.kind), .text(row.value)] + key)
          }
        }
      }
    }
    guard let fullText = table.fullText else { return }
    let old = try fullText.texts(of: before, in: table)
    let new = try fullText.texts(of: after, in: table)
    guard old != new else { return }
    if let old { try connection.execute(fullText.removal, key + old) }
    if let new { try connection.execute(fullText.insertion, key + new) }
  }

  /// The table as the catalogue has it, so that nothing is written that `verify` wouldn't look at.
  private func catalogued(_ table: Table) throws(StoreError) -> Table {
    guard let known = catalogue[table.name] else { throw .notCatalogued(table: table.name) }
    return known
  }

  /// Fills in the hash of each column that is kept out of the journal, and refuses what can't be stored.
  private func withHashes(_ row: Row, in table: Table) throws(StoreError) -> Row {
    // A row whose columns have been written before has no strange ones.
    if insertions[table.name]?.columns != row.columns { try table.check(row) }
    for (column, value) in zip(row.columns, row.values) {
      if case .text(let text) = value, text.hasNul { throw .nul(table: table.name, column: column) }
    }
    guard !table.keptOut.isEmpty else { return row }
    var row = row
    for kept in table.keptOut {
      guard let content = row[kept.column] else { continue }
      row[kept.hash] = Value(content.sha256)
    }
    return row
  }
}

extension Value {
  /// Lower-case hexadecimal SHA-256 of a text's UTF-8 or of a blob; nil of null and of a number.
  var sha256: String? {
    switch self {
    case .text(let text): CanonicalJSON.hex(SHA256.hash(data: Array(text.utf8)))
    case .blob(let bytes): CanonicalJSON.hex(SHA256.hash(data: bytes))
    case .null, .integer: nil
    }
  }
}

extension String {
  fileprivate var hasNul: Bool {
    var text = self
    return text.withUTF8 { utf8 in
      utf8.baseAddress.map { memchr($0, 0, utf8.count) != nil } ?? false
    }
  }
}
