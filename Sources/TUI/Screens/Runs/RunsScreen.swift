import Domain
import Terminal

extension RunSummary: Identifiable {
  public var id: RunNumber { number }
}

/// Every run there was, newest first.
struct RunsScreen: LongListScreen {
  static let name = ScreenName("runs")

  var list = RowList<RunSummary>(RunColumns.all)
  var long = LongList<RunSummary>()

  typealias Stretch = RunsQuestion
  static func number(of run: RunNumber) -> Int { run.value }

  var filterHint: String { "words, as in prod v205; state:aborted; by:ana" }

  func emptyWords(_ app: App) -> String {
    "There was no run yet: g c shows the checklists, and n there starts one."
  }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(RunScreen($0.number)) } ?? []
  }

  func nextChange(_ app: App) -> Countdown {
    let counts = list.visible.contains { $0.state.isActive }
    return counts ? .eachMinute(app) : .never
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
    mineCommand("Narrow to your own runs, or show all again", rank: 40),
  ]
}

/// A stretch of the runs that a filter leaves.
struct RunsQuestion: StretchQuestion {
  typealias Row = RunSummary

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
    for word in FilterWords.of(text) {
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
