import Domain
import Terminal
import Text

/// What needs me now, first; then who is on, what runs, what is planned, and what changed since I last looked.
struct TodayScreen: ScreenModel {
  static let name = ScreenName("today")

  private(set) var page: TodayPage?
  private(set) var failure: String?
  /// The sections as they show; their rows in one order are what is selected among.
  private(set) var sections: [TodaySection] = []
  private(set) var selected = 0
  private(set) var top = 0
  private var filterText = ""
  private var hasWelcomed = false

  /// The journal's head when it was read first.
  private var firstHead: Int?
  /// When it was looked at last.
  private var lookedAt: Instant?
  /// Somebody who comes back after that long has seen what was there before.
  private static let away = Duration.minutes(10)

  mutating func refresh(_ app: inout App) -> [Effect] {
    if let lookedAt, app.now - lookedAt > Self.away, let head = app.shownHead { app.viewer.lastSeen = head }
    let seen = app.viewer.lastSeen
    return [app.read(TodayQuestion(viewer: app.viewer.handle, since: seen, newsSince: seen ?? firstHead))]
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (_, page) = reply.to(TodayQuestion.self) else { return [] }
    failure = nil
    self.page = page
    firstHead = firstHead ?? page.head
    app.homeZone = page.zone
    app.shownHead = page.head
    lookedAt = app.now
    // A store in which nobody is known begins with the questions, once.
    guard page.isFresh, !hasWelcomed, app.topScreen(TodayScreen.self) != nil else { return [] }
    hasWelcomed = true
    return app.open(WelcomeScreen())
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is TodayQuestion { self.failure = failure.words }
  }

  var rows: [TodayRow] { sections.flatMap(\.rows) }
  var selectedRow: TodayRow? { rows.indices.contains(selected) ? rows[selected] : nil }

  var isRead: Bool { page != nil || failure != nil }

  var filter: String? {
    get { filterText }
    set { filterText = newValue ?? "" }
  }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    let count = rows.count
    switch movement {
    case .lines(let lines): selected += lines
    case .pages(let pages): selected += pages * max(1, app.size.height - 4)
    case .first: selected = 0
    case .last: selected = count - 1
    }
    selected = max(0, min(selected, count - 1))
    return []
  }

  mutating func settle(_ app: App) {
    guard let page else { return }
    let wanted = selectedRow?.id
    let match = WordMatch(filterText)
    sections = TodayRows.sections(page, app).compactMap { section in
      var section = section
      section.rows = section.rows.filter { match.matches("\($0.text) \($0.detail)") }
      return section.rows.isEmpty && !filterText.isEmpty ? nil : section
    }
    let rows = rows
    // While one has not moved, the most urgent stays selected whatever comes.
    if selected > 0, let index = rows.firstIndex(where: { $0.id == wanted }) { selected = index }
    selected = max(0, min(selected, rows.count - 1))
    let lines = TodayDrawing.lines(of: sections)
    let line = lines.firstIndex { $0 == .row(selected) } ?? 0
    let start = selected == 0 ? 0 : line
    top = ScrollWindow.first(top, showing: start..<line + 1, of: lines.count, height: TodayDrawing.height(app.size))
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: return move(.lines(-1), &app) ?? []
    case .wheelDown: return move(.lines(1), &app) ?? []
    case .press(.left):
      let lines = TodayDrawing.lines(of: sections)
      let index = top + mouse.point.y - TodayDrawing.headRows
      guard mouse.point.y >= TodayDrawing.headRows, lines.indices.contains(index), case .row(let row) = lines[index]
      else { return [] }
      if row == selected { return openSelection(&app) }
      selected = row
      return []
    default: return []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch selectedRow?.target {
    case .run(let number, let step): return app.open(RunScreen(number, at: step))
    case .record(let number): return app.open(RecordScreen(number))
    case .handoff(let number): return app.open(HandoffScreen(of: number))
    case .journal(let seq): return [app.ask(JournalEntryQuestion(seq: seq))]
    case .screen(let name): return app.go(to: name)
    case .duty(let team, let number): return app.open(TeamDutiesScreen(of: team, at: number))
    case .welcome: return app.open(WelcomeScreen())
    case nil: return []
    }
  }

  /// How long ago is said in its lines.
  var settlesWithTime: Bool { true }

  func copyable(_ app: App) -> String? { selectedRow.map { "\($0.text)\t\($0.detail)\t\($0.when)" } }

  /// A duty of one's own begins or ends.
  var staleAt: Instant? {
    let ends = page?.duties.flatMap { [$0.window.start, $0.window.end] } ?? []
    return lookedAt.flatMap { looked in ends.filter { $0 > looked }.min() }
  }

  /// Times of what is under way are told to the minute.
  func nextChange(_ app: App) -> Countdown {
    page?.active.isEmpty == false || page?.duties.isEmpty == false
      ? .inMilliseconds(60_000 - app.now.milliseconds % 60_000) : .never
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    TodayDrawing(today: self, app: app).draw(on: &screen, in: area)
  }

  static let commands: [Command] = [
    .on(
      TodayScreen.self, "today.open", ["Enter"], "Go to what the line is about", label: "open", rank: 10,
      when: { screen, _ in screen.selectedRow?.target == nil ? .no("this line leads nowhere") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      TodayScreen.self, "today.new", ["n"], "Start a run: choose the checklist", label: "new run", rank: 20
    ) { _, app in app.go(to: ChecklistsScreen.name) },
    .on(
      TodayScreen.self, "today.welcome", ["W"], "Say who works here: team, people, checklists", label: "set up",
      rank: 30, matters: { screen, _ in screen.page?.isFresh == true }
    ) { _, app in app.open(WelcomeScreen()) },
  ]
}
