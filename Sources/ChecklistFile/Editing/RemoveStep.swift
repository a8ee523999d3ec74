import Domain

extension ChecklistDocument {
  /// The file without the step at the index and everything under it.
  ///
  /// The blank lines that set it apart from its list go with it, so that removing a step that was inserted gives
  /// the file back byte for byte.
  public func removing(_ index: Int) throws(ChecklistEditError) -> ChecklistDocument {
    let removed = try step(index)
    var expected = shapes
    _ = expected.take(index)
    let ending = lineEnding(near: removed.line)
    let cut = LineEdit(removed: Set(linesToCut(removed)), ending: ending)
    // Without the step two blocks may run into each other; then a blank line stays between them.
    let apart = LineEdit(
      removed: cut.removed.union(removed.lines), inserted: [removed.lines.lowerBound: [.blank]], ending: ending)
    return try firstVerified([cut.applied(to: source), apart.applied(to: source)], expecting: expected)
  }

  /// The step's lines with the blank ones between it and the item before, else the item after.
  func linesToCut(_ step: ParsedStep) -> ClosedRange<Int> {
    let siblings = siblings(of: step)
    let own = siblings.firstIndex { $0.item == step.layout.item } ?? 0
    if own > 0 { return min(siblings[own - 1].lines.upperBound + 1, step.line)...step.lines.upperBound }
    var last = step.lines.upperBound
    let startsAfterBlank = step.line == 1 || source.isBlank(step.line - 1)
    if siblings.count > 1 {
      last = max(last, siblings[1].lines.lowerBound - 1)
    } else if startsAfterBlank {
      while last < source.count, source.isBlank(last + 1) { last += 1 }
    }
    return step.line...last
  }
}
