import Domain
import Foundation
import Store

/// Who is on duty for some teams in the weeks ahead, as far as it is planned: what the form that starts a run fills its
/// pair in by.
public struct DutyCover: Hashable, Sendable {
  /// In order, those under way first.
  var duties: [TeamName: [PlannedDuty]]
  /// Teams whose pair is on in working hours only.
  var inHoursOnly: Set<TeamName>

  /// How far ahead a run is usually planned, and well beyond.
  static let reach = Duration.seconds(56 * 86_400)

  public init(_ duties: [PlannedDuty] = [], inHoursOnly: Set<TeamName> = []) {
    self.duties = Dictionary(grouping: duties, by: \.team)
    self.inHoursOnly = inHoursOnly
  }

  init(of teams: [Team], from now: Instant, _ reader: some Reading) throws {
    let window = DutyWindow(start: now, end: now + Self.reach)
    self.init(
      try teams.flatMap { try reader.duties(of: $0.name, in: window) },
      inHoursOnly: Set(try teams.map(\.name).filter { try reader.dutyPattern(of: $0).isWorkingHours }))
  }

  /// The duty of two people that is under way at a moment, by the rule of ``Reading/pairOnDuty(of:at:)``: none where
  /// somebody would be alone, and none outside of the hours in which alone a pair is on.
  func duty(of team: Team, at moment: Instant) -> PlannedDuty? {
    guard let duty = duties[team.name]?.last(where: { $0.window.contains(moment) }), !duty.isGap else { return nil }
    if inHoursOnly.contains(team.name), let zone = team.zone, !team.hours.contains(CivilTime(moment, in: zone)) {
      return nil
    }
    return duty
  }
}
