import Domain

extension Refusal {
  /// What the rule is and which key lets it pass: as ``description``, for somebody at the screen.
  var onScreen: String {
    switch self {
    case .runIsOver(_, let state): "the run is over (\(state.rawValue)): it takes notes, countersignatures and B only"
    case .runNotStarted: "the run is only planned: s begins it"
    case .runPaused: "the run is paused: p resumes it"
    case .needsReason(let what): "\(what) needs a reason"
    case .reasonsOwed(_, let steps): "a reason is owed for \(Self.names(steps)): R gives it"
    case .stepsUnsettled(_, let steps):
      "the run cannot finish while \(Self.names(steps)) \(steps.count == 1 ? "is" : "are") not settled"
    case .stepAlready(let step, let state): "step \(step) is already \(state.rawValue): w withdraws that, with a reason"
    case .valueMissing(let step, let asks): "step \(step) asks for a value: \(asks)"
    case .waitNotBegun(let step, let wait):
      "step \(step) waits \(StepDuration.text(wait)) from its start: s starts it, ! overrides with a reason"
    case .waitNotOver(let step, let left):
      "step \(step) has to wait another \(ClockText.elapsed(left)): wait, or ! overrides with a reason"
    case .stepsUnderneath(let step, let children):
      "step \(step) comes after the steps under it (\(Self.names(children))): t ticks those that are plain"
    case .sectionsUnsettled(let section, let steps):
      "\(section.rawValue) cannot begin while \(Self.names(steps)) \(steps.count == 1 ? "is" : "are") unsettled: ! enters it with a reason"
    case .observersOnlyNote(let who): "\(who) observes, and observers only note: J joins as a helper"
    case .notInPair(let who, let step):
      "step \(step) is a killer, for the pair alone, and \(who) is not of it: H hands over"
    case .confirmationNeedsAnotherPerson(let step):
      "step \(step) takes two people, and who did it cannot confirm it: V when the other cannot reach a terminal"
    case .notOnRun: "not on this run: J joins"
    case .pairIsFull(let pair): "the pair is complete (\(Self.list(pair.map(\.text)))): H hands over"
    case .noRollbackSection: "this checklist has no rollback section: A aborts"
    case .rollbackTooEarly: "nothing is deployed yet, so there is nothing to roll back: A aborts"
    case .pastNoReturn(let step):
      "step \(step) is a point of no return, and past: the way is forward; ! rolls back all the same"
    case .cannotStart(let obstacles):
      obstacles.map { "\($0.rule.rawValue): \($0.message)" }.joined(separator: "; ")
        + (obstacles.contains { $0.rule == .redline } ? " (Lessons, g l, settles redlines)" : "")
    default: description
    }
  }

  private static func names(_ steps: [StepID]) -> String { list(steps.map(\.text)) }

  private static func list(_ names: [String]) -> String {
    names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and \(names.count - 4) more" : "")
  }
}
