extension ChecklistScreen {
  static let commands: [Command] = [
    .on(
      ChecklistScreen.self, "checklist.view", ["Tab", "Right"],
      "Turn to the page, the versions, why each line is there, the record, the advice", label: "view", rank: 10
    ) { $0.turn(by: 1, &$1) },
    .on(
      ChecklistScreen.self, "checklist.view-back", ["S-Tab", "Left"], "Turn to the view before", label: "view before"
    ) { $0.turn(by: -1, &$1) },
    .on(
      ChecklistScreen.self, "checklist.open", ["Enter"],
      "Read the selected version, why the line is there, or how the step has fared", label: "open", rank: 20,
      matters: { screen, _ in screen.hasLines },
      when: { screen, _ in screen.hasLines ? .yes : .no("Tab turns to the versions first") }
    ) { $0.openSelection(&$1) },
    .on(
      ChecklistScreen.self, "checklist.next", ["]"], "Next line with what was searched for", label: "next hit",
      rank: 25,
      matters: { screen, _ in screen.isSearched },
      when: { screen, _ in screen.isSearched ? .yes : .no("/ searches a page first") }
    ) { screen, _ in
      screen.findNext()
      return []
    },
    .on(
      ChecklistScreen.self, "checklist.changes", ["d"],
      "Read what the version changed, and why; with versions marked, what changed between them", label: "changes",
      rank: 30, when: { screen, _ in screen.content == nil ? .no("it is not read yet") : .yes }
    ) { $0.showChanges(&$1) },
    .on(ChecklistScreen.self, "checklist.new", ["n"], "Start a run by the latest version", label: "new run", rank: 40) {
      screen, app in app.open(StartScreen(checklist: screen.checklist))
    },
  ]

  private var hasLines: Bool {
    switch view {
    case .versions, .why, .record: true
    case .page, .advice: false
    }
  }
}
