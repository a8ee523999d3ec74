import Domain

extension ChecklistDocument {
  /// The file with the step at `index` and everything under it moved after the one at `anchor` and everything under that.
  ///
  /// It takes on the anchor's list style, section and group; its lines stay as they are but for their indentation.
  public func moving(_ index: Int, after anchor: Int) throws(ChecklistEditError) -> ChecklistDocument {
    try moving(index, to: anchor, before: false)
  }

  /// The file with the step at `index` and everything under it moved before the one at `anchor`.
  public func moving(_ index: Int, before anchor: Int) throws(ChecklistEditError) -> ChecklistDocument {
    try moving(index, to: anchor, before: true)
  }

  private func moving(_ index: Int, to anchor: Int, before: Bool) throws(ChecklistEditError) -> ChecklistDocument {
    let moved = try step(index)
    let target = try step(anchor)
    let count = 1 + shapes.countUnder(index)
    guard !(index..<index + count).contains(anchor) else { throw .moveIntoItself }

    var expected = shapes
    var taken = expected.take(index)
    for offset in taken.indices {
      taken[offset].section = target.section
      taken[offset].group = target.group
    }
    let place = anchor > index ? anchor - count : anchor
    let position = before ? place : place + 1 + expected.countUnder(place)
    let parent = expected[place].parent
    expected.insert(taken, at: position, parent: parent, depth: target.depth)
    if expected == shapes { return self }

    let style = style(of: target, before: before)
    let destination = before ? target.line : target.lines.upperBound + 1
    let blank = [LineEdit.NewLine](repeating: .blank, count: style.blankLines)
    let cut = Set(linesToCut(moved))
    var candidates: [[UInt8]] = []
    for expandsTabs in [false, true] {
      let lines = relined(moved, in: style, expandsTabs: expandsTabs).map { LineEdit.NewLine(content: $0) }
      // Where the step was and where it goes blocks may run into each other; then a blank line comes between them.
      for (isApartHere, isApartThere) in [(false, false), (true, false), (false, true), (true, true)] {
        var edit = LineEdit(removed: cut, ending: style.ending)
        edit.inserted[destination] = (before ? lines + blank : blank + lines) + (isApartThere ? [.blank] : [])
        if isApartHere { edit.inserted[moved.line, default: []].append(.blank) }
        candidates.append(edit.applied(to: source))
      }
    }
    return try firstVerified(candidates, expecting: expected)
  }

  /// The lines of a step in another list's style.
  private func relined(_ step: ParsedStep, in style: ListStyle, expandsTabs: Bool) -> [[UInt8]] {
    let box = step.layout.padding.upperBound
    let codeLines = blocks.codeLines
    return step.lines.map { number in
      if number == step.line { return style.start + source.bytes[box..<source[number].contentEnd] }
      let content = source.content(of: number)
      if style.contentColumn == step.layout.contentColumn || source.isBlank(number) { return Array(content) }
      let line = expandsTabs && !codeLines.contains(number) ? Columns.expandingMarkers(content)[...] : content
      return [UInt8](repeating: .space, count: style.contentColumn)
        + Columns.dedent(line, by: step.layout.contentColumn)
    }
  }
}
