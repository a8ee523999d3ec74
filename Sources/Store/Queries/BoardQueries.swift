import Domain
import Foundation

/// All teams' pairs on one page.
extension Reading {
  /// Who is on now and who is next, of all teams, and what is wrong from now to the end of each one's next duty.
  ///
  /// It reads two duties a team, and of rotations, rules and absences only what concerns whoever is on in them, so that it
  /// takes no longer where much was planned ahead. Gaps behind the next duty are not looked for.
  public func dutyBoard(at now: Instant) throws -> DutyBoard {
    let teams = try teams()
    let duties = try dutiesNowAndNext(at: now).values.flatMap { [$0.now, $0.next].compactMap(\.self) }
    let rotations = Set(
      try rows(
        """
        SELECT name FROM team WHERE deleted = 0
          AND EXISTS (SELECT 1 FROM roster_member WHERE team = team.name AND deleted = 0)
        """
      ).map { TeamName(try $0.text("name")) })
    let people = try PeopleOnDuty(duties, now: now, self)
    let dutiesByTeam = Dictionary(grouping: duties, by: \.team)
    let inHours = try teamsOnInWorkingHours()
    var zones: [String: TimeZone] = [:]
    var plannings: [TeamName: DutyPlanning] = [:]
    var outOfHours: Set<TeamName> = []
    for team in teams {
      let zone = zones[team.timeZone] ?? team.zone ?? .gmt
      zones[team.timeZone] = zone
      if inHours.contains(team.name), !team.hours.contains(CivilTime(now, in: zone)) { outOfHours.insert(team.name) }
      let own = dutiesByTeam[team.name] ?? []
      guard rotations.contains(team.name) || !own.isEmpty else { continue }
      plannings[team.name] = DutyPlanning(
        members: people.members[team.name] ?? [],
        absences: Set(own.flatMap(\.people)).sorted().flatMap { people.absences[$0] ?? [] },
        rules: people.rules[team.name] ?? [], zone: zone)
    }
    return DutyBoard(
      teams: teams.map(\.name), duties: duties.map(TeamDuty.init), plannings: plannings, outOfHours: outOfHours,
      at: now)
  }

  private func teamsOnInWorkingHours() throws -> Set<TeamName> {
    Set(
      try rows("SELECT team FROM rota WHERE deleted = 0 AND json_extract(settings, '$.isWorkingHours') = 1")
        .map { TeamName(try $0.text("team")) })
  }
}

/// What is known of those who are on in some duties.
private struct PeopleOnDuty {
  var members: [TeamName: [RosterMember]] = [:]
  var absences: [Handle: [Absence]] = [:]
  var rules: [TeamName: [PairRule]] = [:]

  init(_ duties: [PlannedDuty], now: Instant, _ reader: Reading) throws {
    guard let end = duties.map(\.window.end).max() else { return }
    let people: Value = .text(try JSONColumn.text(Set(duties.flatMap(\.people)).map(\.text).sorted()))
    let isOn = "person IN (SELECT value FROM json_each(?))"
    for row in try reader.rows(
      "SELECT team, \(RosterMember.columns) FROM roster_member WHERE deleted = 0 AND \(isOn)", [people])
    {
      members[TeamName(try row.text("team")), default: []].append(try RosterMember(row))
    }
    for row in try reader.rows(
      "SELECT \(NumberedAbsence.columns) FROM absence WHERE deleted = 0 AND \(isOn) AND end_at > ? AND start_at < ?",
      [people, Value(now), Value(end)])
    {
      let absence = try NumberedAbsence(row).absence
      absences[absence.who, default: []].append(absence)
    }
    for row in try reader.rows("SELECT team, \(PairRule.columns) FROM pair_rule WHERE deleted = 0 AND kind = 'never'") {
      rules[TeamName(try row.text("team")), default: []].append(try PairRule(row))
    }
  }
}

extension Reading {
  /// The limits of ``DutyLimits`` that the duties of 13 weeks past and 13 weeks ahead do not keep.
  ///
  /// - Parameters:
  ///   - team: only what concerns it, or whoever is in its rotation; what they are on for in other teams counts.
  ///   - outlook: a plan of the team's that is not written; it stands for the duties that it would take the place of.
  public func dutyWarnings(of team: TeamName? = nil, with outlook: DutyOutlook? = nil, at now: Instant) throws
    -> [DutyWarning]
  {
    let window = DutyWindow(start: now - DutyLimits.quarter, end: now + DutyLimits.quarter)
    var plannings: [TeamName: DutyPlanning] = [:]
    for found in try teams() where team == nil || found.name == team {
      let roster = try roster(of: found.name)
      // Who has no rotation has no prod pair yet, and so none that is too small.
      if !roster.isEmpty { plannings[found.name] = DutyPlanning(members: roster, zone: found.zone ?? .gmt) }
    }
    var duties = try duties(in: window).map(TeamDuty.init)
    if let outlook, let team, let first = outlook.duties.first {
      duties.removeAll { $0.team == team && $0.window.start >= first.window.start }
      duties += outlook.duties.map { TeamDuty(team, $0.number?.value ?? 0, $0.duty) }
    }
    let warnings = DutyLimits.warnings(duties, teams: plannings, at: now)
    guard let team else { return warnings }
    let people = plannings[team]?.members.map(\.who) ?? []
    return warnings.filter { $0.concerns(team, people) }
  }
}
