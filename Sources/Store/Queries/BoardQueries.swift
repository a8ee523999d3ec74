import Domain
import Foundation

/// All teams' pairs on one page.
extension Reading {
  /// Who is on now and who is next, of all teams, and what is wrong from now to the end of each one's next duty.
  ///
  /// It reads two duties a team, and of rotations, rules and absences only what concerns whoever is on in them, so that it
  /// takes no longer where much was planned ahead. Gaps behind the next duty are not looked for.
  public func dutyBoard(at now: Instant) throws -> DutyBoard {
    let teams = try boardTeams()
    let duties = try dutiesNowAndNext(at: now).values.flatMap { [$0.now, $0.next].compactMap(\.self) }
    let outOfHours = teams.filter { team in team.hours.map { !$0.contains(CivilTime(now, in: team.zone)) } ?? false }
    return DutyBoard(
      teams: teams.map(\.name), duties: duties.map(TeamDuty.init),
      plannings: try plannings(of: teams, for: duties, after: now), outOfHours: Set(outOfHours.map(\.name)), at: now)
  }

  /// The rotations of all teams, of each only what concerns whoever is on in some duties: what is wrong with those is found
  /// by it, in as many queries for two hundred teams as for one.
  ///
  /// - Parameter moment: absences that are over by then are left out.
  public func plannings(for duties: [PlannedDuty], after moment: Instant) throws -> [TeamName: DutyPlanning] {
    try plannings(of: boardTeams(), for: duties, after: moment)
  }

  private func plannings(
    of teams: [BoardTeam], for duties: [PlannedDuty], after moment: Instant
  ) throws -> [TeamName: DutyPlanning] {
    let people = try PeopleOnDuty(duties, after: moment, self)
    let dutiesByTeam = Dictionary(grouping: duties, by: \.team)
    var plannings: [TeamName: DutyPlanning] = [:]
    for team in teams {
      let own = dutiesByTeam[team.name] ?? []
      guard team.hasRotation || !own.isEmpty else { continue }
      plannings[team.name] = DutyPlanning(
        members: people.members[team.name] ?? [],
        absences: Set(own.flatMap(\.people)).sorted().flatMap { people.absences[$0] ?? [] },
        rules: people.rules[team.name] ?? [], zone: team.zone, hours: team.hours)
    }
    return plannings
  }

  /// By name. Not as whole teams: their environments and freezes take longer to read than all the rest.
  private func boardTeams() throws -> [BoardTeam] {
    var zones: [String: TimeZone] = [:]
    return try rows(
      """
      SELECT name, time_zone, hours,
        EXISTS (SELECT 1 FROM roster_member WHERE team = team.name AND deleted = 0) AS has_rotation,
        EXISTS (SELECT 1 FROM rota WHERE team = team.name AND deleted = 0
          AND json_extract(settings, '$.isWorkingHours') = 1) AS is_working_hours
      FROM team WHERE deleted = 0 ORDER BY name
      """
    ).map { row in
      let name = try row.text("time_zone")
      let zone = zones[name] ?? TimeZone(identifier: name) ?? .gmt
      zones[name] = zone
      return try BoardTeam(row, zone)
    }
  }
}

/// What the board has to know of a team itself.
private struct BoardTeam {
  var name: TeamName
  /// UTC where this machine does not know the team's.
  var zone: TimeZone
  var hasRotation: Bool
  /// Nil where its pair is on around the clock.
  var hours: WeeklyWindow?

  init(_ row: Row, _ zone: TimeZone) throws {
    name = TeamName(try row.text("name"))
    self.zone = zone
    hasRotation = try row.flag("has_rotation")
    guard try row.flag("is_working_hours") else { return }
    guard let window = WeeklyWindow(try row.text("hours")) else { throw row.corrupt("hours", "is no weekly window") }
    hours = window
  }
}

/// What is known of those who are on in some duties: read as exceptions, for most are in the rotation all the time.
private struct PeopleOnDuty {
  var members: [TeamName: [RosterMember]] = [:]
  var absences: [Handle: [Absence]] = [:]
  var rules: [TeamName: [PairRule]] = [:]

  init(_ duties: [PlannedDuty], after moment: Instant, _ reader: Reading) throws {
    guard let end = duties.map(\.window.end).max() else { return }
    let names = Set(duties.flatMap(\.people)).map(\.text).sorted()
    let people: Value = .text(try JSONColumn.text(names))
    try readMembers(duties, reader)
    for row in try reader.rows(
      """
      SELECT \(NumberedAbsence.columns) FROM absence
      WHERE deleted = 0 AND end_at > ? AND start_at < ? AND person IN (SELECT value FROM json_each(?))
      """, [Value(moment), Value(end), people])
    {
      let absence = try NumberedAbsence(row).absence
      absences[absence.who, default: []].append(absence)
    }
    for row in try reader.rows(
      """
      SELECT team, \(PairRule.columns) FROM pair_rule
      WHERE deleted = 0 AND kind = 'never' AND first IN (SELECT value FROM json_each(?1))
        AND second IN (SELECT value FROM json_each(?1))
      """, [people])
    {
      rules[TeamName(try row.text("team")), default: []].append(try PairRule(row))
    }
  }

  private mutating func readMembers(_ duties: [PlannedDuty], _ reader: Reading) throws {
    let numbers = "[" + duties.map(\.number.description).joined(separator: ",") + "]"
    let exceptions = try reader.rows(
      """
      SELECT DISTINCT duty.team AS team, on_duty.value AS person, roster_member.person AS member, joins, leaves
      FROM duty JOIN json_each(duty.people) AS on_duty
        LEFT JOIN roster_member ON roster_member.team = duty.team AND roster_member.person = on_duty.value
          AND roster_member.deleted = 0
      WHERE duty.number IN (SELECT value FROM json_each(?))
        AND (member IS NULL OR joins IS NOT NULL OR leaves IS NOT NULL)
      """, [.text(numbers)])
    var others: [TeamName: Set<Handle>] = [:]
    for row in exceptions {
      let (team, who) = (TeamName(try row.text("team")), Handle(try row.text("person")))
      others[team, default: []].insert(who)
      guard try row.optionalText("member") != nil else { continue }
      members[team, default: []].append(
        RosterMember(who, joins: try row.optionalText("joins"), leaves: try row.optionalText("leaves")))
    }
    for (team, duties) in Dictionary(grouping: duties, by: \.team) {
      let whole = Set(duties.flatMap(\.people)).subtracting(others[team] ?? [])
      members[team, default: []] += whole.sorted().map { RosterMember($0) }
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
    var (plannings, others): ([TeamName: DutyPlanning], [TeamName: DutyPlanning]) = ([:], [:])
    for found in try teams() {
      let hours = try dutyPattern(of: found.name).isWorkingHours ? found.hours : nil
      var planning = DutyPlanning(members: [], zone: found.zone ?? .gmt, hours: hours)
      others[found.name] = planning
      guard team == nil || found.name == team else { continue }
      planning.members = try roster(of: found.name)
      // Who has no rotation has no prod pair yet, and so none that is too small.
      if !planning.members.isEmpty { plannings[found.name] = planning }
    }
    var duties = try duties(in: window).map(TeamDuty.init)
    if let outlook, let team, let first = outlook.duties.first {
      duties.removeAll { $0.team == team && $0.window.start >= first.window.start }
      duties += outlook.duties.map { TeamDuty(team, $0.number?.value ?? 0, $0.duty) }
    }
    let warnings = DutyLimits.warnings(
      duties, teams: plannings, others: others, incidents: try incidentCounts(of: duties, in: window), at: now)
    guard let team else { return warnings }
    let people = plannings[team]?.members.map(\.who) ?? []
    return warnings.filter { $0.concerns(team, people) }
  }

  /// How many incidents of its team were declared in each of the duties; those without any are left out.
  private func incidentCounts(of duties: [TeamDuty], in window: DutyWindow) throws -> [TeamDuty: Int] {
    let rows = try rows(
      """
      SELECT duty.number AS number, count(*) AS n
      FROM duty CROSS JOIN incident
        ON incident.team = duty.team AND declared_at >= start_at AND declared_at < end_at AND incident.deleted = 0
      WHERE start_at < ? AND end_at > ? AND duty.deleted = 0 GROUP BY duty.number
      """, [Value(window.end), Value(window.start)])
    let counts = Dictionary(
      try rows.map { (try $0.integer("number"), try $0.integer("n")) }, uniquingKeysWith: { first, _ in first })
    return duties.reduce(into: [:]) { found, duty in found[duty] = counts[duty.number] }
  }
}
