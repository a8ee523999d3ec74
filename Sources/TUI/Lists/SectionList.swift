import Terminal

/// Lines below headings, of which one is selected: which show, where one is, and what scrolls.
struct SectionList<Target: Sendable>: Sendable {
  /// How the list behaves beside what it holds.
  enum Manner: Hashable, Sendable {
    /// What needs somebody now: while they have not moved, the first line stays selected, whatever comes.
    case news
    /// A page that is read whole where it fits: gaps give way, and a section's first line brings its heading into sight.
    case page
  }

  /// A line as it shows.
  enum Line: Hashable, Sendable {
    case heading(Int)
    /// By its place among all rows.
    case row(Int)
    case empty(Int)
    case gap
  }

  let manner: Manner
  /// The sections as they show; their rows in one order are what is selected among.
  private(set) var sections: [ListSection<Target>] = []
  private(set) var lines: [Line] = []
  private(set) var selected = 0
  private(set) var top = 0
  var filter = ""

  init(_ manner: Manner) { self.manner = manner }

  var rows: [SectionRow<Target>] { sections.flatMap(\.rows) }
  var selectedRow: SectionRow<Target>? {
    let rows = rows
    return rows.indices.contains(selected) ? rows[selected] : nil
  }

  mutating func move(_ movement: Movement, page: Int) {
    let count = rows.count
    switch movement {
    case .lines(let lines): selected += lines
    case .pages(let pages): selected += pages * max(1, page - 1)
    case .first: selected = 0
    case .last: selected = count - 1
    }
    selected = max(0, min(selected, count - 1))
  }

  /// - Parameter row: from the first that shows.
  /// - Returns: whether it was selected already, so that it is meant to be opened.
  mutating func press(row: Int) -> Bool {
    let index = top + row
    guard row >= 0, lines.indices.contains(index), case .row(let pressed) = lines[index] else { return false }
    if pressed == selected { return true }
    selected = pressed
    return false
  }

  /// Takes the sections as they are now; the selection stays on its line, where that is still there.
  mutating func settle(_ all: [ListSection<Target>], height: Int) {
    let wanted = selectedRow?.id
    let match = WordMatch(filter)
    sections = all.compactMap { section in
      var section = section
      section.rows = section.rows.filter { match.matches("\($0.who) \($0.text) \($0.detail)") }
      return section.rows.isEmpty && !filter.isEmpty ? nil : section
    }
    let rows = rows
    let follows = manner == .page || selected > 0
    if follows, let index = rows.firstIndex(where: { $0.id == wanted }) { selected = index }
    selected = max(0, min(selected, rows.count - 1))
    lines = laidOut(height: height)
    let line = lines.firstIndex(of: .row(selected)) ?? 0
    top = ScrollWindow.first(
      top, showing: inSight(line, of: rows.count, height: height), of: lines.count, height: height)
  }

  private func laidOut(height: Int) -> [Line] {
    var lines: [Line] = []
    var row = 0
    let whole = sections.reduce(0) { $0 + 1 + max(1, $1.rows.count) }
    let hasGaps = manner == .news || whole + sections.count - 1 <= height
    for (index, section) in sections.enumerated() {
      if index > 0, hasGaps { lines.append(.gap) }
      lines.append(.heading(index))
      if section.rows.isEmpty { lines.append(.empty(index)) }
      for _ in section.rows {
        lines.append(.row(row))
        row += 1
      }
    }
    return lines
  }

  /// The lines that come into sight with the selected one.
  private func inSight(_ line: Int, of count: Int, height: Int) -> Range<Int> {
    let isFirst = selected == 0
    guard manner == .page else { return (isFirst ? 0 : line)..<line + 1 }
    var start = isFirst ? 0 : line
    if !isFirst, line > 0, case .heading = lines[line - 1] { start = line - 1 }
    // With the last of all what stands below it.
    let end = selected == count - 1 ? lines.count : line + 1
    return start..<min(end, start + height)
  }
}
