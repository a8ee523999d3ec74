import Domain
import Foundation

/// Who may be on duty, and when: what duties are planned from.
extension Reading {
  /// The team's rotation, in the order of the handles, with those who have left and those who are still to join.
  public func roster(of team: TeamName) throws -> [RosterMember] {
    try rows(
      "SELECT \(RosterMember.columns) FROM roster_member WHERE team = ? AND deleted = 0 ORDER BY person",
      [.text(team.text)]
    ).map(RosterMember.init)
  }

  public func pairRules(of team: TeamName) throws -> [PairRule] {
    try rows(
      "SELECT \(PairRule.columns) FROM pair_rule WHERE team = ? AND deleted = 0 ORDER BY first, second",
      [.text(team.text)]
    ).map(PairRule.init)
  }

  /// When the team's pair hands over: on Mondays at ten until somebody says otherwise.
  public func dutyPattern(of team: TeamName) throws -> DutyPattern {
    try first("SELECT settings FROM rota WHERE team = ? AND deleted = 0", [.text(team.text)])
      .map { try JSONColumn.value(DutyPattern.self, $0, "settings") } ?? .weekly
  }

  /// The absences that end after a moment, in order; of one team's rotation, of one person, or all.
  public func absences(of team: TeamName? = nil, person: Handle? = nil, after moment: Instant) throws
    -> [NumberedAbsence]
  {
    try rows(
      """
      SELECT \(NumberedAbsence.columns) FROM absence
      WHERE deleted = 0 AND end_at > ? AND (? IS NULL OR person = ?)
        AND (? IS NULL OR person IN (SELECT person FROM roster_member WHERE team = ? AND deleted = 0))
      ORDER BY start_at, number
      """,
      [Value(moment), Value(person?.text), Value(person?.text), Value(team?.text), Value(team?.text)]
    ).map(NumberedAbsence.init)
  }

  /// What the team's duties are planned from, with what its members are on for in other teams.
  ///
  /// All absences are in it, past ones too: who was there decides what would have been one's share.
  public func dutyPlanning(of name: TeamName) throws -> DutyPlanning {
    let team = try team(name)
    guard let zone = team.zone else { throw Clash.timeZoneUnknown(team.timeZone) }
    let beginning = Instant(milliseconds: .min)
    var elsewhere: [Handle: [DutyWindow]] = [:]
    for duty in try dutiesOfMembersElsewhere(name) {
      for who in duty.people { elsewhere[who, default: []].append(duty.window) }
    }
    let pattern = try dutyPattern(of: name)
    return DutyPlanning(
      members: try roster(of: name), absences: try absences(of: name, after: beginning).map(\.absence),
      rules: try pairRules(of: name), elsewhere: elsewhere, pattern: pattern, zone: zone,
      hours: pattern.isWorkingHours ? team.hours : nil)
  }

  /// What those of a team's rotation are on for in other teams, and who is on with them; in order.
  public func dutiesOfMembersElsewhere(_ team: TeamName) throws -> [PlannedDuty] {
    // Only teams that somebody is in the rotation of as well: most have none.
    try rows(
      """
      SELECT \(PlannedDuty.columns) FROM duty
      WHERE deleted = 0 AND team IN (
        SELECT other.team FROM roster_member AS own JOIN roster_member AS other ON other.person = own.person
        WHERE own.team = ? AND own.deleted = 0 AND other.deleted = 0 AND other.team <> own.team)
      ORDER BY start_at, number
      """, [.text(team.text)]
    ).map(PlannedDuty.init)
  }
}
