import Domain

/// Where a step can go: beside any other, in its list, together with everything under it.
struct StepPlaces: Hashable, Sendable {
  /// One place. What stands there is `anchor`, and the moved step comes before or behind it and all that is under it.
  struct Row: Hashable, Sendable {
    var place: StepPlace
    /// How many of the other steps stand before it.
    var position: Int
    var depth: Int
  }

  /// The steps that stay where they are, in their order.
  let others: [Step]
  /// In the order of the list; where two lists end at one line, the inner one's place first.
  let rows: [Row]
  /// Where it stands now; nil where it is alone in its list.
  let current: Int?
  /// Where choosing begins.
  let start: Int
  private let section: Section?
  private let sections: [StepID: Section]

  init(moving id: StepID, in steps: [Step]) {
    let range = Self.subtree(of: id, in: steps)
    let moved = Set(range.map { steps[$0].id })
    others = steps.filter { !moved.contains($0.id) }
    rows = Self.rows(others)
    let step = steps.first { $0.id == id }
    section = step?.section
    sections = Dictionary(others.map { ($0.id, $0.section) }, uniquingKeysWith: { first, _ in first })
    // Behind the step that comes before it in its list; else in front of the one after it.
    let isBeside = { (other: Step) in
      other.parent == step?.parent && other.section == step?.section && other.group == step?.group
    }
    let before = steps[..<range.lowerBound].last(where: isBeside)
    let after = steps[range.upperBound...].first(where: isBeside)
    let place = before.map { StepPlace.after($0.id) } ?? after.map { StepPlace.before($0.id) }
    current = rows.firstIndex { $0.place == place }
    start = current ?? rows.firstIndex { $0.position >= range.lowerBound } ?? 0
  }

  /// The place at which it would get that number, or the nearest to it.
  func row(atNumber number: Int) -> Int? {
    guard !rows.isEmpty else { return nil }
    let wanted = min(max(0, number - 1), others.count)
    let least = rows.map { abs($0.position - wanted) }.min() ?? 0
    let nearest = rows.indices.filter { abs(rows[$0].position - wanted) == least }
    // Of several at one line that in its own section, and the outermost: the list that everything else is in.
    func isElsewhere(_ row: Int) -> Int { sections[rows[row].place.anchor] == section ? 0 : 1 }
    return nearest.min { (isElsewhere($0), rows[$0].depth) < (isElsewhere($1), rows[$1].depth) }
  }

  private static func rows(_ steps: [Step]) -> [Row] {
    var rows: [Row] = []
    // Of the steps that are not over yet, outermost first, each with its place behind it.
    var open: [Step] = []
    for (index, step) in steps.enumerated() {
      while let last = open.last, last.id != step.parent {
        open.removeLast()
        rows.append(Row(place: .after(last.id), position: index, depth: last.depth))
      }
      let isFirst = index == 0 || !isSameList(steps[..<index], step)
      if isFirst { rows.append(Row(place: .before(step.id), position: index, depth: step.depth)) }
      open.append(step)
    }
    for last in open.reversed() {
      rows.append(Row(place: .after(last.id), position: steps.count, depth: last.depth))
    }
    return rows
  }

  /// Whether some step before it is in its list already.
  private static func isSameList(_ before: ArraySlice<Step>, _ step: Step) -> Bool {
    guard let last = before.last(where: { $0.depth <= step.depth }) else { return false }
    return last.depth == step.depth && last.parent == step.parent && last.section == step.section
      && last.group == step.group
  }

  private static func subtree(of id: StepID, in steps: [Step]) -> Range<Int> {
    guard let start = steps.firstIndex(where: { $0.id == id }) else { return 0..<0 }
    let end = steps[(start + 1)...].firstIndex { $0.depth <= steps[start].depth } ?? steps.count
    return start..<end
  }
}
