import CMarkGFM

/// Reads Markdown with cmark-gfm, its tasklist and its table extension.
enum MarkdownParser {
  /// The blocks of the bytes in document order, the document first; `firstLine` is the number of the first byte's line.
  static func blocks(of bytes: ArraySlice<UInt8>, firstLine: Int) -> [MarkdownBlock] {
    MarkdownTree.read(bytes, extensions: ["table", "tasklist"]) { walk($0, lineOffset: firstLine - 1) } ?? []
  }

  private static func walk(_ document: OpaquePointer, lineOffset: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var open: [(node: OpaquePointer, index: Int)] = []
    MarkdownTree.walk(document) { node, isEntered in
      guard isBlock(node) else { return }
      guard isEntered else {
        if open.last?.node == node { open.removeLast() }
        return
      }
      let start = Int(cmark_node_get_start_line(node))
      blocks.append(
        MarkdownBlock(
          kind: kind(of: node), firstLine: start == 0 ? 0 : start + lineOffset,
          lastLine: start == 0 ? 0 : Int(cmark_node_get_end_line(node)) + lineOffset,
          firstByte: max(0, Int(cmark_node_get_start_column(node)) - 1), parent: open.last?.index ?? -1))
      if !isLeaf(node) { open.append((node, blocks.count - 1)) }
    }
    return blocks
  }

  private static func isBlock(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type(node).rawValue & 0xC000 == 0x8000
  }

  /// Leaves have no exit event.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK: true
    default: false
    }
  }

  private static func kind(of node: OpaquePointer) -> MarkdownBlock.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST: return .list(isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return typeName(node) == "tasklist" ? .task : .item
    case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(of: node))
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node))
    case CMARK_NODE_HTML_BLOCK: return .html(literal(node))
    case CMARK_NODE_CODE_BLOCK:
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return .other }
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      return .fence(info: info, code: literal(node))
    default:
      return switch typeName(node) {
      case "table": .table
      case "table_row": .tableRow
      default: .other
      }
    }
  }

  private static func inlines(of block: OpaquePointer) -> Inlines {
    var inlines = Inlines()
    MarkdownTree.walk(block) { node, isEntered in
      guard isEntered else { return }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: inlines.plainText += literal(node)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: inlines.plainText += " "
      default: break
      }
    }
    inlines.plainText = inlines.plainText.trimmingSpacing()
    if let last = cmark_node_last_child(block) { inlines.endsWithComment = isComment(last) }
    inlines.isWhollyBold = isWhollyBold(block)
    return inlines
  }

  private static func isWhollyBold(_ paragraph: OpaquePointer) -> Bool {
    guard let first = cmark_node_first_child(paragraph), cmark_node_get_type(first) == CMARK_NODE_STRONG else {
      return false
    }
    var next = cmark_node_next(first)
    while let node = next {
      let isColon =
        cmark_node_get_type(node) == CMARK_NODE_TEXT && ["", ":", "："].contains(literal(node).trimmingSpacing())
      guard isColon || isComment(node) else { return false }
      next = cmark_node_next(node)
    }
    return true
  }

  private static func isComment(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE && literal(node).hasPrefix("<!--")
  }

  private static func literal(_ node: OpaquePointer) -> String { MarkdownTree.literal(node) }
  private static func typeName(_ node: OpaquePointer) -> String { MarkdownTree.typeName(node) }
}

extension StringProtocol {
  /// The text without spaces, tabs and line ends at both its ends.
  func trimmingSpacing() -> String {
    let view = Substring(self).unicodeScalars
    let isSpacing = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" }
    guard let first = view.firstIndex(where: { !isSpacing($0) }),
      let last = view.lastIndex(where: { !isSpacing($0) })
    else { return "" }
    return String(view[first...last])
  }
}
