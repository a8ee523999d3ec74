import Domain
import Terminal

extension RunSummary: Identifiable {
  public var id: RunNumber { number }
}

/// Every run there was, newest first. The store narrows it; it is read a stretch at a time.
struct RunsScreen: ListScreen {
  static let name = ScreenName("runs")

  var list = RowList<RunSummary>(RunColumns.all)
  private var window = Window<RunSummary>()
  /// The newest run there is, by which the length of the whole list is known.
  private var newest: RunNumber?
  /// An end that was asked for and is being read.
  private var goal: Movement?

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(question(window.refresh))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard let (question, rows) = reply.to(RunsQuestion.self), question.filter == list.filter else { return [] }
    window.take(rows, for: question.span)
    if case .below(nil) = question.span.edge, question.filter.isEmpty { newest = rows.first?.number }
    list.replace(window.rows)
    switch goal {
    case .first: list.select(0)
    case .last: list.select(window.rows.count - 1)
    default: break
    }
    goal = nil
    return hasMoved(&app)
  }

  private func question(_ span: WindowSpan<RunNumber>) -> RunsQuestion {
    RunsQuestion(filter: list.filter, span: span)
  }

  mutating func hasNarrowed(_ app: inout App) -> [Effect] {
    window = Window()
    list.select(0)
    return [app.read(question(.newest(Window<RunSummary>.page)))]
  }

  mutating func hasMoved(_ app: inout App) -> [Effect] {
    guard !app.isReading(question(.newest(0))), list.sort == nil,
      let span = window.needed(around: list.selectedIndex, height: app.size.height)
    else { return [] }
    return [app.read(question(span))]
  }

  mutating func jump(toFirst: Bool, _ app: inout App) -> [Effect]? {
    guard toFirst ? window.hasNewer : window.hasOlder else { return nil }
    goal = toFirst ? .first : .last
    let page = Window<RunSummary>.page
    return [app.read(question(toFirst ? .newest(page) : .oldest(page)))]
  }

  /// Only what is read whole can be put in another order.
  var isSortable: Bool { !window.hasNewer && !window.hasOlder }

  /// Runs are numbered without gaps, and so the place of one is known without counting.
  var position: String {
    guard let selected = list.selected else { return "" }
    if list.filter.isEmpty, list.sort == nil, let newest {
      return "\(newest.value - selected.number.value + 1) of \(newest.value)"
    }
    return "\(list.selectedIndex + 1) of \(list.visible.count)\(window.hasOlder || window.hasNewer ? "+" : "")"
  }

  func emptyWords(_ app: App) -> String {
    "There was no run yet: g c shows the checklists, and n there starts one."
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(RunScreen($0.number)) } ?? []
  }

  func nextChange(_ app: App) -> Countdown {
    let counts = list.visible.contains { $0.state.isActive }
    return counts ? .inMilliseconds(60_000 - app.now.milliseconds % 60_000) : .never
  }

  static let commands: [Command] = [
    .on(
      RunsScreen.self, "runs.open", ["Enter"], "Open the run", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no run here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      RunsScreen.self, "runs.record", ["i"], "Read the run's record in full", label: "record", rank: 20,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no run here") : .yes }
    ) { screen, app in screen.list.selected.map { app.open(RecordScreen($0.number)) } ?? [] },
    .on(
      RunsScreen.self, "runs.new", ["n"], "Start a run by the same checklist", label: "new run", rank: 30,
      when: { screen, _ in screen.list.selected == nil ? .no("g c shows the checklists to start by") : .yes }
    ) { screen, app in
      screen.list.selected.map { app.open(StartScreen(checklist: $0.version.checklist)) } ?? []
    },
    .on(
      RunsScreen.self, "runs.export", ["X"], "Write the records of the marked runs, else of the selected one, to files",
      label: "export", rank: 50, matters: { screen, _ in !screen.list.marked.isEmpty },
      when: { screen, _ in screen.list.selected == nil ? .no("there is no run here") : .yes }
    ) { screen, app in screen.list.chosen.isEmpty ? [] : Export.ask(screen.list.chosen.map(\.number), &app) },
    .on(
      RunsScreen.self, "runs.mine", ["@"], "Narrow to your own runs, or show all again", label: "mine", rank: 40
    ) { screen, app in
      let mine = "by:\(app.viewer.handle)"
      return screen.narrow(to: screen.filter == mine ? "" : mine, &app)
    },
  ]
}

/// A stretch of the runs that a filter leaves.
struct RunsQuestion: Question {
  var filter: String
  var span: WindowSpan<RunNumber>

  func answer(from backend: any Backend) throws -> [RunSummary] {
    try backend.runs(RunFilter(typed: filter), span)
  }
}

extension RunFilter {
  /// What is typed after `/`: words, and `state:run` (the beginning of a state), `by:ana` (a person on the run).
  init(typed text: String) {
    self.init()
    for word in text.split(separator: " ").map(String.init) {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count == 2 ? parts[1] : nil) {
      case ("state", .some(let begin)):
        states = Set(RunState.allCases.filter { $0.rawValue.hasPrefix(begin.lowercased()) })
        // What is the beginning of no state has no runs.
        if states.isEmpty { words.append(word) }
      case ("by", .some(let who)) where !who.isEmpty: person = Handle(who)
      default: words.append(word)
      }
    }
  }
}
