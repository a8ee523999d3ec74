import Domain

/// What the keys do to the run as a whole, and to who is on it.
extension RunScreen {
  // MARK: People

  func canJoin(_ app: App) -> Availability {
    isActive(app).and(
      run?.role(of: app.viewer.handle) == .pair ? .no("you are of the pair already") : .yes)
  }

  mutating func join(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    let screen = self
    let me = app.viewer.handle
    let roles: [(Character, Role, String)] = [
      ("1", .helper, "Help: work and note, but do not confirm"), ("2", .observer, "Observe: note only"),
      ("3", .pair, "Be one of the pair"),
    ]
    app.show(
      Menu(
        "join run \(number)",
        roles.map { key, role, title in
          let availability: Availability =
            run.role(of: me) == role
            ? .no("you are that already")
            : role == .pair && run.pair.count >= 2 ? .no("the pair is complete: H hands over") : .yes
          return Menu.Item(key: key, title: title, availability: availability) { app in
            screen.act(.join(me, role), saying: "you are on the run", &app)
          }
        }))
    return []
  }

  func canLeave(_ app: App) -> Availability {
    isActive(app).and(run?.role(of: app.viewer.handle) == nil ? .no("you are not on this run") : .yes)
  }

  mutating func leave(_ app: inout App) -> [Effect] {
    let me = app.viewer.handle
    if run?.role(of: me) == .pair {
      return ask(
        "leave the run: why?", ["The other of the pair is alone from then on. H hands over instead."],
        needs: "a reason is needed", purpose: "leave", saying: "you have left the run", &app
      ) { .leave(me, reason: $0) }
    }
    return act(.leave(me, reason: nil), saying: "you have left the run", &app)
  }

  func canHandOver(_ app: App) -> Availability {
    isActive(app).and(run?.pair.isEmpty == false ? .yes : .no("nobody is of the pair"))
  }

  /// One's own place; somebody else's where one is not of the pair oneself.
  mutating func handOver(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    let me = app.viewer.handle
    if run.pair.contains(me) { return handOver(from: me, &app) }
    let screen = self
    app.show(
      Menu(
        "who hands over?",
        zip("123456789", run.pair).map { key, who in
          Menu.Item(key: key, title: who.text, availability: .yes) { app in screen.handOver(from: who, &app) }
        }))
    return []
  }

  private func handOver(from: Handle, _ app: inout App) -> [Effect] {
    guard let run else { return [] }
    let screen = self
    let me = app.viewer.handle
    var names = background.people.map(\.handle).filter { !run.pair.contains($0) }
    if !run.pair.contains(me), !names.contains(me) { names.insert(me, at: 0) }
    app.show(
      Prompt(
        "\(from) hands over to whom?", explanation: ["Killer steps are then theirs to do and to confirm."],
        needs: "somebody has to take over", suggestions: .names(names.map(\.text)), purpose: "hand over \(from)",
        in: app,
        check: { [names] text in
          names.contains { $0.text == text } ? nil : "there is nobody called \(text) who could take over"
        }
      ) { reply, draft, app in
        guard case .text(let name) = reply else { return [] }
        let to = Handle(name)
        app.show(
          Confirmation(
            question: "\(from) hands over to \(to)?", yes: "hand over", decline: { $0.drafts[draft.key] = draft.text }
          ) { app in
            screen.act(.handOver(from: from, to: to), saying: "\(from) has handed over to \(to)", draft: draft, &app)
          })
        return []
      })
    return []
  }

  // MARK: Lifecycle

  func canPause(_ app: App) -> Availability {
    guard run?.state == .paused else { return canWork(app) }
    return run?.role(of: app.viewer.handle) == .observer ? .no("you observe, and observers only note") : .yes
  }

  mutating func pauseOrResume(_ app: inout App) -> [Effect] {
    if run?.state == .paused { return act(.resume, saying: "the run goes on", &app) }
    return ask(
      "pause the run: why? (may be empty)", needs: nil, purpose: "pause", saying: "the run is paused", &app
    ) { .pause(reason: $0.allSatisfy(\.isWhitespace) ? nil : $0) }
  }

  mutating func movePlan(_ app: inout App) -> [Effect] {
    guard let plan = run?.plan else { return [] }
    let screen = self
    let zone = background.zone ?? .gmt
    app.show(
      Prompt(
        "move run \(number) to when?",
        explanation: [
          "It is planned for \(ClockText.dateAndTime(plan.at, app)). As in 2026-11-30 09:30, the team's time."
        ],
        needs: "a time is needed", purpose: "move", in: app,
        check: { [now = app.now] text in
          do throws(TypedTime.Problem) {
            _ = try TypedTime.instant(text.trimmed, in: zone, now: now)
            return nil
          } catch {
            return "\(error)"
          }
        }
      ) { reply, draft, app in
        guard case .text(let text) = reply, let at = try? TypedTime.instant(text.trimmed, in: zone, now: app.now) else {
          return []
        }
        return screen.act(.move(Plan(at: at, told: plan.told)), saying: "the run was moved", draft: draft, &app)
      })
    return []
  }

  mutating func enterSection(_ app: inout App) -> [Effect] {
    guard let section = sectionToEnter, let run else { return [] }
    let before = run.progress.unsettled(before: section, in: run.version)
    return ask(
      "enter \(section.rawValue) already: why?", ["Before it, \(Self.numbers(before)) not settled, and stays so."],
      needs: "a reason is needed", purpose: "enter \(section.rawValue)", &app
    ) { .enter(section, reason: $0) }
  }

  mutating func finish(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    let screen = self
    let exceptions = run.steps.filter { step in
      [.skipped, .notApplicable, .deferred, .overridden].contains(run.progress(of: step.id).state)
    }.map { "\($0.number) \(FilledText.line($0, run)): \(run.progress(of: $0.id).state.rawValue)" }
    let isRolledBack = run.progress.entered.contains(.rollback)
    let details =
      (isRolledBack ? ["It went through its rollback, and ends as rolled back."] : [])
      + (exceptions.isEmpty ? ["Every step is done."] : exceptions)
    app.show(
      Confirmation(question: "Finish run \(number)?", details: details, yes: "finish it") { app in
        screen.act(.finish, saying: "the run is finished", &app)
      })
    return []
  }

  func canAbort(_ app: App) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    if run.state == .planned { return .yes }
    return isActive(app).and(
      run.role(of: app.viewer.handle).map { $0 == .observer ? .no("you observe: J joins as a helper") : .yes }
        ?? .no("not on this run: J joins"))
  }

  mutating func abort(_ app: inout App) -> [Effect] {
    let isPlanned = run?.state == .planned
    return askThenConfirm(
      isPlanned ? "cancel the planned run: why?" : "abort the run: why?",
      ["It ends here, and cannot be resumed."], purpose: "abort",
      question: isPlanned ? "Cancel run \(number)?" : "Abort run \(number)?", yes: isPlanned ? "cancel it" : "abort it",
      &app
    ) { isPlanned ? .cancel(reason: $0) : .abort(reason: $0) }
  }

  /// Rule 11: shows what prompts a rollback, and past a point of no return warns that the way is forward.
  mutating func rollBack(_ app: inout App) -> [Effect] {
    guard let run else { return [] }
    if run.state.isSuccessful {
      return askThenConfirm(
        "mark the run rolled back: why?", ["It counts as failed from then on."], purpose: "rolled back",
        question: "Mark run \(number) rolled back?", yes: "mark it", &app
      ) { .markRolledBack(reason: $0, by: nil) }
    }
    let passed = run.noReturnPassed
    let prompt = FilledText.text(run.version.rollbackPrompt, run)
    var explanation = [prompt.isEmpty ? "The checklist does not say what prompts a rollback." : prompt]
    if let passed {
      explanation.append("Step \(passed.number) is past: there is no way back after it. The way is forward.")
    }
    return askThenConfirm(
      "roll back: why?", explanation, purpose: "roll back",
      question: passed == nil
        ? "Enter the rollback section?"
        : "Step \(passed?.number ?? 0) was a point of no return. Roll back all the same?",
      yes: "roll back", &app
    ) { .rollBack(reason: $0, override: passed == nil ? nil : $0) }
  }

  /// Asks for the reason first, so that the question says what it will be done for; no keeps the reason.
  private func askThenConfirm(
    _ title: String, _ explanation: [String], purpose: String, question: String, yes: String, _ app: inout App,
    _ action: @escaping @Sendable (String) -> RunAction
  ) -> [Effect] {
    let screen = self
    app.show(
      Prompt(title, explanation: explanation, needs: "a reason is needed", purpose: purpose, in: app) {
        reply, draft, app in
        guard case .text(let reason) = reply else { return [] }
        app.show(
          Confirmation(
            question: question, details: explanation + ["Reason: \(reason)"], yes: yes,
            decline: { $0.drafts[draft.key] = draft.text }
          ) { app in screen.act(action(reason), draft: draft, &app) })
        return []
      })
    return []
  }
}
