import Domain

/// Gives a duty that was set by hand back to the plan: the next one may change it. It stays as it is until then.
///
/// Of a duty under way whoever is on stays on to the next hand-over, and what comes after it is released, as a duty of its
/// own; so nobody is off duty by it from one moment to the next.
public struct ReleaseDuty: Command {
  public static let name = "duty-release"
  public static let undo = UndoPolicy.undoable
  public var number: DutyNumber

  public init(_ number: DutyNumber) { self.number = number }

  /// - Returns: what the next plan may change: another duty than was named, where it was cut. Of a duty that ends with the
  ///   next hand-over it is nothing, and the duty itself is returned.
  public func perform(in transaction: Transaction) throws -> PlannedDuty {
    let duty = try transaction.duty(number)
    let now = transaction.now
    guard duty.window.end > now else { throw DutyChangeRefusal.past("duty \(number)") }
    guard duty.isFixed else { throw DutyChangeRefusal.notSetByHand(number) }
    transaction.summary = "gave duty \(number) of team \(duty.team) back to the plan"
    let planning = try transaction.dutyPlanning(of: duty.team)
    let window = planning.pattern.windows(from: now, count: 1, in: planning.zone).first
    // On days off nothing is under way by the pattern, and the next hand-over is where it begins again.
    let handOver = window.map { $0.start > now ? $0.start : $0.end }
    guard duty.window.start <= now, let handOver, handOver < duty.window.end else {
      try transaction.rewrite(duty) { $0.isFixed = false }
      return try transaction.duty(number)
    }
    try transaction.rewrite(duty) { ($0.window.end, $0.isFixed) = (handOver, false) }
    let rest = DutyWindow(start: handOver, end: duty.window.end)
    return try transaction.insertPart(of: duty, rest) { $0.isFixed = false }
  }
}
