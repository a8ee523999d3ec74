/// A duty with its team, under the number that it keeps whoever is on and whenever it is.
public struct TeamDuty: Hashable, Sendable {
  public var team: TeamName
  /// From 1 within its team.
  public var number: Int
  public var duty: Duty

  public init(_ team: TeamName, _ number: Int, _ duty: Duty) {
    self.team = team
    self.number = number
    self.duty = duty
  }

  public var window: DutyWindow { duty.window }
  public var people: [Handle] { duty.people }
}

extension TeamDuty: Comparable {
  /// By time; at the same time by team, then by number.
  public static func < (left: Self, right: Self) -> Bool {
    if left.window != right.window { return left.window < right.window }
    return (left.team, left.number) < (right.team, right.number)
  }
}

extension TeamDuty {
  /// A duty as the store keeps it, without what only the store knows of it.
  public init(_ planned: PlannedDuty) { self.init(planned.team, planned.number.value, planned.duty) }
}
