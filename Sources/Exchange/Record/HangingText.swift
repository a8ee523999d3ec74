import Text

/// A paragraph after a prefix, its further lines indented under its first and marked as its own.
///
/// The mark is what tells somebody's second line from the record's next one: a note that says
/// `"ok\n11:03 bo confirmed, verified"` must not look like a confirmation.
enum HangingText {
  /// Lines ended by newlines. Without a width only the text's own line breaks break it; with one, it is wrapped.
  ///
  /// - Parameter mark: what further lines begin with; empty only for text that is copied as it stands.
  static func text(_ prefix: String, _ body: String, width: Int?, mark: String = "| ") -> String {
    let indent = prefix.displayWidth
    let lines: [String]
    if let width {
      lines = body.wrapped(toWidth: max(20, width - indent - mark.displayWidth))
    } else {
      lines = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }
    let hang = String(repeating: " ", count: indent) + mark
    return lines.enumerated().map { trimmed(($0.offset == 0 ? prefix : hang) + $0.element) + "\n" }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
