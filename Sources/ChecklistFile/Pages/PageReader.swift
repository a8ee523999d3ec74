import CMarkGFM

/// Builds a page's blocks out of the nodes of a tree, which come one by one: however deep the tree, no stack grows
/// but the one in here.
struct PageReader {
  private(set) var blocks: [MarkdownPage.Block] = []
  private var open: [Container] = []
  /// The lists and quotes among the open ones.
  private var level = 0
  /// How many lists, items and quotes have been entered beyond the nesting that is kept.
  private var dissolved = 0
  private var inlines = InlineReader()
  private var table: TableReader?

  private struct Container {
    enum Kind {
      case quote
      case list(start: Int?, isTight: Bool)
      case item(isTicked: Bool?)
    }

    let kind: Kind
    var blocks: [MarkdownPage.Block] = []
    var items: [MarkdownPage.Item] = []
  }

  mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: break
    case CMARK_NODE_BLOCK_QUOTE: open(.quote)
    case CMARK_NODE_LIST: open(Self.list(node))
    case CMARK_NODE_ITEM: open(.item(isTicked: Self.isTicked(node)))
    case CMARK_NODE_CODE_BLOCK: append(Self.code(node))
    case CMARK_NODE_HTML_BLOCK:
      let html = MarkdownTree.literal(node).droppingLineEnds
      if !AttributeComments.areAll(of: html) { append(.html(html)) }
    case CMARK_NODE_THEMATIC_BREAK: append(.rule)
    default:
      if MarkdownTree.typeName(node) == "table" {
        table = TableReader(node)
      } else {
        inlines.enter(node)
      }
    }
  }

  mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_PARAGRAPH:
      let runs = inlines.finish()
      if !runs.isEmpty { append(.paragraph(runs)) }
    case CMARK_NODE_HEADING:
      append(.heading(level: Int(cmark_node_get_heading_level(node)), inlines.finish()))
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: close()
    default:
      switch MarkdownTree.typeName(node) {
      case "table_cell": table?.endCell(inlines.finish())
      case "table_header", "table_row": table?.endRow()
      case "table":
        if let table = table?.table { append(.table(table)) }
        table = nil
      default: inlines.leave(node)
      }
    }
  }

  private mutating func append(_ block: MarkdownPage.Block) {
    if open.isEmpty { blocks.append(block) } else { open[open.count - 1].blocks.append(block) }
  }

  private mutating func open(_ kind: Container.Kind) {
    let isItem = if case .item = kind { true } else { false }
    if dissolved > 0 || !isItem && level == MarkdownPage.mostNesting {
      dissolved += 1
    } else {
      open.append(Container(kind: kind))
      level += isItem ? 0 : 1
    }
  }

  private mutating func close() {
    guard dissolved == 0 else {
      dissolved -= 1
      return
    }
    guard let closed = open.popLast() else { return }
    switch closed.kind {
    case .quote:
      level -= 1
      append(.quote(closed.blocks))
    case .list(let start, let isTight):
      level -= 1
      append(.list(MarkdownPage.List(start: start, isTight: isTight, items: closed.items)))
    case .item(let isTicked):
      guard let list = open.indices.last else { return }
      open[list].items.append(MarkdownPage.Item(isTicked: isTicked, blocks: closed.blocks))
    }
  }

  private static func list(_ node: OpaquePointer) -> Container.Kind {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, isTight: cmark_node_get_list_tight(node) != 0)
  }

  private static func isTicked(_ item: OpaquePointer) -> Bool? {
    guard MarkdownTree.typeName(item) == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(item)
  }

  private static func code(_ node: OpaquePointer) -> MarkdownPage.Block {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    return .code(language: isFenced ? FenceInfo(info).shownLanguage : nil, MarkdownTree.literal(node).droppingLineEnds)
  }
}

extension String {
  fileprivate var droppingLineEnds: String {
    var scalars = Substring(self).unicodeScalars
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
