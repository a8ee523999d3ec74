extension Draft {
  mutating func join(_ who: Handle, _ role: Role) throws(Refusal) {
    guard run.state.isActive else { throw over }
    if let now = run.role(of: who) {
      if now == role || now == .pair { throw .alreadyOnRun(who, now) }
    }
    if role == .pair, run.pair.count >= 2 { throw .pairIsFull(run.pair) }
    write(.joined) {
      $0.subject = who
      $0.role = role
    }
  }

  /// One of the pair leaves only with a reason, for the other is alone from then on.
  mutating func leave(_ who: Handle, _ reason: String?) throws(Refusal) {
    guard run.state.isActive else { throw over }
    guard let role = run.role(of: who) else { throw .notOnRun(who) }
    if signature.by != who, run.role(of: signature.by) == .observer { throw .observersOnlyNote(signature.by) }
    if role == .pair { try requireText(reason ?? "", for: "leaving the other of the pair alone") }
    write(.left) {
      $0.subject = who
      $0.role = role
      $0.reason = reason
    }
  }

  mutating func handOver(from: Handle, to: Handle) throws(Refusal) {
    guard run.state.isActive else { throw over }
    guard run.role(of: from) == .pair else { throw .notOnRun(from) }
    if run.role(of: to) == .pair { throw .alreadyOnRun(to, .pair) }
    guard signature.by == to || run.role(of: signature.by) == .pair else {
      throw .handOverIsForThePair(signature.by)
    }
    write(.handedOver) {
      $0.subject = to
      $0.value = from.text
      $0.role = .pair
    }
  }

  mutating func note(_ step: StepID?, _ text: String) throws(Refusal) {
    if run.state == .cancelled { throw over }
    try requireText(text, for: "a note")
    try requireStep(step)
    write(.note, step: step) { $0.value = text }
  }

  /// Like a note, it never stands in the way of work; a run that is over is looked back on, not marked.
  mutating func redline(_ step: StepID?, _ lesson: LessonNumber, _ text: String) throws(Refusal) {
    guard run.state.isActive else { throw over }
    try requireText(text, for: "a redline")
    try requireStep(step)
    write(.redlined, step: step) { $0.value = "lesson \(lesson): \(text)" }
  }

  mutating func attach(_ step: StepID?, _ evidence: Evidence) throws(Refusal) {
    guard run.state.isActive else { throw over }
    try requireStep(step)
    write(.evidence, step: step) { $0.evidence = evidence }
  }

  private func requireStep(_ id: StepID?) throws(Refusal) {
    guard let id, !run.steps.contains(where: { $0.id == id }) else { return }
    throw .stepInactive(id, why: "version \(run.version.reference.number) has no such step")
  }

  private var over: Refusal { run.state == .planned ? .runNotStarted(run.number) : .runIsOver(run.number, run.state) }
}
