extension RunRequest {
  /// The first entries of a run that starts now, or the refusal with everything that stands in its way.
  ///
  /// `returning` are the steps that the last run of the checklist deferred (rule 6); `last` is the number of the
  /// planned run's last entry.
  public func start(
    of version: ChecklistVersion, given facts: StartFacts, returning: [ReturningStep], by actor: Actor,
    at now: Instant, after last: Int = 0
  ) throws(Refusal) -> [Entry] {
    try check(version)
    let obstacles = StartRules.obstacles(to: self, of: version, given: facts, at: now)
    if !obstacles.isEmpty, overrideReason == nil { throw .cannotStart(obstacles) }
    let signature = Signature(actor)
    var entries = [Entry(seq: last + 1, kind: .runStarted, signature: signature, at: now, written: now)]
    func add(_ kind: EntryKind, _ change: (inout Entry) -> Void) {
      var entry = Entry(
        seq: last + entries.count + 1, kind: kind, signature: signature, at: now, written: now)
      change(&entry)
      entries.append(entry)
    }
    for member in pair {
      add(.joined) {
        $0.subject = member
        $0.role = .pair
      }
    }
    for obstacle in obstacles {
      add(.ruleOverridden) {
        $0.value = "\(obstacle.rule.rawValue): \(obstacle.message)"
        $0.reason = overrideReason
      }
    }
    if environment.kind == .production {
      if let proof = StartRules.proof(for: artifact, in: facts.proofs) {
        add(.provenInStaging) { $0.value = proof.line }
      } else if let why = version.settings.withoutStaging {
        add(.provenInStaging) { $0.value = "not needed: \(why)" }
      }
    }
    for step in returning {
      add(.stepReturned) {
        $0.step = version.steps.contains { $0.id == step.step } ? step.step : nil
        $0.value = "run \(step.run): \(step.text)"
        $0.reason = step.reason
      }
    }
    return entries
  }

  /// The first entry of a run that is planned for later.
  public func planned(of version: ChecklistVersion, by actor: Actor, at now: Instant) throws(Refusal) -> [Entry] {
    try check(version)
    var entry = Entry(seq: 1, kind: .runPlanned, signature: Signature(actor), at: now, written: now)
    entry.value = plan?.at.rfc3339
    return [entry]
  }

  private func check(_ version: ChecklistVersion) throws(Refusal) {
    if let allowed = version.settings.environments, !allowed.contains(environment.name) {
      throw .environmentNotListed(environment.name, allowed: allowed)
    }
    if pair.count == 2, pair[0] == pair[1] { throw .pairTwice(pair[0]) }
    if pair.count > 2 { throw .pairIsFull(Array(pair.prefix(2))) }
  }
}

/// A step that an earlier run deferred and that comes back with the next (rule 6).
public struct ReturningStep: Hashable, Sendable {
  public var run: RunNumber
  public var step: StepID
  public var text: String
  public var reason: String

  public init(run: RunNumber, step: StepID, text: String, reason: String) {
    self.run = run
    self.step = step
    self.text = text
    self.reason = reason
  }
}
