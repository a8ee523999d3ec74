/// What an entry of the journal came to for one row: what it was, and what it is, with nil for a row that is not there.
struct NetChange {
  var table: String
  /// As the journal writes it.
  var key: String
  var before: Row?
  var after: Row?

  /// Those of some tables, in the order of the first write of each row.
  static func all(of seq: Int, tables: [String], in reader: any Reading) throws -> [NetChange] {
    let marks = tables.map { _ in "?" }.joined(separator: ", ")
    let found = try reader.rows(
      """
      SELECT \(JournalChange.columns) FROM journal_change WHERE seq = ? AND table_name IN (\(marks)) ORDER BY ordinal
      """, [Value(seq)] + tables.map { .text($0) }
    ).map { try JournalChange($0) }
    var all: [NetChange] = []
    var places: [String: Int] = [:]
    for change in found {
      guard let table = reader.catalogue[change.table] else { continue }
      let place = "\(change.table) \(change.key)"
      let after = try live(change.after, of: table, change)
      if let index = places[place] {
        all[index].after = after
      } else {
        places[place] = all.count
        all.append(
          NetChange(
            table: change.table, key: change.key, before: try live(change.before, of: table, change), after: after))
      }
    }
    return all
  }

  /// A row as it was right after an entry, whatever came of it since.
  static func row(_ name: String, _ key: String, as seq: Int, in reader: any Reading) throws -> Row? {
    guard let table = reader.catalogue[name] else { return nil }
    let change = try reader.first(
      """
      SELECT \(JournalChange.columns) FROM journal_change WHERE table_name = ? AND row_key = ? AND seq <= ?
      ORDER BY seq DESC, ordinal DESC LIMIT 1
      """, [.text(name), .text(key), Value(seq)]
    ).map { try JournalChange($0) }
    return try change.flatMap { try live($0.after, of: table, $0) }
  }

  /// The row of an image; nil where there is none, or only a tombstone.
  private static func live(_ image: String?, of table: Table, _ change: JournalChange) throws -> Row? {
    guard let image else { return nil }
    guard let row = CanonicalJSONReader.image(image, source: table.name) else {
      throw StoreError.corrupt(
        place: "journal entry \(change.seq), change \(change.ordinal)", detail: "has an image that can't be read")
    }
    return table.isLive(row) ? row : nil
  }
}
