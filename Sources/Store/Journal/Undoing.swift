/// Takes one entry back: writes the images before, if the rows still look like the images after.
struct Undoing {
  let transaction: Transaction
  let seq: Int

  /// How many changes of the entry are in memory at a time.
  private static let page = 500

  /// What an entry did to one row in all.
  private struct RowChange {
    var table: Table
    var keyText: String
    var key: [Value]
    var before: Row?
    var after: Row?
  }

  /// - Returns: the entry that was taken back.
  func run() throws -> JournalEntry {
    guard let entry = try transaction.journalEntry(seq) else { throw StoreError.noSuchEntry(seq: seq) }
    switch entry.undo {
    case .undoable: break
    case .correctOnly(let hint): throw refused(.correctOnly(hint: hint))
    case .never(let why): throw refused(.never(why: why))
    }
    let undoing = try transaction.first("SELECT seq FROM journal WHERE undoes = ?", [Value(seq)])
    if let undoing { throw refused(.alreadyUndone(by: try undoing.integer("seq"))) }
    try forEachRowChange(backwards: false) { try checkUntouched($0) }
    try forEachRowChange(backwards: true) { try putBack($0) }
    try forEachRowChange(backwards: false) { try checkReferences(of: $0) }
    return entry
  }

  private func refused(_ refusal: UndoRefusal) -> StoreError { .undoRefused(seq: seq, refusal) }

  /// Calls once per row, in the order they were first touched or the other way round, with its first image before and
  /// its last image after. Reads the entry a page at a time: an import may have changed a million rows.
  private func forEachRowChange(backwards: Bool, _ body: (RowChange) throws -> Void) throws {
    var ordinal = backwards ? Int.max : 0
    while true {
      let page =
        try backwards
        ? transaction.journalChanges(of: seq, before: ordinal, limit: Self.page)
        : transaction.journalChanges(of: seq, after: ordinal, limit: Self.page)
      for change in page {
        if let change = try rowChange(startingWith: change) { try body(change) }
      }
      guard page.count == Self.page, let last = page.last else { return }
      ordinal = last.ordinal
    }
  }

  /// All that became of the row that the change is the first of; nil where another one was the first, or where the row
  /// came and went within the entry.
  private func rowChange(startingWith first: JournalChange) throws -> RowChange? {
    let bounds = try transaction.first(
      """
      SELECT min(ordinal) AS first, max(ordinal) AS last FROM journal_change
      WHERE table_name = ? AND row_key = ? AND seq = ?
      """, [.text(first.table), .text(first.key), Value(seq)])
    guard let bounds, try bounds.integer("first") == first.ordinal else { return nil }
    let lastOrdinal = try bounds.integer("last")
    let last =
      lastOrdinal == first.ordinal
      ? first : try transaction.journalChanges(of: seq, after: lastOrdinal - 1, limit: 1).first
    guard let last else { return nil }
    guard let table = transaction.catalogue[first.table] else {
      throw refused(.otherSchema(table: first.table, version: first.schemaVersion))
    }
    let before = try image(first.before, of: table, first)
    let after = try image(last.after, of: table, last)
    guard let known = after ?? before else { return nil }
    return RowChange(
      table: table, keyText: first.key, key: try table.keyValues(of: known), before: before, after: after)
  }

  private func image(_ text: String?, of table: Table, _ change: JournalChange) throws -> Row? {
    guard let text else { return nil }
    guard let row = CanonicalJSONReader.image(text, source: table.name) else {
      throw StoreError.corrupt(place: "journal entry \(seq), \(table.name) \(change.key)", detail: "holds no image")
    }
    guard row.columns == table.imageColumns else {
      throw refused(.otherSchema(table: table.name, version: change.schemaVersion))
    }
    return row
  }

  private func checkUntouched(_ change: RowChange) throws {
    guard try transaction.image(change.table, change.key) != change.after else { return }
    let since = try transaction.journal(ofRow: change.keyText, in: change.table.name, after: seq, limit: 1).first
    throw refused(.changedSince(table: change.table.name, key: change.keyText, by: since))
  }

  private func putBack(_ change: RowChange) throws {
    let table = change.table
    guard let before = change.before else {
      try checkReferrers(to: change)
      return try transaction.remove(table, change.key)
    }
    for kept in table.keptOut where before[kept.hash] != change.after?[kept.hash] {
      throw refused(.contentNotKept(table: table.name, key: change.keyText))
    }
    if change.after != nil, !table.isLive(before) { try checkReferrers(to: change) }
    do {
      if change.after == nil {
        try transaction.insert(table, before)
      } else {
        try transaction.update(table, change.key, set: before)
      }
    } catch StoreError.constraint(let detail) {
      let taker = try holder(of: before, in: table, otherThan: change.keyText)
      throw refused(.takenMeanwhile(table: table.name, key: change.keyText, by: taker, detail: detail))
    }
  }

  /// The key of a live row that holds one of the row's values that only one row may hold, such as a login.
  private func holder(of row: Row, in table: Table, otherThan key: String) throws -> String? {
    for column in table.unique {
      guard let value = row[column], value != .null else { continue }
      let sql = "SELECT \(table.imageList) FROM \(Table.quoted(table.name)) WHERE \(Table.quoted(column)) = ?"
      for other in try transaction.rows(sql, [value]) where table.isLive(other) {
        let otherKey = table.keyText(try table.keyValues(of: other))
        if otherKey != key { return otherKey }
      }
    }
    return nil
  }

  /// Refuses to take away a row that a live row refers to.
  private func checkReferrers(to change: RowChange) throws {
    for (table, reference) in transaction.catalogue.references(to: change.table.name) {
      let condition = reference.columns.map { Table.quoted($0) + " = ?" }.joined(separator: " AND ")
      let live = table.hasTombstone ? " AND deleted = 0" : ""
      let sql = "SELECT \(table.imageList) FROM \(Table.quoted(table.name)) WHERE \(condition)\(live) LIMIT 2"
      for row in try transaction.rows(sql, change.key) {
        let key = table.keyText(try table.keyValues(of: row))
        if table.name == change.table.name, key == change.keyText { continue }
        let entry = try transaction.journal(ofRow: key, in: table.name, limit: 1).first
        throw refused(
          .referredTo(
            table: change.table.name, key: change.keyText, fromTable: table.name, fromKey: key, by: entry))
      }
    }
  }

  /// Refuses to bring back a reference to a row that is gone by now.
  private func checkReferences(of change: RowChange) throws {
    guard let before = change.before, change.table.isLive(before) else { return }
    for reference in change.table.references {
      var key: [Value] = []
      for column in reference.columns { key.append(try before.value(column)) }
      guard !key.contains(.null), let target = transaction.catalogue[reference.table] else { continue }
      if try transaction.row(target, key) == nil {
        throw refused(
          .referenceGone(
            table: change.table.name, key: change.keyText, toTable: target.name, toKey: target.keyText(key)))
      }
    }
  }
}
