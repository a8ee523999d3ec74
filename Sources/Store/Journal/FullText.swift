/// A full-text index of a table whose key is one whole number: FTS5 with external content, of the live rows alone.
///
/// `Transaction` keeps it with each row that it writes. Triggers can't: SQLite 3.40 takes FTS5 and JSON for unsafe there
/// while `trusted_schema` is off (sqlite.org/pragma.html#pragma_trusted_schema).
public struct FullText: Hashable, Sendable {
  let index: String
  let columns: [String]
  /// Takes the key and the old texts.
  let removal: String
  /// Takes the key and the new texts.
  let insertion: String

  /// - Parameter columns: columns of the table, by the same names in the index.
  public init(_ index: String, columns: [String]) {
    self.index = index
    self.columns = columns
    let list = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    removal = "INSERT INTO \(index) (\(index), rowid, \(list)) VALUES ('delete', ?, \(marks))"
    insertion = "INSERT INTO \(index) (rowid, \(list)) VALUES (?, \(marks))"
  }

  /// What of a row is in the index; nil of a row that there is not, or no longer.
  func texts(of row: Row?, in table: Table) throws(StoreError) -> [Value]? {
    guard let row, table.isLive(row) else { return nil }
    var texts: [Value] = []
    for column in columns { texts.append(try row.value(column)) }
    return texts
  }
}
