import Domain
import Terminal

/// The checklists and the runs, as two plain lists.
struct HomeScreen: ScreenModel {
  static let name = ScreenName("home")

  enum List: Hashable, Sendable { case checklists, runs }

  /// Runs are read this many at a time, more as one scrolls.
  static let page = 100

  private(set) var list = List.checklists
  private(set) var checklists: [ChecklistSummary]?
  private(set) var runs: [RunSummary]?
  /// Whether the list of runs goes on below the last one that was read.
  private(set) var hasMoreRuns = true
  private(set) var selectedChecklist: ChecklistName?
  private(set) var selectedRun: RunNumber?
  private(set) var top = 0
  var filterText = ""
  /// Somebody chose a list; until then the runs show when one is active.
  private var hasChosenList = false

  var filter: String? {
    get { filterText }
    set { filterText = newValue ?? "" }
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    [app.read(.checklists), app.read(.runs(before: nil, limit: min(2 * Self.page, max(Self.page, runs?.count ?? 0))))]
  }

  mutating func receive(_ answer: Answer, _ app: inout App) -> [Effect] {
    switch answer {
    case .checklists(let all): checklists = all
    case .runs(let window, let before, let limit):
      merge(window, before: before, limit: limit)
      if !hasChosenList, before == nil, window.contains(where: \.state.isActive) { list = .runs }
      return readMore(&app)
    default: break
    }
    return []
  }

  mutating func couldNotRead(_ query: Query, _ failure: Failure) {
    if query.slot == .runs { hasMoreRuns = false }
  }

  /// The newest window takes the place of what it covers; a later one goes below.
  private mutating func merge(_ window: [RunSummary], before: RunNumber?, limit: Int) {
    let known = runs ?? []
    if before != nil {
      runs = known + window
      hasMoreRuns = window.count == limit
    } else if window.count < limit {
      runs = window
      hasMoreRuns = false
    } else {
      let below = known.filter { run in window.last.map { run.number < $0.number } ?? false }
      runs = window + below
      if below.isEmpty { hasMoreRuns = true }
    }
  }

  /// Reads on when the end of what was read comes near.
  mutating func readMore(_ app: inout App) -> [Effect] {
    guard list == .runs, hasMoreRuns, let last = runs?.last, !app.isReading(.runs(before: nil, limit: 0)) else {
      return []
    }
    let visible = visibleRuns
    let index = visible.firstIndex { $0.number == selectedRun } ?? 0
    guard visible.count - index < max(app.size.height, 20) else { return [] }
    return [app.read(.runs(before: last.number, limit: Self.page))]
  }

  var visibleChecklists: [ChecklistSummary] {
    (checklists ?? []).filter { matches("\($0.name) \($0.title) \($0.deploy ?? "") \($0.team?.text ?? "")") }
  }

  var visibleRuns: [RunSummary] {
    (runs ?? []).filter { run in
      let pair = run.pair.map(\.text).joined(separator: " ")
      return matches("\(run.number) \(run.version) \(run.environment) \(run.artifact) \(run.state.rawValue) \(pair)")
    }
  }

  private func matches(_ text: @autoclosure () -> String) -> Bool {
    guard !filterText.isEmpty else { return true }
    let text = text().lowercased()
    return filterText.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }

  var count: Int { list == .checklists ? visibleChecklists.count : visibleRuns.count }

  /// The place of the selection in the list that shows; the first line when nothing was chosen.
  var selection: Int {
    switch list {
    case .checklists: visibleChecklists.firstIndex { $0.name == selectedChecklist } ?? 0
    case .runs: visibleRuns.firstIndex { $0.number == selectedRun } ?? 0
    }
  }

  var chosenChecklist: ChecklistSummary? {
    let all = visibleChecklists
    return all.indices.contains(selection) ? all[selection] : nil
  }

  var chosenRun: RunSummary? {
    let all = visibleRuns
    return all.indices.contains(selection) ? all[selection] : nil
  }

  mutating func select(_ index: Int, _ app: inout App) -> [Effect] {
    hasChosenList = true
    let index = max(0, min(index, count - 1))
    switch list {
    case .checklists:
      let all = visibleChecklists
      if all.indices.contains(index) { selectedChecklist = all[index].name }
    case .runs:
      let all = visibleRuns
      if all.indices.contains(index) { selectedRun = all[index].number }
    }
    return readMore(&app)
  }

  mutating func turn(to list: List) -> [Effect] {
    hasChosenList = true
    if list != self.list { top = 0 }
    self.list = list
    return []
  }

  mutating func settle(_ app: App) {
    let height = HomeLayout.listHeight(app.size)
    let index = selection
    top = ScrollWindow.first(top, showing: index..<index + 1, of: count, height: height)
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return select(selection - 3, &app)
    case .wheelDown: return select(selection + 3, &app)
    case .press(.left):
      let row = mouse.point.y - HomeLayout.headRows
      guard row >= 0, row < HomeLayout.listHeight(app.size), top + row < count else { return [] }
      if top + row == selection, hasChosenList { return openSelection(&app) }
      return select(top + row, &app)
    default: return []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    hasChosenList = true
    switch list {
    case .checklists: return chosenChecklist.map { app.open(StartScreen(checklist: $0.name)) } ?? []
    case .runs: return chosenRun.map { app.open(RunScreen($0.number)) } ?? []
    }
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    HomeDrawing(home: self, app: app).draw(on: &screen, in: area)
  }

  func nextChange(_ app: App) -> Countdown {
    let counts = list == .runs && visibleRuns.contains { $0.state.isActive }
    return counts ? .inMilliseconds(60_000 - app.now.milliseconds % 60_000) : .never
  }
}
