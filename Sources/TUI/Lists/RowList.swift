import Terminal
import Text

/// The rows of a list: which show, in which order, which one is selected and which are marked.
///
/// The selection stays on its row when others come and go; when its own goes, on the row that takes its place.
struct RowList<Row: Identifiable & Sendable>: Sendable where Row.ID: Hashable & Sendable {
  struct Sort: Hashable, Sendable {
    var column: Int
    var isReversed: Bool
  }

  let columns: [Column<Row>]
  /// What a row is found by when the list is narrowed; nil where the store narrows it.
  let searchText: (@Sendable (Row) -> String)?
  /// As they were read; nil until they are.
  private(set) var all: [Row]?
  /// Those that the filter leaves, in the order that was asked for.
  private(set) var visible: [Row] = []
  private(set) var filter = ""
  private(set) var sort: Sort?
  private(set) var selectedIndex = 0
  /// As they were when they were marked; whether they show or not.
  private var markedRows: [Row.ID: Row] = [:]
  /// Why the rows could not be read; nil when they could.
  var failure: String?
  private(set) var top = 0
  /// The widest content of each column that was shown so far: columns grow and do not jitter.
  private(set) var widest: [Int]
  /// What the widths were taken of last.
  private var measured: Measured?
  private var arrangement = 0

  /// Widths are taken anew when other rows show, others signs, or a minute has passed: ages are in cells too.
  private struct Measured: Equatable {
    var arrangement: Int
    var top: Int
    var height: Int
    var minute: Int64
    var glyphs: Glyphs
  }

  init(_ columns: [Column<Row>], searchText: (@Sendable (Row) -> String)? = nil) {
    self.columns = columns
    self.searchText = searchText
    widest = columns.map(\.title.displayWidth)
  }

  var selected: Row? { visible.indices.contains(selectedIndex) ? visible[selectedIndex] : nil }
  var marked: Set<Row.ID> { Set(markedRows.keys) }
  /// The marked rows, those that show first and in their order, else the selected one: what a command for several is for.
  var chosen: [Row] {
    if markedRows.isEmpty { return selected.map { [$0] } ?? [] }
    let shown = visible.filter { markedRows[$0.id] != nil }
    let ids = Set(shown.map(\.id))
    return shown + markedRows.values.filter { !ids.contains($0.id) }
  }
  var hiddenMarks: Int { markedRows.count - visible.count { markedRows[$0.id] != nil } }

  mutating func replace(_ rows: [Row]) {
    all = rows
    failure = nil
    // A list that is read whole knows which rows are gone.
    if searchText != nil, !markedRows.isEmpty {
      let ids = Set(rows.map(\.id))
      markedRows = markedRows.filter { ids.contains($0.key) }
    }
    for row in rows where markedRows[row.id] != nil { markedRows[row.id] = row }
    arrange()
  }

  mutating func narrow(to text: String) {
    guard text != filter else { return }
    filter = text
    widest = columns.map(\.title.displayWidth)
    arrange()
  }

  /// Orders by the next column that can be ordered by; after the last one as the list was read.
  mutating func sortByNextColumn() {
    let sortable = columns.indices.filter { columns[$0].precedes != nil }
    let next = sort.map { current in sortable.first { $0 > current.column } } ?? sortable.first
    sort = next.map { Sort(column: $0, isReversed: false) }
    arrange()
  }

  mutating func reverseSort() {
    if let current = sort {
      sort = Sort(column: current.column, isReversed: !current.isReversed)
    } else if let first = columns.firstIndex(where: { $0.precedes != nil }) {
      sort = Sort(column: first, isReversed: true)
    }
    arrange()
  }

  mutating func clearSort() {
    guard sort != nil else { return }
    sort = nil
    arrange()
  }

  private mutating func arrange() {
    let wanted = selected?.id
    var rows = all ?? []
    if let searchText, !filter.isEmpty {
      let match = WordMatch(filter)
      rows = rows.filter { match.matches(searchText($0)) }
    }
    if let sort, let precedes = columns[sort.column].precedes {
      // Stable, so that rows that are equal in this column stay in the order of the list.
      let ordered = rows.enumerated().sorted { left, right in
        if precedes(left.element, right.element) { return true }
        return precedes(right.element, left.element) ? false : left.offset < right.offset
      }
      rows = ordered.map(\.element)
      if sort.isReversed { rows.reverse() }
    }
    visible = rows
    arrangement += 1
    if let wanted, let index = rows.firstIndex(where: { $0.id == wanted }) { selectedIndex = index }
    selectedIndex = max(0, min(selectedIndex, rows.count - 1))
  }

  mutating func select(_ index: Int) { selectedIndex = max(0, min(index, visible.count - 1)) }

  mutating func select(id: Row.ID) {
    if let index = visible.firstIndex(where: { $0.id == id }) { selectedIndex = index }
  }

  mutating func toggleMark() {
    guard let row = selected else { return }
    if markedRows.removeValue(forKey: row.id) == nil { markedRows[row.id] = row }
    select(selectedIndex + 1)
  }

  /// Marks all rows that show; when all of them are, none.
  mutating func toggleAllMarks() {
    let areAllMarked = visible.allSatisfy { markedRows[$0.id] != nil }
    for row in visible { markedRows[row.id] = areAllMarked ? nil : row }
  }

  mutating func clearMarks() { markedRows = [:] }

  /// - Parameter linesAbove: how many lines of their own stand above a row, as its heading.
  mutating func settle(height: Int, linesAbove: ((Row) -> Int)? = nil, _ app: App) {
    if let linesAbove {
      top = ScrollWindow.first(top, showing: selectedIndex, of: visible.count, height: height) {
        visible.indices.contains($0) ? linesAbove(visible[$0]) : 0
      }
    } else {
      top = ScrollWindow.first(top, showing: selectedIndex..<selectedIndex + 1, of: visible.count, height: height)
    }
    let shown = Measured(
      arrangement: arrangement, top: top, height: height, minute: app.now.milliseconds / 60_000, glyphs: app.glyphs)
    guard shown != measured else { return }
    measured = shown
    for row in visible.dropFirst(top).prefix(height) {
      for (index, column) in columns.enumerated() {
        widest[index] = max(widest[index], column.cell(row, app, app.glyphs).text.displayWidth)
      }
    }
  }
}

/// The words that a filter is made of, no more and no longer than anybody types: each is looked for in every row.
enum FilterWords {
  static func of(_ text: String) -> [String] {
    text.prefix(1000).split { $0.isWhitespace }.prefix(10).map { String($0.prefix(100)) }
  }
}

/// Whether a text has all the words of a filter in it, whatever their case and order.
struct WordMatch: Hashable, Sendable {
  private let words: [String]

  init(_ filter: String) { words = FilterWords.of(filter.lowercased()) }

  func matches(_ text: String) -> Bool {
    if words.isEmpty { return true }
    let text = text.lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}
