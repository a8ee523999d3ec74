import Domain
import Foundation
import Terminal

/// A team's backlog in its one hand-set order: icebox, backlog and current side by side where there is room, done behind.
struct BacklogScreen: ListScreen, ItemActing {
  static let name = ScreenName("backlog")

  private(set) var head: BacklogHeadQuestion.Answer?
  private(set) var panel = Panel.backlog
  private(set) var panels: [Panel: ShelfList] = [:]
  /// What the filter finds, and the filter that it was found by.
  private(set) var found = ShelfList()
  private(set) var readFilter = ""
  private var typed = ""
  /// Whether the selected item shows below the list, and what is known of it.
  private(set) var isPeeking = false
  private(set) var peeked: ItemContent?
  /// Why there are no iterations; nil when all is well.
  private(set) var planFailure: String?
  /// The team that was chosen here.
  private var chosenTeam: TeamName?

  var team: TeamName? { head?.team?.name }
  var zone: TimeZone? { head?.team?.zone }
  var names: ItemNames { head?.names ?? ItemNames() }
  var chosenItems: [ItemLine] { list.chosen }

  /// The shelf that the keys are for.
  var shelf: Shelf { typed.isEmpty ? .panel(panel) : .found(typed) }
  var isFound: Bool { shelf.isFound }
  var current: ShelfList { typed.isEmpty ? panels[panel] ?? ShelfList() : found }

  var list: RowList<ItemLine> {
    get { current.list }
    set {
      if typed.isEmpty { panels[panel, default: ShelfList()].list = newValue } else { found.list = newValue }
    }
  }

  var isRead: Bool {
    guard let head else { return list.failure != nil }
    return head.team == nil || current.isRead && (typed.isEmpty || readFilter == typed)
  }

  // MARK: Reading

  static func asks(_ question: any Question) -> Bool {
    question is ShelfQuestion || question is BacklogHeadQuestion
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    [app.read(BacklogHeadQuestion(team: chosenTeam))] + readAll(&app) + peek(&app)
  }

  private func readAll(_ app: inout App) -> [Effect] {
    Panel.allCases.map(Shelf.panel).flatMap { read($0, &app) } + (typed.isEmpty ? [] : read(.found(typed), &app))
      + readPlan(&app)
  }

  private func readPlan(_ app: inout App) -> [Effect] {
    let distance = BacklogPlanQuestion.distance(for: panels[.backlog]?.list.all?.count ?? 0)
    return team.map { [app.read(BacklogPlanQuestion(team: $0, distance: distance))] } ?? []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is BacklogPlanQuestion { planFailure = failure.words }
    if Self.asks(question) { list.failure = failure.words }
  }

  private func read(_ shelf: Shelf, _ app: inout App) -> [Effect] {
    let known = shelf.isFound ? found : panelList(shelf)
    return read(shelf, known.again.edge, limit: known.again.limit, &app)
  }

  private func panelList(_ shelf: Shelf) -> ShelfList {
    if case .panel(let panel) = shelf { panels[panel] ?? ShelfList() } else { found }
  }

  private func read(
    _ shelf: Shelf, _ edge: ShelfEdge, limit: Int = ShelfList.page, _ app: inout App
  ) -> [Effect] {
    team.map { [app.read(ShelfQuestion(team: $0, shelf: shelf, edge: edge, limit: limit))] } ?? []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, head) = reply.to(BacklogHeadQuestion.self) {
      guard question.team == chosenTeam else { return [] }
      let before = team
      self.head = head
      guard team != before else { return [] }
      panels = [:]
      found = ShelfList()
      return readAll(&app)
    }
    if let (question, answer) = reply.to(BlockersQuestion.self), app.isWanted(question) {
      return ItemActions.unblock(answer, &app)
    }
    if let (question, content) = reply.to(ItemQuestion.self) {
      if question.number == list.selected?.number { peeked = content }
      return []
    }
    if let (question, plan) = reply.to(BacklogPlanQuestion.self) {
      guard question.team == team else { return [] }
      panels[.backlog, default: ShelfList()].plan = plan
      planFailure = nil
      return []
    }
    guard let (question, answer) = reply.to(ShelfQuestion.self), question.team == team else { return [] }
    switch question.shelf {
    case .panel(let panel): panels[panel, default: ShelfList()].take(answer, for: question)
    case .found(let text):
      // An answer to another filter is too late.
      guard text == typed else { return [] }
      found.take(answer, for: question)
      readFilter = text
    }
    let plan = question.shelf == .panel(.backlog) && !isPlanned ? readPlan(&app) : []
    return plan + (question.shelf == shelf ? hasMoved(&app) : [])
  }

  /// Whether the plan reaches over all the items of the backlog that are known here.
  private var isPlanned: Bool {
    guard let backlog = panels[.backlog], let plan = backlog.plan else { return true }
    return plan.distance >= BacklogPlanQuestion.distance(for: backlog.list.all?.count ?? 0)
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard case .success = result, (write.write as? StoreWrite)?.name == ItemActions.leaving else { return [] }
    for panel in Panel.allCases { panels[panel]?.list.clearMarks() }
    found.list.clearMarks()
    return []
  }

  // MARK: Moving

  mutating func hasMoved(_ app: inout App) -> [Effect] {
    let peek = peeked?.item.number == list.selected?.number ? [] : peek(&app)
    guard let edge = current.needed(height: app.size.height), let team else { return peek }
    let question = ShelfQuestion(team: team, shelf: shelf, edge: edge, limit: ShelfList.page)
    return app.isReading(question) ? peek : peek + [app.read(question)]
  }

  mutating func turnPeek(_ app: inout App) -> [Effect] {
    isPeeking.toggle()
    return peek(&app)
  }

  private func peek(_ app: inout App) -> [Effect] {
    guard isPeeking, let number = list.selected?.number else { return [] }
    return [app.read(ItemQuestion(number: number))]
  }

  /// How many rows the selected item has below the list, its rule with them.
  func peekRows(_ size: Size) -> Int { isPeeking ? max(4, (size.height - ListLayout.headRows - 1) * 2 / 5) : 0 }

  func rows(_ size: Size) -> Int { max(1, ListLayout.rows(size) - peekRows(size)) }

  mutating func jump(toFirst: Bool, _ app: inout App) -> [Effect]? {
    guard shelf.isReadUpwards, toFirst ? current.hasBefore : current.hasAfter else { return nil }
    return read(shelf, toFirst ? .first : .last, &app)
  }

  /// The panels that show: all that there is room for, and in any case the one that the keys are for.
  func shown(_ size: Size) -> [Panel] {
    if size.width < Self.leastWide { return [panel] }
    return panel == .done ? [.backlog, .current, .done] : [.icebox, .backlog, .current]
  }

  /// From here on three panels have room beside each other.
  static let leastWide = 132

  mutating func turn(by steps: Int, _ app: inout App) -> [Effect] {
    let index = (Panel.allCases.firstIndex(of: panel) ?? 0) + steps
    if Panel.allCases.indices.contains(index) { panel = Panel.allCases[index] }
    return hasMoved(&app)
  }

  func canTurn(by steps: Int) -> Availability {
    if isFound { return .no("the filter shows all panels as one list: Esc shows them by themselves") }
    let index = (Panel.allCases.firstIndex(of: panel) ?? 0) + steps
    return Panel.allCases.indices.contains(index) ? .yes : .no("there is no panel further on that side")
  }

  mutating func turnTeam(_ app: inout App) -> [Effect] {
    guard let teams = head?.teams, let team, let index = teams.firstIndex(of: team) else { return [] }
    chosenTeam = teams[(index + 1) % teams.count]
    return refresh(&app)
  }

  mutating func settle(_ app: App) {
    let rows = rows(app.size)
    for panel in Panel.allCases { panels[panel]?.settle(height: rows, app) }
    found.settle(height: rows, app)
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(ItemScreen($0.number)) } ?? []
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return move(.lines(-3), &app) ?? []
    case .wheelDown: return move(.lines(3), &app) ?? []
    case .press(.left):
      if !isFound {
        let panels = shown(app.size)
        let hit = panels[min(panels.count - 1, mouse.point.x * panels.count / max(1, app.size.width))]
        if hit != panel {
          panel = hit
          return hasMoved(&app)
        }
      }
      let lines = current.lines(height: rows(app.size))
      let line = mouse.point.y - ListLayout.headRows
      guard lines.indices.contains(line), case .row(let row) = lines[line] else { return [] }
      if row == list.selectedIndex { return openSelection(&app) }
      list.select(row)
      return hasMoved(&app)
    default: return []
    }
  }

  // MARK: Narrowing

  var filter: String? {
    get { typed }
    set {
      typed = newValue ?? ""
      // What was found stays in sight until there is an answer, but what is selected does not.
      found.list.narrow(to: typed)
    }
  }

  var filterHint: String { "type:bug label:router points>3 -owner:me updated<30d \"free text\"" }

  mutating func hasNarrowed(_ app: inout App) -> [Effect] {
    typed.isEmpty ? [] : read(.found(typed), .first, &app)
  }

  func completion(of text: String, at cursor: Int) -> FilterOffer? {
    head?.context.map { context in
      let found = FilterCompletion.candidates(for: text, cursor: cursor, context: context)
      return FilterOffer(range: found.range, words: found.candidates)
    }
  }

  var isSortable: Bool { false }

  // MARK: Drawing

  func rows(ofPages pages: Int, _ app: App) -> Int {
    current.rows(ofPages: pages, height: rows(app.size))
  }

  var position: String {
    guard list.selected != nil else { return "" }
    let place = list.selectedIndex + 1
    if current.hasBefore { return "" }
    let count = isFound ? "\(list.visible.count)\(current.hasAfter ? "+" : "")" : current.countText
    return "\(place) of \(count)"
  }

  func emptyWords(_ app: App) -> String {
    guard let head else { return "" }
    if head.team == nil { return "There is no team yet: \(app.key(of: "go.teams")) makes one." }
    let new = app.key(of: "backlog.new")
    return switch panel {
    case .icebox: "The icebox is empty. \(new) puts an item into it."
    case .backlog: "Nothing is scheduled. \(new) writes an item; > schedules one of the icebox, which h turns to."
    case .current: "Nothing is under way. > starts an item of the backlog, which h turns to."
    case .done: "Nothing has been accepted yet."
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    BacklogDrawing(screen: self, app: app).draw(on: &screen, in: area)
  }
}
