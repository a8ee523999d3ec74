import Domain

extension IncidentScreen {
  static let commands: [Command] = noteCommands + stateCommands + aroundCommands + movingCommands

  private static func on(
    _ id: String, _ keys: [String], _ title: String, label: String, rank: Int? = nil,
    matters: @escaping @Sendable (IncidentScreen, App) -> Bool = { _, _ in true },
    when: @escaping @Sendable (IncidentScreen, App) -> Availability = { $0.isReadNow($1) },
    _ perform: @escaping @Sendable (inout IncidentScreen, inout App) -> [Effect]
  ) -> Command {
    .on(
      IncidentScreen.self, "incident.\(id)", keys, title, label: label, rank: rank, matters: matters, when: when,
      perform)
  }

  private static func isBurning(_ screen: IncidentScreen, _ app: App) -> Bool {
    screen.incident?.state.isActive == true
  }

  private static let noteCommands: [Command] = [
    on("observation", ["o"], "Write down what you see", label: "saw", rank: 10, matters: isBurning) {
      $0.note(.observation, &$1)
    },
    on("hypothesis", ["h"], "Write down what you think it is", label: "think", rank: 11, matters: isBurning) {
      $0.note(.hypothesis, &$1)
    },
    on("action", ["a"], "Write down what you do", label: "do", rank: 12, matters: isBurning) { $0.note(.action, &$1) },
    on("decision", ["d"], "Write down what is decided", label: "decide", rank: 13, matters: isBurning) {
      $0.note(.decision, &$1)
    },
    on(
      "evidence", ["i"], "Keep evidence: a metric, a log excerpt, a file; sick beside healthy", label: "evidence",
      rank: 20, matters: isBurning
    ) { $0.evidence(&$1) },
    on(
      "correct", ["c"], "Say what is right instead of the entry under the cursor", label: "correct", rank: 40,
      when: { $0.canCorrect($1) }
    ) { $0.correct(&$1) },
    on("editor", ["E"], "Write a long observation in your editor", label: "editor") {
      $0.note(.observation, opensEditor: true, &$1)
    },
  ]

  private static let stateCommands: [Command] = [
    on(
      "mitigated", ["m"], "It stopped hurting: say what did it", label: "mitigated", rank: 14,
      when: { $0.canMitigate($1) }
    ) { $0.settle(.mitigate, "mitigated", &$1) },
    on(
      "resolved", ["v"], "Its trouble is gone: say what did it", label: "resolved", rank: 15,
      when: { $0.canResolve($1) }
    ) { $0.settle(.resolve, "resolved", &$1) },
    on(
      "close", ["F"], "Close it: nothing is left to be learned of it", label: "close", rank: 16,
      when: { $0.canClose($1) }
    ) { $0.close(&$1) },
    on("reopen", ["U"], "Take it up again, with a reason", label: "reopen", rank: 60, when: { $0.canReopen($1) }) {
      $0.reopen(&$1)
    },
    on(
      "command", ["C"], "Take command of it", label: "command", rank: 18, matters: isBurning,
      when: { $0.canCommand($1) }
    ) { $0.takeCommand(&$1) },
    on(
      "change", ["e"], "Change what is known of it: severity, services, customers, roles, times", label: "change",
      rank: 30
    ) { screen, app in app.open(IncidentFormScreen(changing: screen.number)) },
  ]

  private static let aroundCommands: [Command] = [
    on(
      "update", ["s"], "Draft a status update: what is told to those who wait", label: "update", rank: 22,
      matters: isBurning
    ) { $0.draftUpdate(nil, &$1) },
    on("send", ["S"], "Send a draft, or write it anew", label: "send", rank: 17, when: { $0.canSend($1) }) {
      $0.offerDrafts(&$1)
    },
    on(
      "remedy", ["r"], "Start a run that is to put it right", label: "remedy", rank: 24, matters: isBurning,
      when: { $0.canStartRun($1) }
    ) { $0.startRun(&$1) },
    on("link", ["L"], "Link a run, or say that it happened before", label: "link", rank: 50) { $0.offerLinks(&$1) },
    on("lesson", ["l"], "Write down a lesson of it", label: "lesson", rank: 52) { $0.newLesson(&$1) },
    on("item", ["#"], "Make an item of it", label: "item", rank: 53) { $0.newItem(&$1) },
    on("retro", ["R"], "Go to its retro", label: "retro", rank: 51) { screen, app in
      screen.content.map { IncidentDoors.retro(of: $0, &app) } ?? []
    },
    on("report", ["X"], "Write its report to a file: a page for a browser, or Markdown", label: "export", rank: 54) {
      screen, app in IncidentDoors.report(of: screen.number, &app)
    },
  ]

  private static let movingCommands: [Command] = [
    on(
      "open", ["Enter"], "Read the entry in full, or open what the line is about", label: "open", rank: 35
    ) { $0.openSelection(&$1) },
    on("pane", ["Tab", "S-Tab"], "To what stands around the timeline, and back", label: "around", rank: 36) {
      screen, _ in
      screen.pane = screen.pane == .timeline ? .around : .timeline
      return []
    },
    on(
      "next", ["]"], "Next entry with what was searched for", label: "next hit", rank: 55,
      matters: { screen, _ in screen.filter?.isEmpty == false },
      when: { screen, _ in screen.filter?.isEmpty == false ? .yes : .no("/ searches first") }
    ) { screen, _ in
      screen.find(isNext: true)
      return []
    },
  ]
}
