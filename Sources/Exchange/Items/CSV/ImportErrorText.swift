import Text

extension ImportError: CustomStringConvertible {
  /// As in `row 12, line 14, column 3: the quoted field that begins here is never closed; …`.
  public var description: String {
    let row = row.map { "row \($0), " } ?? ""
    return "\(row)line \(line), column \(column): \(what); nothing was imported"
  }

  private var what: String {
    switch reason {
    case .unterminatedQuote: "the quoted field that begins here is never closed: add a \" at its end"
    case .illegalQuoting:
      "illegal quoting: a field with a \" in it stands in quotes as a whole, and each \" in it is written twice"
    case .nul: "a NUL byte, which no text has: the file is damaged, or is not a text"
    case .conflictMarker(let marker): "a conflict of git's (\(visible(marker))): settle it first"
    case .notUTF8(let byte):
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8; the file looks like Latin-1: convert it "
        + "with iconv -f latin1 -t utf8"
    case .utf16: "the file is UTF-16: convert it with iconv -f utf-16 -t utf8"
    case .fieldTooLong: "the field that begins here has more than 16 MB; is a \" missing at its end?"
    case .tooManyFields: "more than \(CSVReader.mostFields) fields in one row; is this a CSV file?"
    case .empty: "the file is empty"
    case .missingColumns(let format, let wanted, let found):
      "this is no file of \(format): there is no column \(wanted.joined(separator: " or ")); its columns are "
        + visible(found.prefix(12).joined(separator: ", ")) + (found.count > 12 ? ", …" : "")
    case .json(let problem): problem
    case .notThisFormat(let format, let problem): "this is no file of \(format): \(problem)"
    case .noRepository(let number):
      "issue \(visible(number)) has no address, and without it nothing says which repository it is of: ask for it with "
        + "`gh issue list --json number,title,url,…`"
    case .laterVersion(let version):
      "the file is of version \(version), and this program reads up to \(ItemsJSON.version): update it"
    }
  }
}
