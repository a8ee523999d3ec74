/// What a team's duties ask of its people: the loads of a period, and the limits that are not kept around now.
public struct TeamLoad: Hashable, Sendable {
  public let team: TeamName
  public let fairness: Fairness
  /// The team's, and those about its people; what is not known of is not warned of, and is no less for that.
  public let warnings: [DutyWarning]
  /// Where the plan ends; nil where nothing is planned ahead. Duties behind that count nowhere.
  public let plannedUntil: Instant?

  public init(_ team: TeamName, _ fairness: Fairness, warnings: [DutyWarning], plannedUntil: Instant?) {
    self.team = team
    self.fairness = fairness
    self.warnings = warnings
    self.plannedUntil = plannedUntil
  }

  /// Whether the plan ends before the next 13 weeks do, so that more may come than is counted.
  public func isPlanShort(at now: Instant) -> Bool { plannedUntil.map { $0 < now + DutyLimits.quarter } ?? true }
}
