import CMarkGFM

/// Gathers the runs of a paragraph, a heading or a cell out of its nodes.
struct InlineReader {
  private var runs: [InlineRun] = []
  private var text = ""
  private var marks: InlineMarks = []
  /// How often each mark is open: emphasis may stand in emphasis.
  private var depths: [UInt8: Int] = [:]
  /// The links and images that are open, and the text in each so far.
  private var links: [(url: String, text: String)] = []

  mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: add(MarkdownTree.literal(node))
    case CMARK_NODE_SOFTBREAK: add(" ")
    case CMARK_NODE_LINEBREAK: addBreak()
    case CMARK_NODE_CODE: add(MarkdownTree.literal(node), as: .code)
    case CMARK_NODE_HTML_INLINE: addHTML(MarkdownTree.literal(node))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      open(.link)
      links.append((cmark_node_get_url(node).map { String(cString: $0) } ?? "", ""))
    default: if let mark = Self.mark(of: node) { open(mark) }
    }
  }

  mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      close(.link)
      guard let link = links.popLast() else { return }
      if !link.url.isEmpty, !Self.isSaid(link.url, by: link.text) { runs.append(InlineRun(.address(link.url), marks)) }
      if !links.isEmpty { links[links.count - 1].text += link.text }
    default: if let mark = Self.mark(of: node) { close(mark) }
    }
  }

  /// The runs so far, without spacing at their end; the reader is ready for the next ones.
  mutating func finish() -> [InlineRun] {
    flush()
    defer { self = InlineReader() }
    while let last = runs.last {
      switch last.content {
      case .lineBreak: runs.removeLast()
      case .text(let text) where last.marks.isDisjoint(with: .code) && text.hasSuffix(" "):
        let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
        runs.removeLast()
        if !trimmed.isEmpty { return runs + [InlineRun(trimmed, last.marks)] }
      default: return runs
      }
    }
    return runs
  }

  private mutating func add(_ more: String) {
    text += more
    if !links.isEmpty { links[links.count - 1].text += more }
  }

  private mutating func add(_ more: String, as mark: InlineMarks) {
    flush()
    if !links.isEmpty { links[links.count - 1].text += more }
    runs += InlineRun.runs(of: more, marks.union(mark))
  }

  private mutating func addBreak() {
    flush()
    runs.append(InlineRun(.lineBreak))
  }

  private mutating func addHTML(_ html: String) {
    if AttributeComments.areAll(of: html) { return }
    // What a line break is in a table, which can't have another.
    if ["<br>", "<br/>", "<br />"].contains(html.lowercased()) { return addBreak() }
    add(html, as: .html)
  }

  private mutating func flush() {
    runs += InlineRun.runs(of: text, marks)
    text = ""
  }

  private mutating func open(_ mark: InlineMarks) {
    flush()
    depths[mark.rawValue, default: 0] += 1
    marks.insert(mark)
  }

  private mutating func close(_ mark: InlineMarks) {
    flush()
    depths[mark.rawValue, default: 1] -= 1
    if depths[mark.rawValue] == 0 { marks.remove(mark) }
  }

  private static func mark(of node: OpaquePointer) -> InlineMarks? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_EMPH: .emphasis
    default: MarkdownTree.typeName(node) == "strikethrough" ? .strikethrough : nil
    }
  }

  /// A bare link's address is made of its text.
  private static func isSaid(_ url: String, by text: String) -> Bool {
    ["", "http://", "https://", "mailto:"].contains { $0 + text == url }
  }
}
