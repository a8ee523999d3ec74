import Domain

/// What the keys do to the selected step: ask what has to be asked, then write it down.
extension RunScreen {
  func act(_ action: RunAction, saying: String? = nil, draft: Draft? = nil, as partner: Handle? = nil, _ app: inout App)
    -> [Effect]
  {
    [app.write(RunWrite.act(number, action, as: partner), saying: saying, draft: draft)]
  }

  private func title(_ step: Step, _ what: String) -> String { "step \(step.number) \(what)" }

  mutating func markDone(_ app: inout App, includingChildren: Bool = false) -> [Effect] {
    guard let step, let run else { return [] }
    let wait = step.isKiller ? "then \(otherThan(app.viewer.handle, in: run)) confirms" : nil
    let ran = lastExecution.flatMap { execution in execution.result.map { execution.words(of: $0) } }
    guard let asks = step.attributes.value else {
      let settlement = Settlement(.done, value: ran, includesChildren: includingChildren)
      return act(.settle(step.id, settlement), saying: wait.map { "step \(step.number) done, \($0)" }, &app)
    }
    let screen = self
    app.show(
      Prompt(
        title(step, "done"), explanation: ["Record: \(FilledText.text(asks, run))"] + [ran, wait].compactMap(\.self),
        needs: "the step asks for a value", purpose: "done \(step.id)", in: app
      ) { reply, draft, app in
        guard case .text(let value) = reply else { return [] }
        let settlement = Settlement(.done, value: value, includesChildren: includingChildren)
        return screen.act(.settle(step.id, settlement), draft: draft, &app)
      })
    return []
  }

  private func otherThan(_ who: Handle, in run: Run) -> String {
    run.pair.first { $0 != who }?.text ?? "a second person"
  }

  mutating func settle(_ outcome: Outcome, _ app: inout App) -> [Effect] {
    guard let step, let run else { return [] }
    var explanation: [String] = []
    if outcome == .failed, run.hasBegunToDeploy || step.attributes.deploys, !run.version.rollbackPrompt.isEmpty {
      explanation = ["What prompts a rollback: \(FilledText.text(run.version.rollbackPrompt, run))"]
    }
    if step.isKiller, outcome.settles { explanation.append("\(otherThan(app.viewer.handle, in: run)) confirms it.") }
    let screen = self
    app.show(
      Prompt(
        title(step, "\(outcome.rawValue): why?"), explanation: explanation,
        needs: "a reason is needed; Tab owes it", canOwe: true,
        initial: outcome == .failed ? whyCommandFailed : "", purpose: "\(outcome.rawValue) \(step.id)", in: app
      ) { reply, draft, app in
        let reason: Reason =
          switch reply {
          case .text(let text): .given(text)
          case .owed: .owed
          }
        return screen.act(.settle(step.id, Settlement(outcome, reason: reason)), draft: draft, &app)
      })
    return []
  }

  mutating func offerOutcomes(_ app: inout App) -> [Effect] {
    guard let step else { return [] }
    let choices: [(Character, String)] = [
      ("S", "run.skip"), ("N", "run.not-applicable"), ("D", "run.defer"), ("O", "run.override"),
    ]
    let items = choices.compactMap { key, id in
      app.command(id).map {
        Menu.Item(key: key, title: $0.title, availability: $0.availability(app), perform: $0.perform)
      }
    }
    app.show(Menu("step \(step.number), another outcome", items))
    return []
  }

  mutating func start(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    if run.state == .planned { return startPlanned(run, &app) }
    return step.map { act(.start($0.id), &app) } ?? []
  }

  /// Where it is planned for later, one is asked: the key also claims steps.
  private func startPlanned(_ run: Run, _ app: inout App) -> [Effect] {
    let write = RunWrite.startPlanned(number, override: nil)
    guard let plan = run.plan, plan.at - app.now > .minutes(30) else {
      return [app.write(write, saying: "the run has begun")]
    }
    app.show(
      Confirmation(
        question: "Begin run \(number) now?",
        details: ["It is planned for \(ClockText.dateAndTime(plan.at, app))."], yes: "begin it"
      ) { app in [app.write(write, saying: "the run has begun")] })
    return []
  }

  mutating func withdraw(_ app: inout App) -> [Effect] {
    guard let step, let entry = withdrawable else { return [] }
    let what = "\(entry.kind.rawValue), \(entry.by) \(ClockText.time(entry.at, app))"
    return ask(
      title(step, "withdraw: why?"),
      ["This takes back: \(what)\(entry.reason.map { " (\($0))" } ?? "").", "It stays on the record, as withdrawn."],
      needs: "a reason is needed", purpose: "withdraw \(step.id)", &app
    ) { .correct(step.id, reason: $0) }
  }

  mutating func giveReason(_ app: inout App) -> [Effect] {
    guard let step = owing.first, let run else { return [] }
    let state = run.progress(of: step.id).state.rawValue
    return ask(
      "reason owed for step \(step.number)", ["\(FilledText.line(step, run)): \(state)"], needs: "a reason is needed",
      purpose: "reason \(step.id)", &app
    ) { .giveReason(step.id, $0) }
  }

  /// One line of text, and the action that it makes.
  func ask(
    _ title: String, _ explanation: [String] = [], needs: String?, suggestions: Suggestions = [], purpose: String,
    saying: String? = nil, _ app: inout App, _ action: @escaping @Sendable (String) -> RunAction
  ) -> [Effect] {
    let screen = self
    app.show(
      Prompt(title, explanation: explanation, needs: needs, suggestions: suggestions, purpose: purpose, in: app) {
        reply, draft, app in
        guard case .text(let text) = reply else { return [] }
        return screen.act(action(text), saying: saying, draft: draft, &app)
      })
    return []
  }

  mutating func overrideRule(_ app: inout App) -> [Effect] {
    guard let refused else { return [] }
    app.show(
      Prompt(
        "override the rule: why?",
        explanation: [refused.refusal.onScreen, "The reason stays on the run's record for ever."],
        needs: "a reason is needed", purpose: "override rule", in: app
      ) { reply, draft, app in
        guard case .text(let reason) = reply, let write = refused.overridden(because: reason) else { return [] }
        return [app.write(write, draft: draft)]
      })
    return []
  }

  // MARK: Confirming

  mutating func confirm(_ app: inout App) -> [Effect] {
    guard let step, let run, let progress, let attempt = progress.lastAttempt, let outcome = attempt.outcome else {
      return []
    }
    let screen = self
    let value = attempt.value.map { ["Value: \($0)"] } ?? []
    let reason = attempt.reason.map { ["Reason: \($0)"] } ?? []
    let isLate = progress.confirmation?.canBeCountersigned == true
    app.show(
      Confirmation(
        question:
          "Step \(step.number) is \(outcome.rawValue), says \(attempt.endedBy?.by.text ?? "the other"). Do you stand behind it?",
        details: [FilledText.line(step, run)] + value + reason
          + (isLate ? ["It is recorded as countersigned, late."] : []),
        yes: isLate ? "countersign" : "confirm"
      ) { app in screen.act(.confirm(step.id), saying: "step \(step.number) confirmed", &app) })
    return []
  }

  mutating func offerGoingOn(_ app: inout App) -> [Effect] {
    guard let step else { return [] }
    let screen = self
    let partner = partnerOfDoer
    let name = partner?.text ?? "the other"
    let canTypeHere: Availability =
      partner == nil
      ? .no("there is no other in the pair")
      : partner == app.viewer.handle ? .no("that is you: v confirms") : .yes
    app.show(
      Menu(
        "step \(step.number) waits for \(name)",
        [
          Menu.Item(
            key: "1", title: "\(name) sits here and confirms at this keyboard (unverified, and the record says so)",
            availability: canTypeHere
          ) { app in
            screen.confirmHere(step, partner, &app)
            return []
          },
          Menu.Item(key: "2", title: "Go on without \(name), who cannot be reached, with a reason", availability: .yes)
          { app in
            screen.ask(
              "go on without \(name): why?", ["\(name) can countersign later, and it is marked late."],
              needs: "a reason is needed", purpose: "alone \(step.id)", &app
            ) { .goOnWithoutPartner(step.id, reason: $0) }
          },
        ]))
    return []
  }

  private func confirmHere(_ step: Step, _ partner: Handle?, _ app: inout App) {
    guard let partner else { return }
    let screen = self
    app.show(
      Confirmation(
        question: "\(partner): do you confirm step \(step.number)?",
        details: ["It is typed at \(app.viewer.handle)'s login, so it is recorded as unverified."],
        yes: "\(partner) confirms"
      ) { app in
        screen.act(.confirm(step.id), saying: "step \(step.number) confirmed, unverified", as: partner, &app)
      })
  }

  // MARK: Notes, files, commands

  func canNote(_ app: App) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    return run.state == .cancelled ? .no("the run was cancelled") : .yes
  }

  mutating func note(_ app: inout App, onRun: Bool = false) -> [Effect] {
    let step = onRun ? nil : step
    return ask(
      step.map { "note on step \($0.number)" } ?? "note on the run", needs: "a note is not empty",
      purpose: "note \(step?.id.text ?? "")", saying: "noted", &app
    ) { .note(step?.id, $0) }
  }

  mutating func attach(_ app: inout App) -> [Effect] {
    let number = number
    let step = step
    app.show(
      Prompt(
        step.map { "attach a file to step \($0.number)" } ?? "attach a file to the run",
        explanation: ["Its content is kept with the run, up to 16 MiB, and named by its SHA-256."],
        needs: "the path of a file is needed", suggestions: .files,
        purpose: "attach \(step?.id.text ?? "")", in: app
      ) { reply, draft, app in
        guard case .text(let path) = reply else { return [] }
        return [app.write(RunWrite.attach(number, step?.id, path: path), saying: "attached", draft: draft)]
      })
    return []
  }

  func hasCommand(_ app: App) -> Availability {
    guard let run, let step else { return .no("no step is selected") }
    return step.fences.isEmpty ? .no("the step has no command") : FilledText.command(of: step, run).availability
  }

  mutating func copy(_ app: inout App) -> [Effect] { command.map { [.terminal(.copy($0))] } ?? [] }

  mutating func showPlain(_ app: inout App) -> [Effect] {
    guard let command else { return [] }
    app.show(Reader(plain: command))
    return [.terminal(.mouse(false))]
  }

  private var command: String? {
    guard let run, let step, case .success(let command) = FilledText.command(of: step, run) else { return nil }
    return command
  }
}

extension Result where Success == String?, Failure == TUI.Failure {
  fileprivate var availability: Availability {
    switch self {
    case .success(let text): text == nil ? .no("the step has no command") : .yes
    case .failure(let failure): .no(failure.words)
    }
  }
}
