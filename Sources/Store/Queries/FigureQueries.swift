import Domain
import Foundation

/// What the figures of a team's duties are made from.
extension Reading {
  /// Of those who have not left the rotation, with all duties that they ever had.
  public func pairMatrix(of name: TeamName, at now: Instant) throws -> PairMatrix {
    PairMatrix(
      people: try currentMembers(of: name, at: now), duties: PlannedDuty.joined(try duties(of: name)),
      rules: try pairRules(of: name), at: now)
  }

  /// The loads in a period, and the limits that are not kept in the 13 weeks before and after now.
  public func teamLoad(of name: TeamName, in period: DutyWindow, at now: Instant) throws -> TeamLoad {
    let planning = try dutyPlanning(of: name)
    let own = try duties(of: name, in: period)
    let fairness = Fairness(planning, duties: PlannedDuty.joined(own), parts: own.map(\.duty), in: period)
    let warnings = try dutyWarnings(of: name, at: now)
    let last = try first(
      "SELECT max(end_at) AS last FROM duty WHERE team = ? AND end_at > ? AND deleted = 0",
      [.text(name.text), Value(now)])
    return TeamLoad(
      name, fairness, warnings: warnings,
      plannedUntil: try last?.optionalInteger("last").map { Instant(milliseconds: Int64($0)) })
  }

  /// Who knows what, of those who have not left the rotation.
  ///
  /// A team's checklists are those that it has run, and those that nobody has run yet; a checklist that only others ran is
  /// theirs. Counted by the database, so that a long history costs little.
  public func coverage(of name: TeamName, at now: Instant) throws -> Coverage {
    let members = try currentMembers(of: name, at: now)
    let checklists = try rows(
      """
      SELECT name FROM checklist WHERE deleted = 0
        AND (EXISTS (SELECT 1 FROM run WHERE checklist = checklist.name AND team = ? AND deleted = 0)
          OR NOT EXISTS (SELECT 1 FROM run WHERE checklist = checklist.name AND deleted = 0))
      ORDER BY name
      """, [.text(name.text)])
    var ran: [ChecklistName: [Handle: Coverage.Times]] = [:]
    for who in members {
      let times = try rows(
        """
        SELECT checklist, count(*) AS n, max(started_at) AS last FROM run_person AS own JOIN run ON number = own.run
        WHERE own.person = ? AND own.role = 'pair' AND own.deleted = 0 AND run.deleted = 0 AND started_at <= ?
        GROUP BY checklist
        """, [.text(who.text), Value(now)])
      for row in times {
        ran[ChecklistName(try row.text("checklist")), default: [:]][who] = try Coverage.Times(row)
      }
    }
    let on = try rows(
      """
      SELECT value AS who, count(*) AS n, max(start_at) AS last FROM duty, json_each(duty.people)
      WHERE team = ? AND start_at <= ? AND deleted = 0 GROUP BY value
      """, [.text(name.text), Value(now)]
    ).map { (Handle(try $0.text("who")), try Coverage.Times($0)) }
    return Coverage(
      members: members, checklists: try checklists.map { ChecklistName(try $0.text("name")) }, ran: ran,
      on: Dictionary(on, uniquingKeysWith: { $1 }))
  }

  /// Those in the rotation, and those who are still to join; a last day counts whole.
  private func currentMembers(of name: TeamName, at now: Instant) throws -> [Handle] {
    let today = CivilTime(now, in: try team(name).zone ?? .gmt).isoDate
    return try roster(of: name).filter { $0.leaves.map { $0 >= today } ?? true }.map(\.who)
  }
}

extension Coverage.Times {
  fileprivate init(_ row: Row) throws { self.init(count: try row.integer("n"), last: try row.instant("last")) }
}
