import Terminal

/// One of several views that a screen turns between: a page of text, or a list.
protocol Pane: Sendable {
  var filter: String { get set }
  mutating func move(_ movement: Movement, _ app: App)
  mutating func click(_ mouse: Mouse, _ app: App)
  mutating func settle(_ app: App)
  func draw(on screen: inout Screen, in area: Rect, title: String, empty: String, _ app: App)
}

/// A page of text that is laid out again when the window's width changes.
struct TextPane: Pane {
  private(set) var page = TextPage()
  private var lay: @Sendable (_ width: Int, App) -> [StyledLine]
  private var width: Int?

  init(_ lay: @escaping @Sendable (_ width: Int, App) -> [StyledLine]) { self.lay = lay }

  var filter: String {
    get { page.search }
    set { page.find(newValue) }
  }

  /// Lays it out in another way from now on; where one is on it, and what was searched for, stay.
  mutating func relay(_ lay: @escaping @Sendable (_ width: Int, App) -> [StyledLine]) {
    self.lay = lay
    width = nil
  }

  mutating func findNext() { page.findNext() }
  mutating func move(_ movement: Movement, _ app: App) { page.move(movement, height: TextPage.rows(app.size)) }
  mutating func click(_ mouse: Mouse, _ app: App) { page.scroll(by: mouse) }

  mutating func settle(_ app: App) {
    if width != app.size.width {
      width = app.size.width
      page.show(lay(app.size.width - 3, app))
    }
    page.settle(height: TextPage.rows(app.size))
  }

  func draw(on screen: inout Screen, in area: Rect, title: String, empty: String, _ app: App) {
    page.draw(on: &screen, in: area, title: title, empty: empty, note: app.viewer.storeNote)
  }
}

/// A list under a title of its own.
struct ListPane<Row: Identifiable & Sendable>: Pane where Row.ID: Hashable & Sendable {
  var list: RowList<Row>

  init(_ list: RowList<Row>) { self.list = list }

  var filter: String {
    get { list.filter }
    set { list.narrow(to: newValue) }
  }

  mutating func move(_ movement: Movement, _ app: App) {
    switch movement {
    case .lines(let lines): list.select(list.selectedIndex + lines)
    case .pages(let pages): list.select(list.selectedIndex + pages * max(1, Self.rows(app.size) - 1))
    case .first: list.select(0)
    case .last: list.select(list.visible.count - 1)
    }
  }

  mutating func click(_ mouse: Mouse, _ app: App) {
    switch mouse.action {
    case .wheelUp: move(.lines(-3), app)
    case .wheelDown: move(.lines(3), app)
    case .press(.left):
      let row = list.top + mouse.point.y - Self.headRows
      if mouse.point.y >= Self.headRows, row < list.visible.count { list.select(row) }
    default: break
    }
  }

  mutating func settle(_ app: App) { list.settle(height: Self.rows(app.size), app) }

  func draw(on screen: inout Screen, in area: Rect, title: String, empty: String, _ app: App) {
    let position = list.visible.isEmpty ? "" : "\(list.selectedIndex + 1) of \(list.visible.count)"
    ListDrawing(list: list, position: position, empty: empty, app: app).draw(on: &screen, in: area)
    let marked = list.marked.isEmpty ? "" : "\(list.marked.count) marked  "
    let narrowed = list.filter.isEmpty ? "" : "/\(list.filter)  "
    Rule.draw(
      on: &screen, in: area.split(top: 1).top, left: title, right: narrowed + marked + position, isStrong: true)
  }

  func plainText(_ app: App) -> String? {
    guard !list.chosen.isEmpty else { return nil }
    return list.chosen.map { row in list.columns.map { $0.cell(row, app, .ascii).text }.joined(separator: "\t") }
      .joined(separator: "\n")
  }

  /// The rule with the title, and the heads of the columns.
  private static var headRows: Int { 2 }
  private static func rows(_ size: Size) -> Int { max(1, size.height - headRows - 1) }
}
