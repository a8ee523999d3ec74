/// Names the rows of one table that aren't as their last images say.
struct RowSearch {
  let reader: any Reading
  let table: Table

  /// Hands over each finding. Costs an index look-up per row.
  func run(_ found: (VerifyFinding) -> Void) throws {
    let list = table.imageList
    try reader.forEachRow("SELECT \(list) FROM \(Table.quoted(table.name))", []) { row in
      let key = table.keyText(try table.keyValues(of: row))
      guard let change = try lastChange(of: key), let image = change.after else {
        return found(.rowNotJournalled(table: table.name, key: key))
      }
      if let finding = compare(row, with: image, key: key, seq: change.seq) { found(finding) }
    }
    try reader.forEachRow(
      "SELECT row_key, max(seq) AS seq FROM journal_change WHERE table_name = ? GROUP BY row_key",
      [.text(table.name)]
    ) { row in
      let key = try row.text("row_key")
      guard let change = try lastChange(of: key), let after = change.after else { return }
      guard let image = CanonicalJSONReader.image(after, source: table.name) else {
        return found(.unreadable(place: "journal entry \(change.seq), \(table.name) \(key)", detail: "holds no image"))
      }
      let values = try table.keyValues(of: image)
      if try reader.first(table.selectImageByKey, values) == nil {
        found(.rowVanished(table: table.name, key: key, seq: change.seq))
      }
    }
  }

  private func lastChange(of key: String) throws -> JournalChange? {
    try reader.first(
      """
      SELECT \(JournalChange.columns) FROM journal_change WHERE table_name = ? AND row_key = ?
      ORDER BY seq DESC, ordinal DESC LIMIT 1
      """, [.text(table.name), .text(key)]
    ).map { try JournalChange($0) }
  }

  /// An image of an older schema is compared in the columns that it has.
  private func compare(_ row: Row, with text: String, key: String, seq: Int) -> VerifyFinding? {
    guard let image = CanonicalJSONReader.image(text, source: table.name) else {
      return .unreadable(place: "journal entry \(seq), \(table.name) \(key)", detail: "holds no image")
    }
    let columns = table.imageColumns.filter { column in image[column] != nil && image[column] != row[column] }
    return columns.isEmpty ? nil : .rowEdited(table: table.name, key: key, columns: columns, seq: seq)
  }
}
