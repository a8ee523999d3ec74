import Domain
import Store
import Terminal

/// What a run has to do with incidents, and how one is opened from it.
extension RunScreen {
  /// The step under the cursor, where it has failed.
  private var failedStep: Step? {
    guard let step, progress?.state == .failed else { return nil }
    return step
  }

  func canOpenIncident(_ app: App) -> Availability {
    run == nil ? .no("the run is not read yet") : .yes
  }

  /// The incident that the run has to do with, else a new one; where both could be meant, one chooses.
  func openIncident(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    if incidents.isEmpty { return newIncident(of: run, &app) }
    if incidents.count == 1, failedStep == nil || incidents[0].incident.state.isActive {
      return open(incidents[0].incident.number, &app)
    }
    let screen = self
    let known = zip(Menu.letters, incidents).map { key, related in
      Menu.Item(
        key: key,
        title: "\(IncidentWords.name(related.incident)), \(related.incident.state.rawValue): "
          + IncidentWords.title(related.incident), availability: .yes
      ) { app in screen.open(related.incident.number, &app) }
    }
    let new = Menu.Item(key: "n", title: "A new incident", availability: .yes) { app in
      screen.newIncident(of: run, &app)
    }
    app.show(Menu("which incident?", known + [new]))
    return []
  }

  private func open(_ incident: IncidentNumber, _ app: inout App) -> [Effect] {
    app.isBelow(IncidentScreen.self) { $0.number == incident } ? app.back() : app.open(IncidentScreen(incident))
  }

  /// From a failed step all is known but how bad it is, and that takes one key; else a short form asks.
  private func newIncident(of run: Run, _ app: inout App) -> [Effect] {
    let runs = [IncidentRun(number, .related)]
    guard let step = failedStep else {
      return app.open(IncidentFormScreen(seed: IncidentSeed(team: run.team, runs: runs, pair: run.pair)))
    }
    let attempt = run.progress(of: step.id).lastAttempt
    let reason = run.entries.last { $0.step == step.id && $0.kind == .failed }?.reason
    let words = "\(LessonWords.line(FilledText.line(step, run), most: 80)) failed" + (reason.map { ": \($0)" } ?? "")
    let draft = IncidentDraft(
      team: run.team, title: LessonWords.line(words, most: 200), roles: IncidentRoles(pair: run.pair),
      detected: attempt?.endedAt, runs: runs)
    app.show(
      Menu(
        "incident: \(draft.title)",
        IncidentSeverity.allCases.map { severity in
          Menu.Item(
            key: Character("\(severity.rawValue)"), title: "\(severity)  \(severity.meaning)", availability: .yes
          ) { app in
            var draft = draft
            draft.severity = severity
            return [app.write(OpenIncidentWrite(draft: draft), saying: "the incident is open")]
          }
        }))
    return []
  }

  /// A banner for what is not over; the others are named in the header alone.
  func incidentNotices(_ app: App) -> [Notice] {
    incidents.filter { $0.incident.state.isActive }.map { related in
      let incident = related.incident
      return Notice(
        id: "incident \(incident.number) \(incident.state.rawValue)",
        title: "\(app.key(of: "run.incident")): \(IncidentWords.name(incident)), \(incident.state.rawValue): "
          + IncidentWords.title(incident),
        lines: [
          "The run is \(related.kind == .caused ? "what caused it" : related.kind == .remedy ? "its remedy" : "related to it")."
        ],
        isUrgent: incident.state == .open && related.kind != .remedy)
    }
  }
}
