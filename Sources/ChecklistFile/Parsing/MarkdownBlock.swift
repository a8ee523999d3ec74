/// One block of a Markdown file as cmark-gfm finds it, in document order.
struct MarkdownBlock: Sendable {
  enum Kind: Sendable {
    case document, quote
    case list(isTight: Bool)
    case item
    /// An item that the tasklist extension has claimed.
    case task
    case paragraph(Inlines)
    case heading(level: Int, Inlines)
    case fence(info: String, code: String)
    case html(String)
    case table, tableRow, other
  }

  var kind: Kind
  /// 1-based numbers in the whole file. Zero where cmark-gfm gives none.
  var firstLine: Int
  var lastLine: Int
  /// The 0-based byte within its line.
  var firstByte: Int
  /// The enclosing block's index; -1 for the document.
  var parent: Int
}

/// What has to be known of a paragraph's or a heading's inlines.
struct Inlines: Sendable {
  /// Words and code as a reader sees them, without markup and comments.
  var plainText = ""
  /// Whether the last inline is an HTML comment.
  var endsWithComment = false
  /// Whether everything is bold, but for a colon and a comment after it.
  var isWhollyBold = false
}

extension [MarkdownBlock] {
  /// The lines of code in fences, which are to be taken as they are.
  var codeLines: Set<Int> {
    var lines: Set<Int> = []
    for block in self {
      guard case .fence(_, let code) = block.kind else { continue }
      let count = code.utf8.count { $0 == .newline }
      if count > 0 { lines.formUnion(block.firstLine + 1...block.firstLine + count) }
    }
    return lines
  }
}
