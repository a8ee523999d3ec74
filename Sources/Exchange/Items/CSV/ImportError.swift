/// Why a file of items cannot be read on. Whoever reads stages what came before, and takes none of it.
public struct ImportError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A quoted field that the file never closes; the place is that of its first quote.
    case unterminatedQuote
    /// A quote within an unquoted field, or text after a closing one.
    case illegalQuoting
    case nul
    /// A line that git leaves where it could not merge.
    case conflictMarker(String)
    case notUTF8(UInt8)
    case utf16
    /// Above `CSVReader.longestField` bytes; the place is where the field begins.
    case fieldTooLong
    case tooManyFields
    /// Nothing in it but white space.
    case empty
    /// None of the columns that every file of the format has.
    case missingColumns(format: String, wanted: [String], found: [String])
    /// What is wrong with a JSON text.
    case json(String)
    /// JSON that is whole, and not what the format is.
    case notThisFormat(format: String, String)
    /// An issue of GitHub's, by its number, that does not say which repository it is of.
    case noRepository(String)
    /// Written by a later version of this program.
    case laterVersion(Int)
  }

  public var reason: Reason
  /// From 1, the header; nil where the format has no rows.
  public var row: Int?
  /// From 1.
  public var line: Int
  /// The character in the line, from 1.
  public var column: Int

  public init(_ reason: Reason, row: Int? = nil, line: Int, column: Int = 1) {
    self.reason = reason
    self.row = row
    self.line = line
    self.column = column
  }
}
