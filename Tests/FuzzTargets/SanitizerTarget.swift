import Text

/// What any bytes become before they reach a terminal, and how wide they are there.
package struct SanitizerTarget: Sendable {
  package typealias Show = @Sendable (_ text: String, _ keepingLineBreaks: Bool) -> String

  private let show: Show

  package init(show: @escaping Show = { visible($0, keepingLineBreaks: $1) }) { self.show = show }

  package func check(_ bytes: [UInt8]) throws {
    let text = bytes.asText
    let once = show(text, false)
    try TerminalSafety.hold("visible text", once)
    try hold("a base carries four marks at most", !TerminalSafety.hasTower(once), once.debugDescription)
    try holdSame("showing twice is showing once", show(once, false), once)
    try holdSame("bytes are shown as their text is", visible(bytes: bytes), once)
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) }) { try holdSame("printable ASCII stays as it is", once, text) }

    let lines = show(text, true)
    try TerminalSafety.hold("visible text in lines", lines, allowingLineBreaks: true)
    try hold("every line break stays, and none comes", lines.lineFeeds == text.lineFeeds)
    try checkWidths(text, once, width: Int(bytes.first ?? 0) % 40)
    try checkOutput(bytes)
  }

  private func checkWidths(_ text: String, _ shown: String, width: Int) throws {
    let clusters = Array(Clusters(text))
    try holdSame("clusters cover the visible text", clusters.map(\.text).joined(), shown)
    let sum = clusters.reduce(0) { $0 + $1.width }
    try hold("the widths of clusters add up", sum == text.displayWidth, "\(sum), not \(text.displayWidth)")
    try hold("a cluster takes one column or two", clusters.allSatisfy { (1...2).contains($0.width) })

    let cut = text.truncated(toWidth: width)
    try TerminalSafety.hold("cut text", cut)
    try hold("cut text is no wider than it may be", cut.displayWidth <= width, cut.debugDescription)
    let fitted = text.fitted(toWidth: width, alignment: .right)
    try hold("fitted text is as wide as it has to be", fitted.displayWidth == width, fitted.debugDescription)

    let wrapped = text.wrapped(toWidth: width)
    try hold("at least one line is left", !wrapped.isEmpty)
    for line in wrapped {
      try TerminalSafety.hold("a wrapped line", line)
      try hold("a wrapped line is no wider than it may be", line.displayWidth <= max(1, width), line.debugDescription)
    }
    guard width > 1 else { return }
    let kept = wrapped.joined().withoutSpaces
    try holdSame("wrapping loses no letter", kept, visible(text, keepingLineBreaks: true).withoutSpaces)
  }

  /// A line of a program's output, which holds escape sequences by right.
  private func checkOutput(_ bytes: [UInt8]) throws {
    let plain = TerminalText.plain(bytes)
    try hold("escape sequences are gone of an output's line", !plain.unicodeScalars.contains("\u{1B}"))
    // A tab is up to eight cells, and moving ahead is up to ten thousand.
    try hold("an output's line stays of a size", plain.unicodeScalars.count <= 10_000 + 8 * bytes.count)
    try TerminalSafety.hold("an output's line that is shown", show(plain, false))
  }
}

extension String {
  fileprivate var lineFeeds: Int { utf8.count { $0 == 0x0A } }

  /// Without what a break may take the place of.
  var withoutSpaces: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.filter { $0 != " " && $0 != "\n" })
    return String(scalars)
  }
}
