import Domain
import Terminal

/// What needs me now, first; then who is on, what runs, what is planned, and what changed since I last looked.
struct TodayScreen: ScreenModel {
  static let name = ScreenName("today")

  private(set) var page: TodayPage?
  private(set) var failure: String?
  private(set) var list = SectionList<TodayTarget>(.news)
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

  var isRead: Bool { page != nil || failure != nil }

  mutating func move(_ movement: Movement, _ app: inout App) -> [Effect]? {
    list.move(movement, page: TodayDrawing.height(app.size))
    return []
  }

  mutating func settle(_ app: App) {
    guard let page else { return }
    list.settle(TodayRows.sections(page, app), height: TodayDrawing.height(app.size))
  }

  mutating func click(_ mouse: Mouse, _ app: inout App) -> [Effect] {
    switch mouse.action {
    case .wheelUp: move(.lines(-1), &app) ?? []
    case .wheelDown: move(.lines(1), &app) ?? []
    case .press(.left): list.press(row: mouse.point.y - TodayDrawing.headRows) ? openSelection(&app) : []
    default: []
    }
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch list.selectedRow?.target {
    case .run(let number, let step): return app.open(RunScreen(number, at: step))
    case .output(let execution): return app.open(OutputScreen(execution))
    case .incident(let number): return app.open(IncidentScreen(number))
    case .record(let number): return app.open(RecordScreen(number))
    case .handoff(let number): return app.open(HandoffScreen(of: number))
    case .retro(let number): return app.open(RetroScreen(of: number))
    case .journal(let seq): return [app.ask(JournalEntryQuestion(seq: seq))]
    case .screen(let name): return app.go(to: name)
    case .duty(let team, let number): return app.open(TeamDutiesScreen(of: team, at: number))
    case .welcome: return app.open(WelcomeScreen())
    case nil: return []
    }
  }

  /// How long ago is said in its lines.
  var settlesWithTime: Bool { true }

  func copyable(_ app: App) -> String? { list.selectedRow.map { "\($0.text)\t\($0.detail)\t\($0.when)" } }

  /// A duty of one's own begins or ends.
  var staleAt: Instant? {
    let duties = page?.duties.flatMap { [$0.window.start, $0.window.end] }.next(after: lookedAt)
    // How far a command is changes though nobody writes to the store.
    let isCounting = page?.commands.contains(where: \.execution.isRunning) == true
    let commands = isCounting ? lookedAt.map { $0 + .minutes(1) } : nil
    return [duties, commands].compactMap(\.self).min()
  }

  /// Times of what is under way are told to the minute.
  func nextChange(_ app: App) -> Countdown {
    page?.active.isEmpty == false || page?.duties.isEmpty == false || page?.incidents.isEmpty == false
      ? .eachMinute(app) : .never
  }

  func draw(on screen: inout Screen, in area: Rect, _ app: App) {
    TodayDrawing(today: self, app: app).draw(on: &screen, in: area)
  }

  static let commands: [Command] = [
    .on(
      TodayScreen.self, "today.search", ["/"], "Look for words everywhere: items, incidents, lessons, checklists, runs",
      label: "search", rank: 40
    ) { SearchScreen.begin(&$1) },
    .on(
      TodayScreen.self, "today.open", ["Enter"], "Go to what the line is about", label: "open", rank: 10,
      when: { screen, _ in screen.list.selectedRow?.target == nil ? .no("this line leads nowhere") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      TodayScreen.self, "today.new", ["n"], "Start a run: choose the checklist", label: "new run", rank: 20
    ) { _, app in app.go(to: ChecklistsScreen.name) },
    .on(TodayScreen.self, "today.incident", ["T"], "Trouble: open a new incident", label: "incident", rank: 25) {
      _, app in app.open(IncidentFormScreen())
    },
    .on(
      TodayScreen.self, "today.welcome", ["W"], "Say who works here: team, people, checklists", label: "set up",
      rank: 30, matters: { screen, _ in screen.page?.isFresh == true }
    ) { _, app in app.open(WelcomeScreen()) },
  ]
}
