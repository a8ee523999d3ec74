import Domain
import Foundation

/// A team's morning, read by index whatever the team's history: the last days, what goes on, and what waits.
extension Reading {
  /// - Throws: `Missing.team`; `Clash.timeZoneUnknown` where the team's days can't be told.
  public func standUp(of name: TeamName, at now: Instant) throws -> StandUp {
    let team = try team(name)
    guard let zone = team.zone else { throw Clash.timeZoneUnknown(team.timeZone) }
    let day = StandUpDay(at: now, for: team, zone: zone)
    let duties = [
      try onDuty(of: name, at: now), try nextDuty(of: name, from: now + .milliseconds(1)),
    ].compactMap { $0.map { TeamDuty($0) } }
    let runs = try morningRuns(of: name, day, at: now)
    return StandUp(
      team, day: day, runs: runs, items: try morningItems(of: name, since: day),
      duties: duties, incidents: try morningIncidents(of: name, since: day),
      deferred: try stepsPutOff(by: name, at: now), redlines: try openRedlines(ofTeam: name),
      handoffs: try handoffsDue(of: name, at: now).map { DutyHandoff($0) },
      reviewed: try runsReviewed(among: runs.filter { $0.reviewDue != nil }.map(\.number)))
  }

  /// Runs that were begun longer ago are looked for no more, whatever became of them since.
  private static var longestRun: Duration { .seconds(366 * 86_400) }
  /// A review is told of for a week, or until it is due.
  private static var reviewsFor: Duration { .seconds(7 * 86_400) }

  /// Runs that go on, ended lately, wait for their review, or are planned for today.
  private func morningRuns(of team: TeamName, _ day: StandUpDay, at now: Instant) throws -> [RunSummary] {
    let begun = try rows(
      """
      SELECT \(RunSummary.columns) FROM run
      WHERE team = ? AND started_at >= ? AND started_at <= ? AND deleted = 0
        AND (ended_at IS NULL OR ended_at >= ? OR (review_due IS NOT NULL AND (ended_at >= ? OR review_due >= ?)))
      ORDER BY number
      """,
      [
        .text(team.text), Value(now - Self.longestRun), Value(now), Value(day.lookBack.start),
        Value(now - Self.reviewsFor), .text(day.today),
      ])
    let planned = try rows(
      """
      SELECT \(RunSummary.columns) FROM run WHERE +team = ? AND state = 'planned' AND plan_at < ? AND deleted = 0
      ORDER BY plan_at, number
      """, [.text(team.text), Value(day.rest.end)])
    return try (begun + planned).map(RunSummary.init)
  }

  /// Incidents of that time, and those that somebody is at however long that takes.
  private func morningIncidents(of team: TeamName, since day: StandUpDay) throws -> [Incident] {
    let lately = try incidents(IncidentFilter(team: team, since: day.lookBack.start), limit: 100)
    let active = try incidents(IncidentFilter(team: team, states: .active), limit: 100)
    return (lately.filter { $0.times.declared <= day.lookBack.end } + active).firstOfEach
  }

  /// Of items in progress so many are looked at: nobody reads more of a morning.
  private static var mostInProgress: Int { 500 }

  /// What is delivered or blocked of what is in progress, and what was accepted lately.
  private func morningItems(of team: TeamName, since day: StandUpDay) throws -> [ItemLine] {
    let current = try rows(
      """
      SELECT \(ItemLine.columns) FROM item WHERE team = ? AND panel = 'current' AND deleted = 0
      ORDER BY place, number LIMIT ?
      """, [.text(team.text), Value(Self.mostInProgress)])
    let accepted = try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND accepted_at IS NOT NULL AND accepted_at >= ? AND accepted_at <= ? AND deleted = 0
        AND state = 'accepted'
      ORDER BY accepted_at, number
      """, [.text(team.text), Value(day.lookBack.start), Value(day.lookBack.end)])
    return try (current + accepted).map(ItemLine.init)
  }

  /// What each checklist's last finished run for the team put off: it comes back at the start of the next one (rule 6).
  private func stepsPutOff(by team: TeamName, at now: Instant) throws -> [DeferredStep] {
    let last = try rows(
      """
      SELECT number FROM run
      WHERE team = ? AND started_at >= ? AND state = 'completed-except-deferred' AND is_rehearsal = 0 AND deleted = 0
        AND NOT EXISTS (
          SELECT 1 FROM run AS later
          WHERE later.checklist = run.checklist AND later.number > run.number AND +later.team = run.team
            AND later.is_rehearsal = 0 AND later.deleted = 0
            AND +later.state IN ('completed', 'completed-except-deferred', 'rolled-back'))
      ORDER BY number
      """, [.text(team.text), Value(now - Self.longestRun)])
    return try last.flatMap { try run(RunNumber(try $0.integer("number"))).deferredSteps }
  }

  /// Redlines of the team's runs that nothing has come of yet, by checklist.
  private func openRedlines(ofTeam team: TeamName) throws -> [Lesson] {
    try rows(
      """
      SELECT \(Lesson.columns) FROM lesson
      WHERE source = 'redline' AND fate IS NULL AND deleted = 0
        AND EXISTS (SELECT 1 FROM run WHERE number = lesson.run AND team = ?)
      ORDER BY checklist, number
      """, [.text(team.text)]
    ).map(Lesson.init)
  }
}
