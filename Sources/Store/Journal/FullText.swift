/// A full-text index of a table, of the live rows alone: FTS5 with external content where the table's key is one whole
/// number, and contentless where such a number is made of its key.
///
/// `Transaction` keeps it with each row that it writes. Triggers can't: SQLite 3.40 takes FTS5 and JSON for unsafe there
/// while `trusted_schema` is off (sqlite.org/pragma.html#pragma_trusted_schema).
public struct FullText: Sendable {
  private struct Statements {
    let removal: String
    let insertion: String

    init(_ index: FullText) {
      let (name, rowid) = (index.index, index.rowid)
      let list = index.columns.joined(separator: ", ")
      let marks = index.columns.map { _ in "?" }.joined(separator: ", ")
      removal = "INSERT INTO \(name) (\(name), rowid, \(list)) VALUES ('delete', \(rowid), \(marks))"
      insertion = "INSERT INTO \(name) (rowid, \(list)) VALUES (\(rowid), \(marks))"
    }
  }

  let index: String
  let columns: [String]
  private let rowid: String
  /// Only whoever writes needs them.
  private let statements = MadeOnce<Statements>()

  /// - Parameters:
  ///   - columns: columns of the table, by the same names in the index.
  ///   - rowid: makes the index's number of the table's key, which stands there as so many `?`.
  public init(_ index: String, columns: [String], rowid: String = "?") {
    self.index = index
    self.columns = columns
    self.rowid = rowid
  }

  /// Takes the key and the old texts.
  var removal: String { statements.value { Statements(self) }.removal }

  /// Takes the key and the new texts.
  var insertion: String { statements.value { Statements(self) }.insertion }

  /// What of a row is in the index; nil of a row that there is not, or no longer, or that has no text.
  func texts(of row: Row?, in table: Table) throws(StoreError) -> [Value]? {
    guard let row, table.isLive(row) else { return nil }
    var texts: [Value] = []
    for column in columns { texts.append(try row.value(column)) }
    return texts.allSatisfy { $0 == .null } ? nil : texts
  }
}
