import Domain
import Store
import Terminal

/// The form that starts a run. What is typed stays, whatever the store answers, and when one leaves and comes back.
struct StartScreen: FormScreen {
  static let name = ScreenName("start")

  let checklist: ChecklistName
  var form: StartFields?
  var chosen = 0
  var top = 0
  /// The rules that stood in the way at the last try.
  private(set) var obstacles: [Obstacle] = []
  private(set) var failure: String?
  private(set) var isSending = false

  /// The incident that it is to put right; it stands in the form and may be changed there.
  private let incident: IncidentNumber?

  init(checklist: ChecklistName, incident: IncidentNumber? = nil) {
    self.checklist = checklist
    self.incident = incident
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    if form == nil { form = app.keptForms[checklist] }
    return [app.read(StartPageQuestion(checklist: checklist))]
  }

  mutating func hasTyped(_ app: inout App) -> [Effect] {
    form?.followDuty()
    return form?.unchecked.map { app.read($0) } ?? []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    if let (check, complaint) = reply.to(ParameterCheck.self) {
      form?.checked[check] = .some(complaint)
      return []
    }
    guard let (question, page) = reply.to(StartPageQuestion.self), question.checklist == checklist else { return [] }
    var new = StartFields(page, me: app.viewer.handle, now: app.now, incident: incident)
    let purpose = field?.purpose
    if let form { new.adopt(form) }
    form = new
    failure = nil
    if chosen >= new.fields.count { chosen = 0 }
    // One stays in the field that one was in, though there may be others before it now.
    if let purpose { choose { StartFields.isSame($0.purpose, purpose) } }
    return hasTyped(&app)
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if (question as? StartPageQuestion)?.checklist == checklist { self.failure = failure.words }
  }

  private var planning: String { "plan \(checklist)" }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    if isSending, (write.write as? StoreWrite)?.name == planning { return planned(result, &app) }
    guard case .start(let order)? = write.write as? RunWrite, order.checklist == checklist, isSending else { return [] }
    isSending = false
    switch result {
    case .success(.started(let number)):
      app.keptForms[checklist] = nil
      form = nil
      let isOnTop = app.topScreen(StartScreen.self)?.checklist == checklist
      guard isOnTop else { return [] }
      return app.back() + app.open(RunScreen(number))
    case .success: return []
    case .failure(let failure):
      guard case .cannotStart(let obstacles)? = failure.refusal else { return [] }
      self.obstacles = obstacles
      choose { $0.purpose == .override }
      return []
    }
  }

  private mutating func planned(_ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    isSending = false
    guard case .success = result else { return [] }
    app.keptForms[checklist] = nil
    form = nil
    return app.topScreen(StartScreen.self)?.checklist == checklist ? app.back() : []
  }

  var title: [Span] {
    let version = form?.page.version
    return [Span("Start a run ", .bold), Span(version.map { "by \($0.reference), \($0.title)" } ?? "")]
  }

  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    guard !obstacles.isEmpty else { return form.map { RedlineRemarks(page: $0.page).remarks(glyphs) } ?? [] }
    let head =
      "These rules stand in the way. A reason in \"override\" lets it pass, and stays on the run's record:"
    return [FormRemark(text: head, style: Style(foreground: .yellow))]
      + obstacles.map { FormRemark(text: "\(glyphs.bullet) \($0.rule.rawValue): \($0.message)", indent: 5) }
  }

  /// It is there again when one comes back.
  var losesDraft: Bool { false }
  mutating func willLeave(_ app: inout App) { app.keptForms[checklist] = form }

  /// With a reason typed for what stood in the way, Enter starts it at once.
  mutating func enter(_ app: inout App) -> [Effect] {
    let isAnswered = field?.purpose == .override && !obstacles.isEmpty
    return field?.kind == .button || isAnswered ? sendChecked(&app) : move(.lines(1), &app) ?? []
  }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form, let order = form.order, !isSending else { return [] }
    isSending = true
    if let plan = form.plan {
      let write = StoreWrite(name: planning) { store, actor, now in
        "run \(try store.perform(PlanRun(order, plan: plan), by: actor, at: now)) is planned"
      }
      return [app.write(write)]
    }
    return [app.write(RunWrite.start(order), saying: "the run has begun")]
  }

  private struct StartPageQuestion: Question {
    let checklist: ChecklistName
    var topic: String { checklist.text }
    func answer(from backend: any Backend) throws -> StartPage { try backend.startPage(for: checklist) }
  }

  static let commands = formCommands("start", sending: "start the run", keepsText: true) { screen, app in
    screen.willLeave(&app)
    return app.back()
  }
}
