extension Draft {
  mutating func start(_ id: StepID) throws(Refusal) {
    try requireWork()
    let step = try active(id)
    if step.isKiller { try requirePair(for: id) }
    try requireWorker()
    try enterSection(of: step, override: nil)
    switch run.progress(of: id).state {
    case .open, .failed: break
    case .started: throw .claimedBySomebody(id, run.progress(of: id).lastAttempt?.startedBy ?? signature.by)
    case let state: throw .stepAlready(id, state)
    }
    write(.started, step: id)
  }

  mutating func settle(_ id: StepID, _ settlement: Settlement) throws(Refusal) {
    try requireWork()
    var settlement = settlement
    if settlement.override?.allSatisfy(\.isWhitespace) == true { settlement.override = nil }
    let step = try active(id)
    if step.isKiller { try requirePair(for: id) }
    try requireWorker()
    if settlement.outcome.needsReason {
      guard let reason = settlement.reason else { throw .needsReason("\(settlement.outcome.rawValue) for step \(id)") }
      if case .given(let text) = reason { try requireText(text, for: "\(settlement.outcome.rawValue) for step \(id)") }
    }
    try enterSection(of: step, override: settlement.whyAnyway)
    let progress = run.progress(of: id)
    guard [.open, .started, .failed].contains(progress.state) else { throw .stepAlready(id, progress.state) }
    if progress.state == .started, moment.happened < moment.written,
      let startedAt = progress.lastAttempt?.startedAt, moment.happened < startedAt
    {
      throw .timeBeforeAttempt(id)
    }
    if settlement.outcome == .done { try checkDone(step, settlement) }
    writeOutcome(step, settlement)
  }

  private mutating func checkDone(_ step: Step, _ settlement: Settlement) throws(Refusal) {
    if let asks = step.attributes.value, settlement.value?.allSatisfy(\.isWhitespace) ?? true {
      throw .valueMissing(step.id, asks: asks)
    }
    if let waiting = waitLeft(step) {
      guard let why = settlement.whyAnyway else { throw waiting }
      write(.ruleOverridden, step: step.id) {
        $0.value = "\(Rule.wait.rawValue): \(StepDuration.text(step.attributes.wait ?? .zero)) from its start, not over"
        $0.reason = why
      }
    }
    if settlement.includesChildren {
      for child in descendants(of: step.id) where isPlain(child) { writeOutcome(child, Settlement(.done)) }
    }
    let unsettled = descendants(of: step.id).filter { !run.progress(of: $0.id).isSettled }
    if !unsettled.isEmpty {
      throw .stepsUnderneath(step.id, unsettled.sorted { $0.number < $1.number }.map(\.id))
    }
  }

  /// Whether `tick --all` on a step above may tick it (contract.md, section 1).
  private func isPlain(_ step: Step) -> Bool {
    let progress = run.progress(of: step.id)
    return [.open, .started].contains(progress.state) && !step.isKiller && step.attributes.value == nil
      && waitLeft(step) == nil && children(of: step.id).allSatisfy { run.progress(of: $0.id).isSettled }
  }

  private func waitLeft(_ step: Step) -> Refusal? {
    guard let wait = step.attributes.wait else { return nil }
    let attempt = run.progress(of: step.id).lastAttempt
    guard let startedAt = attempt?.startedAt, attempt?.outcome == nil else { return .waitNotBegun(step.id, wait) }
    let left = wait - (moment.happened - startedAt)
    return left > .zero ? .waitNotOver(step.id, left: left) : nil
  }

  private mutating func writeOutcome(_ step: Step, _ settlement: Settlement) {
    let isOutOfOrder = run.steps.contains {
      $0.section == step.section && $0.number < step.number && !run.version.ancestors(of: step).contains($0.id)
        && !run.progress(of: $0.id).isSettled
    }
    write(EntryKind(settlement.outcome), step: step.id) {
      $0.value = settlement.value
      $0.isOutOfOrder = isOutOfOrder
      switch settlement.reason {
      case .given(let text): $0.reason = text
      case .owed: $0.isReasonOwed = true
      case nil: $0.reason = settlement.override
      }
    }
  }

  mutating func correct(_ id: StepID, _ reason: String) throws(Refusal) {
    try requireWork()
    try requireText(reason, for: "correcting step \(id)")
    if run.steps.contains(where: { $0.id == id && $0.isKiller }) { try requirePair(for: id) }
    try requireWorker()
    let last = run.entries.last {
      $0.step == id && $0.kind.isCorrectable && !run.progress.withdrawn.contains($0.seq)
    }
    guard let last else { throw .nothingToCorrect(id) }
    let above = run.steps.first { $0.id == id }.map { run.version.ancestors(of: $0) } ?? []
    if let done = above.first(where: { run.progress(of: $0).state == .done }) { throw .stepAboveDone(id, done) }
    write(.corrected, step: id) {
      $0.reason = reason
      $0.target = last.seq
    }
  }

  mutating func giveReason(_ id: StepID?, _ reason: String) throws(Refusal) {
    try requireWork()
    try requireText(reason, for: "an owed reason")
    let owing = run.owingSteps.filter { id == nil || $0.id == id }
    if owing.count > 1 { throw .severalOwed(owing.map(\.id)) }
    guard let step = owing.first, let entry = run.progress(of: step.id).owedReasons.first else {
      throw .nothingOwed(id)
    }
    try requireWorker()
    write(.reason, step: step.id) {
      $0.reason = reason
      $0.target = entry
    }
  }

  mutating func enter(_ section: Section, reason: String?) throws(Refusal) {
    try requireWork()
    guard section.isRequired else { return try rollBack(reason ?? "", override: nil) }
    try requireWorker()
    try enterSection(section, override: reason)
  }

  private mutating func enterSection(of step: Step, override: String?) throws(Refusal) {
    if step.section.isRequired { try enterSection(step.section, override: override) }
  }

  private mutating func enterSection(_ section: Section, override: String?) throws(Refusal) {
    guard !run.progress.entered.contains(section) else { return }
    let unsettled = run.progress.unsettled(before: section, in: run.version)
    if let reason = override, !unsettled.isEmpty {
      try requireText(reason, for: "entering \(section.rawValue)")
    } else if !unsettled.isEmpty {
      throw .sectionsUnsettled(section, unsettled.map(\.id))
    }
    write(.sectionEntered) {
      $0.section = section
      $0.reason = unsettled.isEmpty ? nil : override
    }
  }

  /// The step, when its `if` holds and its section can be worked on.
  func active(_ id: StepID) throws(Refusal) -> Step {
    guard let step = run.steps.first(where: { $0.id == id }) else {
      throw .stepInactive(id, why: "version \(run.version.reference.number) has no such step")
    }
    if let condition = run.version.unmetCondition(of: step, for: run.parameters) {
      let sign = condition.isEqual ? "=" : "!="
      throw .stepInactive(id, why: "it is for runs with \(condition.parameter) \(sign) \(condition.value)")
    }
    if step.section == .rollback, !run.progress.entered.contains(.rollback) {
      throw .stepInactive(id, why: "rollback has not been entered (`run rollback`)")
    }
    return step
  }

  private func children(of id: StepID) -> [Step] { run.steps.filter { $0.parent == id } }

  /// All steps under this one in the order of the file, each after those under it.
  private func descendants(of id: StepID) -> [Step] {
    children(of: id).flatMap { descendants(of: $0.id) + [$0] }
  }
}
