import Terminal

/// A screen that is one list. What it does not say itself, moving, narrowing, ordering, marking and drawing, is said here.
protocol ListScreen: ScreenModel {
  associatedtype Row: Identifiable & Sendable where Row.ID: Hashable & Sendable

  var list: RowList<Row> { get set }
  /// Whether the rows come from that question.
  static func asks(_ question: any Question) -> Bool
  mutating func openSelection(_ app: inout App) -> [Effect]
  /// Follows every move: a long list reads on here.
  mutating func hasMoved(_ app: inout App) -> [Effect]
  /// Goes to an end that is not read yet; nil where the list is read whole.
  mutating func jump(toFirst: Bool, _ app: inout App) -> [Effect]?
  /// How many rows so many pages are from where one is.
  func rows(ofPages pages: Int, _ app: App) -> Int
  /// `3 of 120`.
  var position: String { get }
  /// What must be told of the whole list, at the left of the rule, before how it is narrowed and ordered; mostly nothing.
  var heading: String { get }
  /// How many rows of the list show.
  func rows(_ size: Size) -> Int
  /// What stands where the rows would be.
  func emptyWords(_ app: App) -> String
  /// A row as `y` copies it, its fields a tab apart.
  func plainText(_ row: Row, _ app: App) -> String
}

extension ListScreen {
  var isRead: Bool { list.all != nil || list.failure != nil }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if Self.asks(question) { list.failure = failure.words }
  }

  mutating func hasMoved(_ app: inout App) -> [Effect] { [] }
  mutating func jump(toFirst: Bool, _ app: inout App) -> [Effect]? { nil }
  func rows(_ size: Size) -> Int { ListLayout.rows(size) }
  func rows(ofPages pages: Int, _ app: App) -> Int { pages * max(1, rows(app.size) - 1) }
  var position: String { list.visible.isEmpty ? "" : "\(list.selectedIndex + 1) of \(list.visible.count)" }

  var heading: String { "" }

  func plainText(_ row: Row, _ app: App) -> String {
    list.columns.map { $0.cell(row, app, .ascii).text }.joined(separator: "\t")
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    switch movement {
    case .lines(let lines): list.select(list.selectedIndex + lines)
    case .pages(let pages): list.select(list.selectedIndex + rows(ofPages: pages, app))
    case .first:
      if let effects = jump(toFirst: true, &app) { return effects }
      list.select(0)
    case .last:
      if let effects = jump(toFirst: false, &app) { return effects }
      list.select(list.visible.count - 1)
    }
    return hasMoved(&app)
  }

  var filter: String? {
    get { list.filter }
    set { list.narrow(to: newValue ?? "") }
  }

  var isSortable: Bool { list.columns.contains { $0.precedes != nil } }
  mutating func sortByNextColumn() { list.sortByNextColumn() }
  mutating func reverseSort() { list.reverseSort() }

  var marks: Int? { list.marked.count }
  mutating func mark(_ which: Marking, _ app: inout App) -> [Effect] {
    switch which {
    case .selected: list.toggleMark()
    case .all: list.toggleAllMarks()
    case .none: list.clearMarks()
    }
    return hasMoved(&app)
  }

  func copyable(_ app: App) -> String? {
    list.chosen.isEmpty ? nil : list.chosen.map { plainText($0, app) }.joined(separator: "\n")
  }

  mutating func settle(_ app: App) { list.settle(height: rows(app.size), app) }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return move(.lines(-3), &app) ?? []
    case .wheelDown: return move(.lines(3), &app) ?? []
    case .press(.left):
      let row = mouse.point.y - ListLayout.headRows
      guard row >= 0, row < rows(app.size), list.top + row < list.visible.count else { return [] }
      if list.top + row == list.selectedIndex { return openSelection(&app) }
      list.select(list.top + row)
      return hasMoved(&app)
    default: return []
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    TitleBar.draw(on: &screen, in: area.split(top: 1).top, app)
    ListDrawing(list: list, heading: heading, position: position, empty: emptyWords(app), app: app)
      .draw(on: &screen, in: area.split(top: 1).rest)
  }
}

/// Where the parts of a list screen are.
enum ListLayout {
  /// The title bar, the rule and the column heads.
  static let headRows = 3
  /// Rows for the list: all but the head and the footer.
  static func rows(_ size: Size) -> Int { max(1, size.height - headRows - 1) }
}
