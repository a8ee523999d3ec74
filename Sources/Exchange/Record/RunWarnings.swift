import Domain

/// What a reader must not miss, beside the overridden rules and the exceptions.
///
/// One line a matter: what is unsettled or owed, failed attempts, and confirmations that are not what rule 3 wants.
struct RunWarnings {
  let record: RunRecord

  private var run: Run { record.run }

  var lines: [Phrase] {
    var lines: [Phrase] = []
    if run.isRehearsal { lines.append("A rehearsal: it does not count as a deployment") }
    lines += endings
    if run.state.isActive || run.state == .aborted {
      add("Not settled", run.unsettledSteps, to: &lines)
    }
    add("Waiting for the other of the pair to confirm", steps { $0.isAwaitingConfirmation }, to: &lines)
    add("A reason is owed", run.owingSteps, to: &lines)
    add("Confirmed, but unverified", steps { Self.isUnverified($0.confirmation) }, to: &lines)
    add("Gone on without the other of the pair", steps { $0.confirmation?.canBeCountersigned == true }, to: &lines)
    add("Countersigned late", steps { Self.isLate($0.confirmation) }, to: &lines)
    add("Failed attempts", steps { $0.attempts.contains { $0.outcome == .failed } }, to: &lines)
    add(
      "Done out of order",
      run.steps.filter { run.entries(of: $0.id).contains { $0.isOutOfOrder && !run.isWithdrawn($0) } }, to: &lines)
    add(
      "Entries withdrawn", run.steps.filter { run.entries(of: $0.id).contains { run.isWithdrawn($0) } }, to: &lines)
    add(
      "Came back from an earlier run",
      run.steps.filter { run.entries(of: $0.id).contains { $0.kind == .stepReturned } }, to: &lines)
    return lines
  }

  /// How the run went wrong as a whole.
  private var endings: [Phrase] {
    let words = EntryPhrase(record: record)
    let kinds: Set<EntryKind> = [.aborted, .rollbackEntered, .rolledBack, .runCancelled]
    let grave = run.entries.filter {
      kinds.contains($0.kind) || ($0.kind == .sectionEntered && $0.reason != nil)
    }
    return grave.map { "\(own: words.time($0.at)) \($0.by) \(words.phrase(for: $0))" }
  }

  private func steps(_ holds: (StepProgress) -> Bool) -> [Step] { run.steps.filter { holds(run.progress(of: $0.id)) } }

  private func add(_ matter: Phrase, _ steps: [Step], to lines: inout [Phrase]) {
    guard !steps.isEmpty else { return }
    let list = steps.map { "\(own: $0.number) \($0.id)" as Phrase }
    lines.append(matter + ": " + list.joined(", "))
  }

  private static func isUnverified(_ confirmation: Confirmation?) -> Bool {
    switch confirmation {
    case .confirmed(_, .unverified), .countersigned(_, .unverified): true
    default: false
    }
  }

  private static func isLate(_ confirmation: Confirmation?) -> Bool {
    if case .countersigned = confirmation { true } else { false }
  }
}
