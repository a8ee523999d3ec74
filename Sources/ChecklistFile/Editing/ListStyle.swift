/// How a list is written, so that a step put into it looks like its neighbours.
struct ListStyle {
  var prefix: [UInt8]
  var marker: [UInt8]
  var padding: [UInt8]
  /// Blank lines between two items.
  var blankLines: Int
  var ending: [UInt8]

  /// Where an item's content begins, in columns.
  var contentColumn: Int { Columns.width((prefix + marker + padding)[...]) }

  /// The first line of an item up to its `[`.
  var start: [UInt8] { prefix + marker + padding }
}

extension ChecklistDocument {
  /// The style of the anchor's list for a step right after or before the anchor.
  func style(of anchor: ParsedStep, before: Bool) -> ListStyle {
    let bytes = source.bytes
    let siblings = siblings(of: anchor)
    return ListStyle(
      prefix: Array(bytes[anchor.layout.prefix]),
      marker: marker(of: anchor, siblings: siblings, before: before),
      padding: Array(bytes[anchor.layout.padding]),
      blankLines: blankLines(around: anchor, siblings: siblings, before: before),
      ending: lineEnding(near: anchor.line))
  }

  /// The items of the step's list, steps or not, in file order, each with its lines.
  func siblings(of step: ParsedStep) -> [(item: Int, lines: ClosedRange<Int>)] {
    blocks.indices.filter { blocks[$0].parent == step.layout.list }.map { ($0, source.lines(of: blocks[$0])) }
  }

  private func blankLines(
    around anchor: ParsedStep, siblings: [(item: Int, lines: ClosedRange<Int>)], before: Bool
  ) -> Int {
    let own = siblings.firstIndex { $0.item == anchor.layout.item } ?? 0
    let next = own + 1 < siblings.count ? siblings[own + 1].lines.lowerBound - anchor.lines.upperBound - 1 : nil
    let previous = own > 0 ? anchor.lines.lowerBound - siblings[own - 1].lines.upperBound - 1 : nil
    if let blank = before ? previous ?? next : next ?? previous { return max(0, blank) }
    if case .list(isTight: false) = blocks[anchor.layout.list].kind { return 1 }
    return blankLinesByHabit(near: anchor)
  }

  /// What else is known where a list has one item: in an item of a list with blank lines, whether the list stands apart
  /// from what is above it; else how the nearest list of two items or more is written that is in no other one.
  private func blankLinesByHabit(near step: ParsedStep) -> Int {
    let list = step.layout.list
    let holder = blocks[list].parent
    if holder > 0 {
      guard source.isBlank(step.line - 1), case .list(isTight: false) = blocks[blocks[holder].parent].kind else {
        return 0
      }
      return 1
    }
    var gaps: [(distance: Int, gap: Int)] = []
    var lastItem: Int?
    for index in blocks.indices.dropFirst() where blocks[index].parent > 0 && blocks[blocks[index].parent].parent == 0 {
      guard case .list = blocks[blocks[index].parent].kind else { continue }
      if let last = lastItem, blocks[last].parent == blocks[index].parent {
        let gap = blocks[index].firstLine - source.lines(of: blocks[last]).upperBound - 1
        gaps.append((abs(blocks[index].firstLine - step.line), gap))
      }
      lastItem = index
    }
    return max(0, gaps.min { $0.distance < $1.distance }?.gap ?? 0)
  }

  /// The same bullet; for a number the next one, or the same one where the list repeats one number throughout.
  private func marker(
    of anchor: ParsedStep, siblings: [(item: Int, lines: ClosedRange<Int>)], before: Bool
  ) -> [UInt8] {
    let marker = source.bytes[anchor.layout.marker]
    guard !before, let number = ListMarker.number(marker), let delimiter = marker.last else { return Array(marker) }
    let numbers = siblings.prefix(2).compactMap { sibling in
      let line = source[sibling.lines.lowerBound]
      let start = min(line.contentEnd, line.start + blocks[sibling.item].firstByte)
      return ListMarker.number(source.bytes[start..<line.contentEnd])
    }
    let isRepeated = numbers.count == 2 && numbers[0] == numbers[1]
    let next = isRepeated || number >= 999_999_999 ? number : number + 1
    return Array(String(next).utf8) + [delimiter]
  }

  /// The ending of the line, else of the line before, else of the file's first line, else LF.
  func lineEnding(near number: Int) -> [UInt8] {
    for candidate in [number, number - 1, 1] where candidate >= 1 {
      let ending = Array(source.ending(of: candidate))
      if !ending.isEmpty { return ending }
    }
    return [.newline]
  }
}
