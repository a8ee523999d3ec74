import Domain

/// What stands in the way of a key, in the words of the screen. The store decides; this only spares the asking.
extension RunScreen {
  /// The run takes work, and it may come from the one who sits here.
  func canWork(_ app: App) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    switch run.state {
    case .running: break
    case .paused: return .no("the run is paused: p resumes it")
    case .planned: return .no("the run is only planned: s begins it")
    default: return .no("the run is over (\(run.state.rawValue))")
    }
    return isOnRun(run, app)
  }

  private func isOnRun(_ run: Run, _ app: App) -> Availability {
    switch run.role(of: app.viewer.handle) {
    case nil: .no("not on this run: J joins")
    case .observer: .no("you observe, and observers only note: J joins as a helper")
    case .pair, .helper: .yes
    }
  }

  func isActive(_ app: App) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    if run.state.isActive { return .yes }
    return .no(
      run.state == .planned ? "the run is only planned: s begins it" : "the run is over (\(run.state.rawValue))")
  }

  /// A step is selected and nothing is on its way to it.
  private func hasStep(_ app: App) -> Availability {
    guard let step else { return .no("no step is selected") }
    return app.isWriting(step.id, of: number) ? .no("the step is still being written") : .yes
  }

  /// The selected step can have an outcome.
  func canSettle(_ app: App) -> Availability {
    canWork(app).and(hasStep(app)).and(takesOutcome(app))
  }

  private func takesOutcome(_ app: App) -> Availability {
    guard let run, let step, let progress else { return .no("no step is selected") }
    switch progress.state {
    case .open, .started, .failed: break
    case .inactive: return .no(whyInactive(step, run))
    default: return .no("already \(progress.state.rawValue): w withdraws that, with a reason")
    }
    return isKillerForMe(step, run, app)
  }

  private func isKillerForMe(_ step: Step, _ run: Run, _ app: App) -> Availability {
    guard step.isKiller, !run.pair.contains(app.viewer.handle) else { return .yes }
    return .no("a killer step is for the pair alone: H hands over")
  }

  private func whyInactive(_ step: Step, _ run: Run) -> String {
    if let condition = step.attributes.condition, !condition.holds(for: run.parameters) {
      return "only for runs with \(condition.parameter) \(condition.isEqual ? "=" : "!=") \(condition.value)"
    }
    if step.section == .rollback { return "rollback has not been entered: B enters it" }
    return "\(step.section.rawValue) has not begun, steps before it are unsettled: e enters it, with a reason"
  }

  func canStart(_ app: App) -> Availability {
    if run?.state == .planned { return .yes }
    guard progress?.state != .started else {
      let who = progress?.lastAttempt?.startedBy
      return .no(
        who == app.viewer.handle ? "you are at it already: Space settles it" : "\(who?.text ?? "somebody") is at it")
    }
    return canSettle(app)
  }

  var isParent: Bool { run?.steps.contains { $0.parent == selected } ?? false }

  // MARK: Two people

  /// The outcome of the selected step waits for a second person, or can be countersigned.
  private func hasOutcomeToConfirm(_ app: App) -> Availability {
    guard let run, let step, let progress else { return .no("no step is selected") }
    if !step.isKiller { return .no("not a killer step: it needs no confirmation") }
    if progress.confirmation?.canBeCountersigned == true {
      return run.state.isActive || run.state.isOver ? hasStep(app) : isActive(app)
    }
    if !progress.isAwaitingConfirmation { return .no("nothing here waits for confirmation") }
    return canWork(app).and(hasStep(app))
  }

  func canConfirm(_ app: App) -> Availability {
    hasOutcomeToConfirm(app).and(isOther(app))
  }

  private func isOther(_ app: App) -> Availability {
    guard let run, let doer = progress?.lastAttempt?.endedBy?.by else { return .yes }
    if !run.pair.contains(app.viewer.handle) { return .no("the other of the pair confirms") }
    return doer == app.viewer.handle
      ? .no("you did it, so the other of the pair confirms: V when they cannot reach a terminal") : .yes
  }

  /// For when the other has no terminal of their own, or cannot be reached.
  func canGoOn(_ app: App) -> Availability {
    guard let run, let progress else { return .no("no step is selected") }
    if !progress.isAwaitingConfirmation { return .no("nothing here waits for confirmation") }
    return canWork(app).and(hasStep(app)).and(
      run.pair.contains(app.viewer.handle) ? .yes : .no("that is for the pair to decide"))
  }

  var partnerOfDoer: Handle? {
    guard let run, let doer = progress?.lastAttempt?.endedBy?.by else { return nil }
    return run.pair.first { $0 != doer }
  }

  // MARK: Withdrawing and reasons

  func canWithdraw(_ app: App) -> Availability {
    canWork(app).and(hasStep(app)).and(
      withdrawable == nil ? .no("nothing was written on this step that can be withdrawn") : .yes)
  }

  /// The step's last entry that stands.
  var withdrawable: Entry? {
    guard let run, let selected else { return nil }
    return run.entries.last { $0.step == selected && $0.kind.isCorrectable && !run.progress.withdrawn.contains($0.seq) }
  }

  /// Steps that owe a reason, the selected one first.
  var owing: [Step] {
    guard let run else { return [] }
    let all = run.owingSteps
    return all.filter { $0.id == selected } + all.filter { $0.id != selected }
  }

  // MARK: The run as a whole

  func canFinish(_ app: App) -> Availability {
    canWork(app).and(isFinishable)
  }

  private var isFinishable: Availability {
    guard let run else { return .yes }
    let unsettled = run.progress.unsettled(in: run.version)
    if !unsettled.isEmpty { return .no("\(Self.numbers(unsettled)) not settled") }
    if !owing.isEmpty { return .no("a reason is owed for \(Self.names(owing)): R gives it") }
    return .yes
  }

  /// `steps 3, 4, 5 and 2 more are`
  static func numbers(_ steps: [Step]) -> String { names(steps) + (steps.count == 1 ? " is" : " are") }

  /// `steps 3, 4, 5 and 2 more`
  static func names(_ steps: [Step]) -> String {
    let shown = steps.prefix(4).map { "\($0.number)" }.joined(separator: ", ")
    let more = steps.count > 4 ? " and \(steps.count - 4) more" : ""
    return "\(steps.count == 1 ? "step" : "steps") \(shown)\(more)"
  }

  func canRollBack(_ app: App) -> Availability {
    guard let run else { return .no("the run is not read yet") }
    if run.state.isSuccessful { return .yes }
    return canWork(app).and(isRollbackPossible(run))
  }

  private func isRollbackPossible(_ run: Run) -> Availability {
    if !run.steps.contains(where: { $0.section == .rollback }) {
      return .no("this checklist has no rollback section: A aborts")
    }
    if run.progress.entered.contains(.rollback) { return .no("rollback has been entered") }
    if !run.hasBegunToDeploy { return .no("nothing is deployed yet: A aborts") }
    return .yes
  }

  func canEnter(_ app: App) -> Availability {
    canWork(app).and(sectionToEnter == nil ? .no("the section of this step has begun") : .yes)
  }

  /// The selected step's section, where what comes before it is not settled.
  var sectionToEnter: Section? {
    guard let run, let step, step.section.isRequired, !run.progress.isOpen(step.section, in: run.version) else {
      return nil
    }
    return step.section
  }
}
