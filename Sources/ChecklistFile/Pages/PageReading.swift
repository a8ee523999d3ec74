import CMarkGFM

extension MarkdownPage {
  /// Lists and quotes inside each other, beyond which the inner ones are dissolved into their blocks.
  public static let mostNesting = 16
  /// Cells that a table's head may have. cmark-gfm fills every row up to its head's width, so that a small text
  /// could take all the memory there is; a text with more `|` in a line is read without tables.
  static let mostColumns = 128

  /// Reads any text; there is none that can't be read. Time is linear in its length.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let isTabular = Self.mostPipes(in: bytes) <= Self.mostColumns
    let extensions = ["tasklist", "strikethrough", "autolink"] + (isTabular ? ["table"] : [])
    let blocks = MarkdownTree.read(bytes[...], extensions: extensions, options: CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) {
      var reader = PageReader()
      MarkdownTree.walk($0) { node, isEntered in
        if isEntered { reader.enter(node) } else { reader.leave(node) }
      }
      return reader.blocks
    }
    self.init(blocks: blocks ?? [])
  }

  /// One line's worth of Markdown, such as a step's text: the sign of a list or a quote is text.
  ///
  ///     MarkdownPage.inline("1. `bosh deploy`")  // [InlineRun("1. "), InlineRun("bosh deploy", .code)]
  public static func inline(_ text: String) -> [InlineRun] {
    if let runs = MarkdownPage(text).onlyRuns { return runs }
    guard text.utf8.contains(where: { !$0.isSpacing }) else { return [] }
    // After a word nothing begins a block, and what follows is read as at the beginning of a line.
    let word = "x "
    let line = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0).trimmingSpacing() }
    guard var runs = MarkdownPage(word + line.joined(separator: " ")).onlyRuns,
      case .text(let first)? = runs.first?.content,
      first.hasPrefix(word)
    else { return InlineRun.runs(of: text) }
    runs[0].content = .text(String(first.dropFirst(word.count)))
    return runs[0].content == .text("") ? Array(runs.dropFirst()) : runs
  }

  private var onlyRuns: [InlineRun]? {
    guard blocks.count == 1 else { return nil }
    switch blocks.first {
    case .paragraph(let runs), .heading(_, let runs): return runs
    default: return nil
    }
  }

  private static func mostPipes(in bytes: [UInt8]) -> Int {
    var most = 0
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "|") { count += 1 }
      if byte == .newline || byte == .carriageReturn { count = 0 }
      most = max(most, count)
    }
    return most
  }
}
