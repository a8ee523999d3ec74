import Text

/// Something in a row that could not be taken as it is.
public struct ImportProblem: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable {
    case unknownType, unknownState, offScale, notPointed, unreadableDate, ambiguousDate, badTitle, badLabel, noID
    case strangeValue, tooManyFields, unpaired, waiting, recurring
    case duplicateID, deleted, pullRequest, unreadableRow
    /// What was done here stands against it.
    case removedHere, changedHere

    /// Whether nothing of the row was taken.
    public var isSkipped: Bool {
      [.duplicateID, .deleted, .pullRequest, .unreadableRow, .removedHere, .changedHere].contains(self)
    }
  }

  public var kind: Kind
  public var row: Int
  public var line: Int
  /// The column's name; nil where it is the row as a whole.
  public var column: String?
  /// What the file says, cut to 60 characters.
  public var read: String
  /// What was done instead, as in `taken as a feature`.
  public var taken: String

  public init(_ kind: Kind, row: Int, line: Int, column: String? = nil, read: String, taken: String) {
    self.kind = kind
    self.row = row
    self.line = line
    self.column = column
    self.read = ImportColumn.short(read)
    self.taken = taken
  }

  /// As in `row 3 (line 3), Type "flunk": taken as feature`.
  public var description: String {
    let place = "row \(row) (line \(line))" + (column.map { ", " + visible($0) } ?? "")
    return place + (read.isEmpty ? "" : " \"\(visible(read))\"") + ": " + taken
  }
}
