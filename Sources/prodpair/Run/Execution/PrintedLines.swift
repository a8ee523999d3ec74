import Text

/// Makes of a command's output, as it comes in pieces, what a reader sees: plain lines, without escape sequences, and
/// made safe.
struct PrintedLines {
  /// What has come of the line that is not complete yet.
  private var line: [UInt8] = []
  /// What of it a terminal shows already.
  private var shown = ""

  /// In bytes: a longer line is told in several.
  private static let longest = 64 << 10

  /// Takes what came next.
  ///
  /// - Returns: what can be written now: whole lines, each with its line end.
  mutating func take(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { text += complete() }
      line += part.element
      while line.count > Self.longest {
        let rest = Array(line[Self.longest...])
        line.removeLast(rest.count)
        text += complete()
        line = rest
      }
    }
    return text
  }

  /// What a terminal can show of a line that goes on, such as dots that come one by one: what only adds to what stands
  /// there already. A line that is drawn over waits for its end.
  mutating func begun() -> String {
    var text = visibleLine()
    // The rest of a character may still come.
    while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
    guard let more = text.following(shown) else { return "" }
    shown = text
    return more
  }

  /// The last line, which nothing ended.
  mutating func end() -> String { line.isEmpty ? "" : complete() }

  private mutating func complete() -> String {
    let text = visibleLine()
    defer {
      line.removeAll(keepingCapacity: true)
      shown = ""
    }
    if let more = text.following(shown) { return more + "\n" }
    return "\n" + text + "\n"
  }

  private func visibleLine() -> String {
    // A terminal's line ends with both.
    visible(TerminalText.plain(line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]))
  }
}

extension String {
  /// What comes after a beginning, by scalars; nil where it does not begin so.
  fileprivate func following(_ beginning: String) -> String? {
    unicodeScalars.starts(with: beginning.unicodeScalars)
      ? String(unicodeScalars.dropFirst(beginning.unicodeScalars.count)) : nil
  }
}
