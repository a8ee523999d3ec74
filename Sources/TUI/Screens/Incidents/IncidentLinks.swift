import Domain
import Store
import Terminal

/// What the keys do around the incident: runs, what came before, lessons, items.
extension IncidentScreen {
  // MARK: A remedy

  func canStartRun(_ app: App) -> Availability {
    guard let content else { return .no("it is not read yet") }
    if content.incident.state == .closed {
      return .no("it is closed: \(app.key(of: "incident.reopen")) takes it up again")
    }
    return content.checklists.isEmpty ? .no("there is no checklist yet: g c imports one") : .yes
  }

  func startRun(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    let number = number
    app.show(
      Menu(
        "which checklist is the remedy by?",
        zip(Menu.letters, content.checklists).map { key, name in
          Menu.Item(key: key, title: name.text, availability: .yes) { app in
            app.open(StartScreen(checklist: name, incident: number))
          }
        }))
    return []
  }

  // MARK: Links

  func offerLinks(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    let screen = self
    let runs = content.record.runs.filter { $0.record.run.incident != number.value }.map(\.number)
    let before = content.record.recurrences
    func item(
      _ key: Character, _ title: String, _ availability: Availability = .yes,
      _ perform: @escaping @Sendable (inout App) -> [Effect]
    ) -> Menu.Item {
      Menu.Item(key: key, title: title, availability: availability, perform: perform)
    }
    app.show(
      Menu(
        "incident \(number) and what?",
        [
          item("c", "A run that caused it") { screen.askForRun(.caused, [], &$0) },
          item("r", "A run that has to do with it") { screen.askForRun(.related, [], &$0) },
          item(
            "n", "A run that has nothing to do with it after all",
            runs.isEmpty ? .no("no run was linked by hand") : .yes
          ) { screen.askForRun(nil, runs, &$0) },
          item("i", "It happened before: an earlier incident") { screen.chooseEarlier(&$0) },
          item("l", "It happened before: a lesson was to prevent it") { screen.askForLesson(&$0) },
          item("w", "It did not happen before after all", before.isEmpty ? .no("nobody said so") : .yes) {
            screen.chooseWrong(before, &$0)
          },
        ]))
    return []
  }

  private func askForRun(_ kind: IncidentRunKind?, _ runs: [RunNumber], _ app: inout App) -> [Effect] {
    let number = number
    return askForNumber(
      kind.map { $0 == .caused ? "which run caused it?" : "which run has to do with it?" }
        ?? "which run has nothing to do with it?", suggestions: runs.map(\.description), &app
    ) { value in
      StoreWrite(name: "links of incident \(number)") { store, actor, now in
        try store.perform(EditIncident(number, runs: [(run: RunNumber(value), kind: kind)]), by: actor, at: now)
        return kind.map { "run \(value): \($0.rawValue)" } ?? "run \(value) has nothing to do with it"
      }
    }
  }

  private func askForNumber(
    _ title: String, suggestions: [String] = [], _ app: inout App,
    _ write: @escaping @Sendable (Int) -> StoreWrite
  ) -> [Effect] {
    app.show(
      Prompt(
        title, needs: "a number is needed", suggestions: .names(suggestions), purpose: title, in: app,
        check: { (Int($0.trimmed) ?? 0) > 0 ? nil : "a number, as in 9" }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let value = Int(text.trimmed) else { return [] }
        return [app.write(write(value), draft: draft)]
      })
    return []
  }

  private func linking(_ origin: Recurrence, isTrue: Bool = true) -> StoreWrite {
    let number = number
    return StoreWrite(name: "links of incident \(number)") { store, actor, now in
      try store.perform(LinkRecurrence(number, of: origin, isTrue: isTrue), by: actor, at: now)
      return isTrue ? "it is \(origin) again" : "it did not come back from \(origin)"
    }
  }

  /// The last ones of the team, by one key; any other by its number.
  private func chooseEarlier(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    let screen = self
    let known = zip(Menu.letters, content.earlier).map { key, incident in
      Menu.Item(
        key: key, title: "\(IncidentWords.name(incident)): \(IncidentWords.title(incident))", availability: .yes
      ) { app in [app.write(screen.linking(.incident(incident.number)))] }
    }
    let other = Menu.Item(key: "o", title: "Another one, by its number", availability: .yes) { app in
      screen.askForNumber("which incident was it?", &app) { screen.linking(.incident(IncidentNumber($0))) }
    }
    app.show(Menu("it happened before: which one was it?", known + [other]))
    return []
  }

  private func askForLesson(_ app: inout App) -> [Effect] {
    let screen = self
    return askForNumber("which lesson was to prevent it?", &app) { screen.linking(.lesson(LessonNumber($0))) }
  }

  private func chooseWrong(_ before: [Recurrence], _ app: inout App) -> [Effect] {
    let screen = self
    app.show(
      Menu(
        "which of them was it not?",
        zip(Menu.letters, before).map { key, origin in
          Menu.Item(key: key, title: "\(origin)", availability: .yes) { app in
            [app.write(screen.linking(origin, isTrue: false))]
          }
        }))
    return []
  }

  // MARK: What comes of it

  func newLesson(_ app: inout App) -> [Effect] {
    // The remedy's checklist is the likeliest to have to change.
    let checklist = content?.record.runs.last?.record.run.version.reference.checklist
    return app.open(LessonFormScreen(checklist: checklist, incident: number))
  }

  func newItem(_ app: inout App) -> [Effect] {
    guard let incident else { return [] }
    return app.open(
      ItemFormScreen(new: incident.team, in: .backlog, links: [ItemLink(.incident, number.description)]))
  }

  // MARK: Going on

  mutating func openSelection(_ app: inout App) -> [Effect] {
    switch pane {
    case .timeline: return openEvent(&app)
    case .around: return openAround(&app)
    }
  }

  private func openEvent(_ app: inout App) -> [Effect] {
    switch timeline.selectedEvent {
    case .run(let run, let entry)?: return open(run, at: entry.step, &app)
    case .entry(let entry)?:
      app.show(Reader("Entry \(entry.seq) of incident \(number)", lines(of: entry, app)))
      return []
    case nil: return []
    }
  }

  /// All of an entry, whatever its length.
  private func lines(of entry: IncidentEntry, _ app: App) -> [Reader.Line] {
    func rows(_ text: String) -> [Reader.Line] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { Reader.Line(String($0)) }
    }
    let by = entry.signature.isOneself ? "" : ", typed at the login \(entry.signature.login)"
    let evidence = entry.evidence.flatMap { one -> [Reader.Line] in
      let head = "\(one.health.map { "\($0.rawValue) " } ?? "")\(one.kind.rawValue) \(one.name)"
      let file = one.file.map { rows("\($0.size) bytes, SHA-256 \($0.sha256)") } ?? []
      return [Reader.Line(""), Reader.Line(head, .bold)] + rows(one.text) + file
    }
    return [
      Reader.Line(
        "\(entry.kind.rawValue) by \(entry.by)\(by), \(ClockText.dateAndTime(entry.at, app)), written "
          + ClockText.dateAndTime(entry.written, app), .dim), Reader.Line(""),
    ] + rows(entry.text) + evidence
  }

  private func open(_ run: RunNumber, at step: StepID? = nil, _ app: inout App) -> [Effect] {
    app.isBelow(RunScreen.self) { $0.number == run } ? app.back() : app.open(RunScreen(run, at: step))
  }

  private func openAround(_ app: inout App) -> [Effect] {
    guard let content else { return [] }
    switch around.selectedRow?.target {
    case .run(let run)?: return open(run, &app)
    case .lesson(let lesson)?: return app.open(LessonScreen(lesson))
    case .item(let item)?: return app.open(ItemScreen(item))
    case .incident(let other)?:
      return app.isBelow(IncidentScreen.self) { $0.number == other } ? app.back() : app.open(IncidentScreen(other))
    case .update(let update)?:
      return content.record.updates.first { $0.number == update }.map { offer($0, &app) } ?? []
    case .retro?: return IncidentDoors.retro(of: content, &app)
    case nil: return []
    }
  }
}
