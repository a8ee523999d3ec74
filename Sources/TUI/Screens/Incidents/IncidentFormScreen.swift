import Domain
import Store
import Terminal

/// The form for an incident: a short one that opens it, or all that is known of it.
struct IncidentFormScreen: FormScreen {
  static let name = ScreenName("incident-form")

  /// Nil for a new one.
  let incident: IncidentNumber?
  private let seed: IncidentSeed?
  var form: IncidentFields?
  var chosen = 0
  var top = 0
  private(set) var isSending = false
  private(set) var failure: String?
  /// What the store refused last; shown until something else is typed.
  private var refusal: String?

  init(seed: IncidentSeed? = nil) {
    incident = nil
    self.seed = seed
  }

  init(changing incident: IncidentNumber) {
    self.incident = incident
    seed = nil
  }

  mutating func refresh(_ app: inout App) -> [Effect] {
    form == nil ? [app.read(IncidentFormQuestion(incident: incident))] : []
  }

  mutating func receive(_ reply: Reply, _ app: inout App) -> [Effect] {
    guard form == nil, let (question, answer) = reply.to(IncidentFormQuestion.self), question.incident == incident
    else { return [] }
    guard !answer.teams.isEmpty else {
      failure = "there is no team yet whose incident it could be: g p makes one"
      return []
    }
    form = IncidentFields(answer, seed: seed, me: app.viewer.handle, now: app.now)
    failure = nil
    choose { $0.purpose == .title }
    return []
  }

  mutating func couldNotRead(_ question: any Question, _ failure: Failure) {
    if question is IncidentFormQuestion, form == nil { self.failure = failure.words }
  }

  mutating func hasTyped(_ app: inout App) -> [Effect] {
    refusal = nil
    return []
  }

  var title: [Span] {
    let run = seed?.runs.first.map { " from run \($0.run)" } ?? ""
    return [Span(incident.map { "Incident \($0)" } ?? "A new incident\(run)", .bold)]
  }

  func remarks(_ glyphs: Glyphs) -> [FormRemark] {
    guard let form else { return [] }
    var remarks: [FormRemark] = []
    if field?.purpose == .severity {
      remarks = IncidentSeverity.allCases.map { severity in
        FormRemark(
          text: "\(severity == form.severity ? glyphs.current : " ") \(severity): \(severity.meaning)",
          style: severity == form.severity ? .bold : .dim)
      }
    }
    if let words = refusal ?? form.timesRefusal?.description {
      remarks.append(FormRemark(text: "\(glyphs.warning) \(words)", style: Style(foreground: .yellow)))
    }
    return remarks
  }

  mutating func send(_ app: inout App) -> [Effect] {
    guard let form else { return [] }
    guard let original = form.answer.incident else {
      guard let draft = form.draft else { return [] }
      isSending = true
      return [app.write(OpenIncidentWrite(draft: draft), saying: "the incident is open")]
    }
    isSending = true
    let changed = form.changed(original)
    return [
      app.write(
        StoreWrite(name: writeName) { [zone] store, actor, now in
          try told(in: zone) {
            try store.perform(
              EditIncident(original.number) { known in
                try merge(\.title, named: "title", of: changed, begunAs: original, into: &known)
                try merge(\.severity, named: "severity", of: changed, begunAs: original, into: &known)
                try merge(\.services, named: "services", of: changed, begunAs: original, into: &known)
                try merge(\.customersNoticed, named: "word on customers", of: changed, begunAs: original, into: &known)
                try merge(\.roles.commander, named: "commander", of: changed, begunAs: original, into: &known)
                try merge(\.roles.scribe, named: "scribe", of: changed, begunAs: original, into: &known)
                try merge(\.roles.pair, named: "pair", of: changed, begunAs: original, into: &known)
                try merge(\.roles.called, named: "developers called in", of: changed, begunAs: original, into: &known)
                for kind in IncidentTime.allCases {
                  try merge(\.times[kind], named: "time \(kind.words)", of: changed, begunAs: original, into: &known)
                }
              }, by: actor, at: now)
          }
          return "incident \(original.number) was changed"
        })
    ]
  }

  private var writeName: String { "incident form \(incident?.description ?? "new")" }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    let isMine =
      (write.write as? StoreWrite)?.name == writeName || (incident == nil && write.write is OpenIncidentWrite)
    guard isSending, isMine else { return [] }
    isSending = false
    switch result {
    case .failure(let failure):
      refusal = failure.words
      return []
    case .success(let written):
      form = nil
      guard app.topScreen(IncidentFormScreen.self) != nil else { return [] }
      let back = app.back()
      if case .opened(let number) = written { return back + app.open(IncidentScreen(number)) }
      return back
    }
  }

  static let commands = formCommands("save", sending: "open or save the incident") { screen, app in
    app.backLeavingForm(hasDraft: screen.hasDraft)
  }
}

/// Opens an incident, and comes back with its number.
struct OpenIncidentWrite: Write {
  var draft: IncidentDraft
  /// What is typed meanwhile is meant for the incident's page.
  var holdsKeys: Bool { true }

  func perform(with backend: any Backend) throws -> Written {
    .opened(try backend.onStore { store, actor, now in try store.perform(OpenIncident(draft), by: actor, at: now) })
  }
}
