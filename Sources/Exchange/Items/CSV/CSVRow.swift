/// One row of a CSV file.
public struct CSVRow: Hashable, Sendable {
  /// From 1, which is the header, as spreadsheets count: a row of several lines is one row, and an empty line is one.
  public var number: Int
  /// The line of the file that it begins on, from 1.
  public var line: Int
  /// At least as many as the header has: a short row is filled up with empty fields.
  public var fields: [String]
  /// How many fields the file gives.
  public var given: Int
}
