import ChecklistFile
import Terminal

/// Lays a page of Markdown out for a width.
///
///     Runs by hand:
///
///     • pull the manifests
///     • │ bosh -n deploy
///
/// What stands in a list or a quote hangs under its sign. In a narrow place deep nesting stops to indent, so that
/// there is always room for words. Every line fits, and no word is lost.
struct MarkdownLines {
  private let width: Int
  private let glyphs: Glyphs
  private var lines: [StyledLine] = []

  static func lines(of page: MarkdownPage, width: Int, glyphs: Glyphs = .unicode) -> [StyledLine] {
    var layout = MarkdownLines(width: max(1, width), glyphs: glyphs)
    var margin = Margin()
    layout.add(page.blocks, isTight: false, &margin)
    return layout.lines
  }

  private init(width: Int, glyphs: Glyphs) {
    self.width = width
    self.glyphs = glyphs
  }

  private mutating func add(_ blocks: [MarkdownPage.Block], isTight: Bool, _ margin: inout Margin) {
    var previous: MarkdownPage.Block?
    for block in blocks {
      if let previous, !isTight, !previous.isHeading { lines.append(margin.blankLine) }
      add(block, &margin)
      previous = block
    }
  }

  private mutating func add(_ block: MarkdownPage.Block, _ margin: inout Margin) {
    switch block {
    case .heading(let level, let runs):
      wrap(runs.spans(on: .bold), &margin)
      if level == 1, let text = lines.last, !runs.isEmpty {
        let columns = text.displayWidth - margin.rest.displayWidth
        wrap([Span(String(repeating: glyphs.horizontal, count: max(1, columns)), .dim)], &margin)
      }
    case .paragraph(let runs): wrap(runs.spans(), &margin)
    case .code(_, let code): addCode(code, &margin)
    case .quote(let blocks):
      let bar = Span("\(glyphs.vertical) ", .dim)
      var inner = margin.inside(first: [bar], rest: [bar], width: width)
      add(blocks, isTight: false, &inner)
    case .list(let list): add(list, &margin)
    case .table(let table):
      // Signs that leave no room stand alone.
      if margin.displayWidth + Margin.leastRoom > width { wrap([], &margin) }
      for row in TableLines(table, width: width - margin.displayWidth, glyphs: glyphs).lines {
        lines.append(StyledLine(margin.take() + row.spans))
      }
    case .rule:
      let columns = max(1, width - margin.displayWidth)
      wrap([Span(String(repeating: glyphs.horizontal, count: columns), .dim)], &margin)
    case .html(let html): wrap([Span(html, .dim)], &margin)
    }
  }

  private mutating func wrap(_ spans: [Span], _ margin: inout Margin) {
    lines += SpanWrapping(width: width, first: margin.take(), rest: margin.rest).lines(spans)
  }

  /// Behind a bar, so that where a command begins and ends is plain; a line that goes on has a sign at the bar.
  private mutating func addCode(_ code: String, _ margin: inout Margin) {
    let bar = Span("\(glyphs.vertical) ", .dim)
    let more = Span("\(glyphs.vertical)\(glyphs.arrowRight)", .dim)
    for line in code.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let inner = margin.inside(first: [bar], rest: [more], width: width)
      let runs = InlineRun.runs(of: TabStops.expanded(String(line)))
      lines += SpanWrapping(width: width, first: inner.first, rest: inner.rest).cut(runs.spans(on: .command))
    }
  }

  private mutating func add(_ list: MarkdownPage.List, _ margin: inout Margin) {
    let last = (list.start ?? 0) + list.items.count - 1
    let columns = list.start == nil ? 1 : "\(last).".count
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { lines.append(margin.blankLine) }
      var sign = list.start.map { "\($0 + index)." } ?? glyphs.bullet
      sign = String(repeating: " ", count: max(0, columns - sign.count)) + sign
      var signs = [Span("\(sign) ", .dim)]
      if let isTicked = item.isTicked {
        let box = Span("\(isTicked ? glyphs.done : glyphs.pending) ", isTicked ? Style(foreground: .green) : .plain)
        signs = list.start == nil ? [box] : signs + [box]
      }
      let indent = Span(String(repeating: " ", count: signs.displayWidth))
      var inner = margin.inside(first: signs, rest: [indent], width: width)
      if item.blocks.isEmpty { wrap([], &inner) }
      add(item.blocks, isTight: list.isTight, &inner)
    }
  }
}

extension MarkdownPage.Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
