import Domain
import Store
import Terminal

/// The form for an action of a retro: a new item, or one that is there already.
struct RetroActionFormScreen: FormScreen {
  static let name = ScreenName("retro-action")

  let retro: RetroNumber
  private let team: TeamName
  private let question: RetroQuestion?
  var form: RetroActionFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?

  /// - Parameter question: the one that it is to answer, as far as it is known.
  init(_ retro: RetroNumber, of team: TeamName, for question: RetroQuestion?) {
    self.retro = retro
    self.team = team
    self.question = question
  }

  mutating func refresh(_ app: inout App) -> [Effect] { form == nil ? [app.read(RetroActionQuestion(team: team))] : [] }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (asked, answer) = reply.to(RetroActionQuestion.self), asked.team == team else { return [] }
    form = RetroActionFields(answer, team: team, question: question)
    failure = nil
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is RetroActionQuestion, form == nil { self.failure = failure.words }
  }

  var title: [Span] {
    [Span("An action of retro \(retro)", .bold), Span(question.map { "  \($0.title)" } ?? "", .dim)]
  }

  /// What nobody has promised by a day settles no question.
  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    guard let form, form.question != nil, form.text(.item).isEmpty,
      form.text(.owners).isEmpty || form.text(.due).isEmpty
    else { return [] }
    return [
      FormRemark(
        text: "\(glyphs.warning) without an owner and a date it settles no question", style: Style(foreground: .yellow))
    ]
  }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    isSending = true
    let command = form.command(for: retro)
    return [
      app.write(
        StoreWrite(name: writeName) { store, actor, now in
          let item = try store.perform(command, by: actor, at: now)
          return "item \(item) is an action of retro \(command.retro)"
        })
    ]
  }

  private var writeName: String { "action of retro \(retro)" }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isSending, (write.write as? StoreWrite)?.name == writeName else { return [] }
    isSending = false
    guard case .success = result else { return [] }
    form = nil
    return app.topScreen(RetroActionFormScreen.self) == nil ? [] : app.back()
  }

  static let commands = formCommands("save", sending: "save the action") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}

/// What the form for an action begins with.
struct RetroActionQuestion: Question {
  struct Answer: Sendable {
    var teams: [TeamName]
    var people: [String]
    var settings: BacklogSettings
  }

  var team: TeamName

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        Answer(
          teams: try reader.teams().map(\.name), people: try reader.people().map(\.handle.text),
          settings: try reader.backlogSettings(of: team))
      }
    }
  }
}
