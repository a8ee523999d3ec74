import ChecklistFile
import Domain
import Exchange
import Text

/// Any text read as Markdown, and the same text made literal on a page of ours.
package struct PageTarget: Sendable {
  /// A page whose first heading is the text.
  package typealias Write = @Sendable (_ text: String) -> String

  private let write: Write

  package init(write: @escaping Write = Self.page) { self.write = write }

  /// The text wherever a page has somebody's words.
  package static func page(_ text: String) -> String { ItemsMarkdown.text([item(text)], title: text, in: .utc) }

  private static func item(_ text: String) -> Item {
    Item(
      number: ItemNumber(1), team: TeamName("platform"), title: text, description: text, labels: [text],
      blockers: [Blocker(text: text)], tasks: [ItemTask(text)], links: [ItemLink(.url, text)],
      extra: [SourceField(text, text)], createdAt: Instant(milliseconds: 0))
  }

  package func check(_ bytes: [UInt8]) throws {
    let text = bytes.asText
    let page = MarkdownPage(text)
    try hold("a page is not nested deeper than it may be", Self.depth(page.blocks) <= MarkdownPage.mostNesting)
    let line = MarkdownPage.inline(text)
    try hold("a line of Markdown has no line break in its words", !line.plainText.utf8.contains(0x0A))
    _ = page.filled(with: ["version": text])
    try checkLiteral(text)
  }

  /// Nothing in somebody's words formats, links or ends the line that it stands on.
  private func checkLiteral(_ text: String) throws {
    let written = write(text)
    try TerminalSafety.hold("a page of ours", written, allowingLineBreaks: true)
    // What would end the line early is missed in it.
    let line = written.utf8.prefix { $0 != 0x0A }
    guard case .heading(1, let runs)? = MarkdownPage(String(decoding: line, as: UTF8.self)).blocks.first else {
      guard text.allSatisfy(\.isWhitespace) else {
        throw BrokenPromise("a heading stays a heading", found: written.debugDescription)
      }
      return
    }
    var words = ""
    for run in runs where run.marks != .html {
      switch run.content {
      case .text(let part), .placeholder(_, let part): words += part
      case .lineBreak: break
      case .address: throw BrokenPromise("nobody's words link", found: written.debugDescription)
      }
      try hold("nobody's words format a page", run.marks.isEmpty, "\(run) in \(written.debugDescription)")
    }
    // A line break of the text is `<br>` and a bar.
    let expected = visible(text, keepingLineBreaks: true).replacing("\n", with: "|")
    try holdSame("somebody's words stand on the page as they are", words.withoutSpaces, expected.withoutSpaces)
  }

  private static func depth(_ blocks: [MarkdownPage.Block]) -> Int {
    blocks.map { block in
      switch block {
      case .quote(let inner): 1 + depth(inner)
      case .list(let list): 1 + (list.items.map { depth($0.blocks) }.max() ?? 0)
      default: 0
      }
    }.max() ?? 0
  }
}
