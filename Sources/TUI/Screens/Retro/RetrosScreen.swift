import Domain
import Exchange
import Store
import Terminal

/// The retros that are not closed: what is due, what is late, and how many questions are open.
struct RetrosScreen: ListScreen {
  static let name = ScreenName("retros")

  var list = RowList<RetroLine>(RetroColumns.all) { line in
    let retro = line.retro
    return "\(retro.number) \(retro.subject) \(retro.title) \(retro.team) \(retro.state.words) "
      + "\(retro.facilitator?.text ?? "")"
  }
  private var showsAll = false
  /// A near miss that was just written down, whose page opens once it is read.
  private var isOpening = false

  static func asks(_ question: any Question) -> Bool { question is RetrosQuestion }

  mutating func refresh(_ app: inout App) -> [Effect] { [app.read(RetrosQuestion(showsAll: showsAll))] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (question, choices) = reply.to(RetroChoicesQuestion.self) {
      if app.isWanted(question) { RetroOpening.offer(choices, &app) }
      return []
    }
    guard let (question, lines) = reply.to(RetrosQuestion.self), question.showsAll == showsAll else { return [] }
    list.replace(lines)
    guard isOpening, let mine = lines.first(where: { $0.retro.openedBy == app.viewer.handle }) else { return [] }
    isOpening = false
    return app.open(RetroScreen(of: mine.retro.number))
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard case .success = result, app.topScreen(RetrosScreen.self) != nil,
      let name = (write.write as? StoreWrite)?.name
    else { return [] }
    if name == RetroOpening.nearMiss {
      isOpening = true
      return refresh(&app)
    }
    if let incident = RetroOpening.incident(of: name) { return app.open(RetroScreen(ofIncident: incident)) }
    return []
  }

  /// Nothing is done to several at once.
  var marks: Int? { nil }

  var position: String {
    guard !list.visible.isEmpty else { return "" }
    let more = list.all?.count == RetrosQuestion.most ? "+" : ""
    return "\(list.selectedIndex + 1) of \(list.visible.count)\(more) \(showsAll ? "retros" : "open")"
  }

  func emptyWords(_ app: App) -> String {
    "No retro is open. \(app.key(of: "retros.new")) opens one of an incident or a near miss, "
      + "\(app.key(of: "retros.all")) shows the closed ones."
  }

  /// How late it is changes with the day.
  var settlesWithTime: Bool { true }

  mutating func openSelection(_ app: inout App) -> [Effect] {
    list.selected.map { app.open(RetroScreen(of: $0.retro.number)) } ?? []
  }

  private mutating func toggleAll(_ app: inout App) -> [Effect] {
    showsAll.toggle()
    return refresh(&app)
  }

  static let commands: [Command] = [
    .on(
      RetrosScreen.self, "retros.open", ["Enter"], "Open the retro", label: "open", rank: 10,
      when: { screen, _ in screen.list.selected == nil ? .no("there is no retro here") : .yes }
    ) { $0.openSelection(&$1) },
    .on(
      RetrosScreen.self, "retros.new", ["n"], "Open the retro of an incident that has none, or of a near miss",
      label: "new", rank: 20
    ) { _, app in [app.ask(RetroChoicesQuestion())] },
    .on(
      RetrosScreen.self, "retros.all", ["+"], "Show the closed ones too, or only those that are open", label: "all",
      rank: 30
    ) { $0.toggleAll(&$1) },
  ]
}
