import Domain

/// A rule that stood in the way and was overridden.
struct OverriddenRule {
  /// The rule's name, as in `working-hours`.
  var rule: String
  /// What the rule had found; empty where only its name was kept.
  var message: String
  var entry: Entry
}

/// A step that ended otherwise than simply done or not called for.
struct ExceptionalStep {
  var step: Step
  var state: StepState
  var attempt: Attempt
}

/// What a reader of a run looks for first, drawn from its entries.
extension Run {
  func isWithdrawn(_ entry: Entry) -> Bool { progress.withdrawn.contains(entry.seq) }

  var overriddenRules: [OverriddenRule] {
    entries.filter { $0.kind == .ruleOverridden }.map { entry in
      let value = entry.value ?? ""
      let parts = value.firstRange(of: ": ")
      return OverriddenRule(
        rule: String(parts.map { value[..<$0.lowerBound] } ?? value[...]),
        message: String(parts.map { value[$0.upperBound...] } ?? ""), entry: entry)
    }
  }

  /// What shows that staging ran the artifact; nil where nothing was recorded.
  var proof: String? { entries.last { $0.kind == .provenInStaging }?.value }

  /// Every skipped, deferred and overridden step, which rule 5 has listed beside the run.
  var exceptionalSteps: [ExceptionalStep] {
    steps.compactMap { step in
      let progress = progress(of: step.id)
      guard [.skipped, .deferred, .overridden].contains(progress.state), let attempt = progress.lastAttempt else {
        return nil
      }
      return ExceptionalStep(step: step, state: progress.state, attempt: attempt)
    }
  }

  var unsettledSteps: [Step] { progress.unsettled(in: version) }

  /// The entries of a step, oldest first, withdrawn ones too.
  func entries(of step: StepID) -> [Entry] { progress(of: step).entries.map { entries[$0] } }

  /// Everything on the run that is about no step.
  var ownEntries: [Entry] { entries.filter { $0.step == nil } }

  /// The entry that put a second name, or its lack, to an outcome.
  func confirmingEntry(of attempt: Attempt, at step: StepID) -> Entry? {
    guard let outcome = attempt.entry else { return nil }
    return entries.last {
      $0.step == step && $0.target == outcome && !isWithdrawn($0)
        && [.confirmed, .unconfirmed, .countersigned].contains($0.kind)
    }
  }

  /// Where an outcome's attempt stands among the step's, from 1, and the attempt; nil for what was withdrawn.
  func attempt(endedBy entry: Entry) -> (number: Int, of: Int, attempt: Attempt)? {
    guard let step = entry.step else { return nil }
    let attempts = progress(of: step).attempts
    guard let index = attempts.firstIndex(where: { $0.entry == entry.seq }) else { return nil }
    return (index + 1, attempts.count, attempts[index])
  }

  /// Whether a claim is told by the outcome that followed it.
  func isToldByOutcome(_ claim: Entry) -> Bool {
    guard claim.kind == .started, !isWithdrawn(claim), let step = claim.step else { return false }
    return progress(of: step).attempts.contains {
      $0.outcome != nil && $0.startedAt == claim.at && $0.startedBy == claim.by
    }
  }
}
