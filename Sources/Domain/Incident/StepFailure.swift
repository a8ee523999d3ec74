/// A step that failed in a run, as the beginning of an incident.
public struct StepFailure: Hashable, Sendable {
  public var run: RunNumber
  /// As the checklist has it; whoever shows it fills the run's parameters in.
  public var step: Step
  /// Why; nil while the reason is owed.
  public var reason: String?
  public var at: Instant
  /// Whether production was changed by then: the run deploys there, and had begun to.
  public var changedProduction: Bool

  /// As in `Watch the canaries failed: port 34567 in use`, on one line.
  public var title: String {
    let why = reason.map { ": \($0)" } ?? ""
    return "\(step.text) failed\(why)".split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Run {
  /// How the step failed last; nil where it never did.
  public func failure(of id: StepID) -> StepFailure? {
    guard let step = steps.first(where: { $0.id == id }),
      let failed = progress(of: id).attempts.last(where: { $0.outcome == .failed }), let at = failed.endedAt
    else { return nil }
    return StepFailure(
      run: number, step: step, reason: failed.reason, at: at,
      changedProduction: environment.kind == .production && !isRehearsal && hasBegunToDeploy)
  }
}
