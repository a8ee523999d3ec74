extension Draft {
  mutating func pause(_ reason: String?) throws(Refusal) {
    try requireWork()
    try requireWorker()
    write(.paused) { $0.reason = reason }
  }

  mutating func resume() throws(Refusal) {
    guard run.state == .paused else {
      throw run.state.isOver ? .runIsOver(run.number, run.state) : .runNotPaused(run.number)
    }
    try requireWorker()
    write(.resumed)
  }

  /// Refused while a step is unsettled or a reason is owed. A run that went through its rollback ends rolled back.
  mutating func finish() throws(Refusal) {
    try requireWork()
    let unsettled = run.progress.unsettled(in: run.version)
    if !unsettled.isEmpty { throw .stepsUnsettled(run.number, unsettled.map(\.id)) }
    let owing = run.owingSteps
    if !owing.isEmpty { throw .reasonsOwed(run.number, owing.map(\.id)) }
    try requireWorker()
    let isDeferred = run.progress.steps.values.contains { $0.state == .deferred }
    let ending: RunState = isDeferred ? .completedExceptDeferred : .completed
    write(.finished) { $0.value = ending.rawValue }
    let number = run.number
    if let rollback = run.entries.last(where: { $0.kind == .rollbackEntered }) {
      write(.rolledBack) {
        $0.reason = rollback.reason
        $0.value = number.description
        $0.target = rollback.seq
      }
    }
  }

  mutating func abort(_ reason: String) throws(Refusal) {
    guard run.state.isActive else {
      throw run.state == .planned ? .runNotStarted(run.number) : .runIsOver(run.number, run.state)
    }
    try requireText(reason, for: "aborting a run")
    try requireWorker()
    write(.aborted) { $0.reason = reason }
  }

  mutating func move(_ plan: Plan) throws(Refusal) {
    guard run.state == .planned else { throw .runNotPlanned(run.number, run.state) }
    write(.runMoved) {
      $0.value = plan.at.rfc3339
      $0.reason = plan.told.isEmpty ? nil : "told: \(plan.told)"
    }
  }

  mutating func cancel(_ reason: String) throws(Refusal) {
    guard run.state == .planned else { throw .runNotPlanned(run.number, run.state) }
    try requireText(reason, for: "cancelling a planned run")
    write(.runCancelled) { $0.reason = reason }
  }

  /// Rule 11: from the moment a `deploys` step begins; past a `no-return` step only with an override.
  mutating func rollBack(_ reason: String, override: String?) throws(Refusal) {
    try requireWork()
    try requireText(reason, for: "rolling back")
    guard run.steps.contains(where: { $0.section == .rollback }) else {
      throw .noRollbackSection(run.version.reference.checklist)
    }
    if run.progress.entered.contains(.rollback) { throw .rollbackAlreadyEntered }
    guard run.hasBegunToDeploy else { throw .rollbackTooEarly }
    let passed = run.noReturnPassed
    if let passed, override?.allSatisfy(\.isWhitespace) ?? true { throw .pastNoReturn(passed.id) }
    try requireWorker()
    if let passed, let override {
      write(.ruleOverridden, step: passed.id) {
        $0.value = "\(Rule.noReturn.rawValue): \(passed.id) was done"
        $0.reason = override
      }
    }
    write(.rollbackEntered) {
      $0.section = .rollback
      $0.reason = reason
    }
  }

  /// Rule 10: found wrong the next morning; from then on it counts as failed.
  mutating func markRolledBack(_ reason: String, by other: RunNumber?) throws(Refusal) {
    guard run.state.isSuccessful else {
      throw run.state == .rolledBack ? .runIsOver(run.number, run.state) : .runNotFinished(run.number, run.state)
    }
    try requireText(reason, for: "marking a run as rolled back")
    write(.rolledBack) {
      $0.reason = reason
      $0.value = other?.description
    }
  }
}
