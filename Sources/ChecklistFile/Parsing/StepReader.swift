import Domain

/// Builds the steps of a file out of its blocks.
struct StepReader {
  let blocks: [MarkdownBlock]
  let source: SourceLines
  let outline: Outline
  let values: AttributeValues

  /// Block indices of the task items, in file order, with what belongs to each.
  private var items: [Int] = []
  private var markers: [TaskMarker] = []
  private var children: [[Int]] = []
  private var parents: [Int?] = []
  /// For each item the blocks right in it, and the fences anywhere in it but in steps under it and in quotes.
  private var firstChild: [Int?] = []
  private var fences: [[Int]] = []
  private var roots: [Int] = []
  private let codeLines: Set<Int>

  init(blocks: [MarkdownBlock], source: SourceLines, outline: Outline, values: AttributeValues) {
    self.blocks = blocks
    self.source = source
    self.outline = outline
    self.values = values
    codeLines = blocks.codeLines
  }

  /// The steps in the order of a run.
  mutating func read() throws(ChecklistFileError) -> [ParsedStep] {
    collect()
    var steps: [ParsedStep] = []
    for item in items.indices { steps.append(try step(item)) }
    return ordered(steps)
  }

  private mutating func collect() {
    var enclosing = [Int?](repeating: nil, count: blocks.count)
    var isQuoted = [Bool](repeating: false, count: blocks.count)
    var root = [Int](repeating: 0, count: blocks.count)
    for (index, block) in blocks.enumerated() where block.parent >= 0 {
      enclosing[index] = enclosing[block.parent]
      isQuoted[index] = isQuoted[block.parent]
      root[index] = block.parent == 0 ? index : root[block.parent]
      switch block.kind {
      case .quote: isQuoted[index] = true
      case .task where !isQuoted[index]:
        guard let marker = TaskMarker(line: block.firstLine, in: source) else { continue }
        let parent = enclosing[index]
        enclosing[index] = items.count
        if let parent { children[parent].append(items.count) }
        items.append(index)
        markers.append(marker)
        parents.append(parent)
        children.append([])
        fences.append([])
        firstChild.append(index + 1 < blocks.count && blocks[index + 1].parent == index ? index + 1 : nil)
        roots.append(root[index])
      case .fence where !isQuoted[index]:
        if let step = enclosing[index] { fences[step].append(index) }
      default: break
      }
    }
  }

  private func step(_ item: Int) throws(ChecklistFileError) -> ParsedStep {
    let block = blocks[items[item]]
    let marker = markers[item]
    let placement = outline.placements[roots[item]] ?? Placement(under: [])
    let lines = lines(of: items[item])
    let paragraph = paragraph(of: item, marker: marker, lines: lines)
    var text = paragraph.range.trimmed(in: source.bytes)
    var comment: AttributeComment?
    var own = StepAttributes()
    if paragraph.inlines.endsWithComment,
      let found = try AttributeComment.read(endOf: text, in: source, file: values.file)
    {
      own = try values.attributes(of: found, onHeading: false)
      comment = found
      text = (text.lowerBound..<found.range.lowerBound).trimmed(in: source.bytes)
    }
    let body = body(of: item, from: paragraph.lastLine + 1, lines: lines, dedent: marker.contentColumn)
    return ParsedStep(
      section: placement.section, isSectionGuessed: placement.isGuessed, group: placement.group, parent: parents[item],
      depth: depth(of: item), text: joined(text), plainText: paragraph.inlines.plainText,
      body: body.map(\.text).joined(separator: "\n"), fences: fences[item].compactMap { fence(blocks[$0]) },
      attributes: own.over(placement.attributes), ownAttributes: own, isTicked: marker.isTicked, lines: lines,
      byteRange: source[lines.lowerBound].start..<source[lines.upperBound].end, comment: comment,
      layout: StepLayout(
        prefix: marker.prefix, marker: marker.marker, padding: marker.padding, contentColumn: marker.contentColumn,
        text: text, isParagraph: isParagraph(firstChild[item]), item: items[item], list: block.parent,
        bodyLines: body.map(\.line),
        fenceLines: fences[item].map { blocks[$0].firstLine }))
  }

  private func lines(of item: Int) -> ClosedRange<Int> {
    let block = blocks[item]
    return source.lines(of: block)
  }

  /// The bytes of the first paragraph after the box, its last line, and its inlines.
  private func paragraph(of item: Int, marker: TaskMarker, lines: ClosedRange<Int>) -> (
    range: Range<Int>, lastLine: Int, inlines: Inlines
  ) {
    let first = lines.lowerBound
    let restOfLine = marker.end..<max(marker.end, source[first].contentEnd)
    guard let index = firstChild[item] else { return (restOfLine, first, Inlines()) }
    let child = blocks[index]
    switch child.kind {
    case .paragraph(let inlines) where child.firstLine > 0:
      let last = max(child.firstLine, min(child.lastLine, lines.upperBound))
      let start = child.firstLine == first ? marker.end : source[child.firstLine].start
      return (start..<max(start, source[last].contentEnd), last, inlines)
    case .paragraph(let inlines):
      // A table took the paragraph's last line as its header, and cmark-gfm then gives the paragraph no place.
      let last = max(first, lineBefore(tableAfter: index) ?? first)
      return (marker.end..<max(marker.end, source[last].contentEnd), last, inlines)
    case .heading(_, let inlines) where child.firstLine == first:
      let last = source.lastTextLine(ofHeading: child)
      return (marker.end..<max(marker.end, source[last].contentEnd), last, inlines)
    default: return (restOfLine, first, Inlines())
    }
  }

  private func isParagraph(_ block: Int?) -> Bool {
    guard let block, case .paragraph = blocks[block].kind else { return false }
    return true
  }

  /// The line before the header of the table that follows: its rows and the rule under the header are a line each.
  private func lineBefore(tableAfter index: Int) -> Int? {
    let parent = blocks[index].parent
    guard let table = blocks[index...].indices.dropFirst().first(where: { blocks[$0].parent == parent }),
      case .table = blocks[table].kind
    else { return nil }
    let rows = blocks.indices.filter { index in
      if case .tableRow = blocks[index].kind { blocks[index].parent == table } else { false }
    }
    return blocks[table].lastLine - rows.count - 2
  }

  private func body(of item: Int, from start: Int, lines: ClosedRange<Int>, dedent: Int) -> [(line: Int, text: String)]
  {
    var body: [(line: Int, text: String)] = []
    var under = children[item].map { self.lines(of: items[$0]) }[...]
    var number = start
    var isAfterStep = false
    while number <= lines.upperBound {
      if let step = under.first, step.contains(number) {
        while let last = body.last, last.text.isEmpty { body.removeLast() }
        number = step.upperBound + 1
        under.removeFirst()
        isAfterStep = true
        continue
      }
      if source.isBlank(number) {
        if !body.isEmpty, !isAfterStep { body.append((number, "")) }
      } else {
        if isAfterStep, !body.isEmpty { body.append((number, "")) }
        let content = source.content(of: number)
        let line = codeLines.contains(number) ? content : Columns.expandingMarkers(content)[...]
        body.append((number, String(decoding: Columns.dedent(line, by: dedent), as: UTF8.self)))
        isAfterStep = false
      }
      number += 1
    }
    while let last = body.last, last.text.isEmpty { body.removeLast() }
    return body
  }

  private func fence(_ block: MarkdownBlock) -> Fence? {
    guard case .fence(let info, var code) = block.kind else { return nil }
    // An unclosed fence takes in the blank lines up to the end of its item.
    while code.hasSuffix("\n") { code.removeLast() }
    let read = FenceInfo(info, raw: rawInfo(of: block))
    return Fence(language: read.language, code: code, attributes: read.attributes)
  }

  /// The info string as it stands in the file: cmark-gfm takes the backslashes out, which belong to JSON here.
  private func rawInfo(of block: MarkdownBlock) -> String {
    let line = source.text(of: block.firstLine)
    guard let mark = line.firstIndex(where: { $0 == "`" || $0 == "~" }) else { return "" }
    return line[mark...].drop { $0 == line[mark] }.trimmingSpacing()
  }

  private func joined(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let first = source.number(ofByte: range.lowerBound)
    let last = source.number(ofByte: range.upperBound - 1)
    return (first...last).map { number in
      var content = source[number].content.clamped(to: range)
      if number > first {
        while content.lowerBound < content.upperBound, source.bytes[content.lowerBound].isBlank {
          content = content.lowerBound + 1..<content.upperBound
        }
      }
      return String(decoding: source.bytes[content], as: UTF8.self)
    }.joined(separator: "\n")
  }

  private func depth(of item: Int) -> Int {
    var depth = 0
    var parent = parents[item]
    while let above = parent {
      depth += 1
      parent = parents[above]
    }
    return depth
  }

  /// Sorted by section, in file order within each, with the parents' indices changed to match.
  private func ordered(_ steps: [ParsedStep]) -> [ParsedStep] {
    let order = steps.indices.sorted { (steps[$0].section, $0) < (steps[$1].section, $1) }
    var positions = [Int](repeating: 0, count: steps.count)
    for (position, index) in order.enumerated() { positions[index] = position }
    return order.map { index in
      var step = steps[index]
      step.parent = step.parent.map { positions[$0] }
      return step
    }
  }
}

extension SourceLines {
  /// A block's lines without the blank ones at its end.
  func lines(of block: MarkdownBlock) -> ClosedRange<Int> {
    block.firstLine...lastContent(in: block.firstLine...max(block.firstLine, block.lastLine))
  }

  /// The last line of a heading's own text: the one before the underline of a setext heading.
  ///
  /// cmark-gfm says that a setext heading ends where it was closed, which may be a line too late.
  func lastTextLine(ofHeading block: MarkdownBlock) -> Int {
    guard block.lastLine > block.firstLine else { return block.firstLine }
    let underline = (block.firstLine + 1...block.lastLine).first { number in
      let text = text(of: number).trimmingSpacing()
      return !text.isEmpty && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
    }
    return (underline ?? block.firstLine + 1) - 1
  }
}
