import Domain
import Foundation

/// What planning reads, bounded whatever a team's history: what was accepted in a few iterations, counted by the index
/// of acceptance; the first of those in progress and ahead, by the index of the panel's order.
extension Reading {
  /// - Parameters:
  ///   - iterations: how many finished iterations to reach back; at least as many as the velocity is made of.
  ///   - reach: how many items in progress, and accepted in the iteration under way, are read at most.
  ///   - distance: how many items ahead are; a plan of fewer is the beginning of the same plan.
  public func backlogFacts(
    of name: TeamName, at now: Instant, over iterations: Int = 0, reach: Int = BacklogFacts.reach,
    distance: Int = BacklogFacts.reach
  ) throws -> BacklogFacts {
    let team = try team(name)
    var settings = try backlogSettings(of: name)
    let zone = team.zone ?? .gmt
    let today = CivilTime(now, in: zone).isoDate
    guard let calendar = try iterationCalendar(of: team, settings, at: now),
      let current = calendar.iteration(containing: today)
    else { throw ItemRefusal.dateUnreadable(today) }
    let back = max(iterations, Self.backForVelocity(calendar, settings, current))
    let counted = (current.number - back)...(current.number + Self.dutyReach)
    try countDuties(of: name, in: &settings, calendar, counted, zone)
    let finished = calendar.finished(before: today, last: back)
    let inProgress = try itemFacts(in: .current, of: name, limit: reach + 1)
    let ahead = try itemFacts(in: .backlog, of: name, limit: distance + 1)
    return BacklogFacts(
      settings: settings, calendar: calendar, current: current, today: today, zone: zone, iterations: back,
      tallies: try (finished + [current]).flatMap { try tallies(of: name, in: $0, zone) },
      accepted: try acceptedFacts(of: name, since: current.start(in: zone) ?? now, limit: reach),
      inProgress: Array(inProgress.prefix(reach)), ahead: Array(ahead.prefix(distance)),
      isWhole: inProgress.count <= reach && ahead.count <= distance)
  }

  /// Iteration 1 is the one in which the team's first item was accepted: before that nothing can be averaged.
  func iterationCalendar(of team: Team, _ settings: BacklogSettings, at now: Instant) throws -> IterationCalendar? {
    let began = min(try firstAcceptance(of: team.name) ?? now, now)
    return IterationCalendar(settings, began: CivilTime(began, in: team.zone ?? .gmt).isoDate)
  }

  /// How far back the velocity is looked for: iterations in which nobody was there say nothing.
  private static func backForVelocity(
    _ calendar: IterationCalendar, _ settings: BacklogSettings, _ current: Iteration
  ) -> Int {
    var (back, found) = (0, 0)
    while found < settings.velocityOver, back < 52,
      let before = calendar.iteration(numbered: current.number - back - 1),
      before.number >= 1
    {
      back += 1
      if settings.strength(from: before.first) > 0 { found += 1 }
    }
    return back
  }

  /// How many iterations ahead a team's pair is taken to be on duty, also where its duties are not planned yet.
  private static var dutyReach: Int { 104 }

  /// From its first duty on a team's pair is on duty, in each iteration of which nobody said anything else.
  private func countDuties(
    of team: TeamName, in settings: inout BacklogSettings, _ calendar: IterationCalendar, _ numbers: ClosedRange<Int>,
    _ zone: TimeZone
  ) throws {
    let sql = "SELECT start_at FROM duty WHERE team = ? AND deleted = 0 ORDER BY start_at LIMIT 1"
    guard let first = try first(sql, [.text(team.text)])?.instant("start_at") else { return }
    let day = CivilTime(first, in: zone).isoDate
    for number in numbers where number >= 1 {
      guard let iteration = calendar.iteration(numbered: number), iteration.last >= day,
        settings.strengths[iteration.first] == nil
      else { continue }
      settings.strengths[iteration.first] = BacklogSettings.Strength(isOnDuty: true)
    }
  }

  private func firstAcceptance(of team: TeamName) throws -> Instant? {
    try first(
      """
      SELECT accepted_at FROM item WHERE team = ? AND accepted_at IS NOT NULL AND deleted = 0
      ORDER BY accepted_at, number LIMIT 1
      """, [.text(team.text)]
    )?.instant("accepted_at")
  }

  private func itemFacts(in panel: Panel, of team: TeamName, limit: Int) throws -> [ItemFacts] {
    try rows(
      """
      SELECT \(ItemFacts.columns) FROM item WHERE team = ? AND panel = ? AND deleted = 0
      ORDER BY place, number LIMIT ?
      """, [.text(team.text), .text(panel.rawValue), Value(limit)]
    ).map(ItemFacts.init)
  }

  private func tallies(of team: TeamName, in iteration: Iteration, _ zone: TimeZone) throws -> [AcceptedTally] {
    guard let start = iteration.start(in: zone), let end = iteration.end(in: zone) else { return [] }
    return try rows(
      """
      SELECT type, points, count(*) AS n FROM item
      WHERE team = ? AND accepted_at IS NOT NULL AND accepted_at >= ? AND accepted_at < ? AND deleted = 0
        AND state = 'accepted'
      GROUP BY type, points
      """, [.text(team.text), Value(start), Value(end)]
    ).map {
      AcceptedTally(
        iteration: iteration.number, type: try $0.itemType(), points: try $0.optionalInteger("points"),
        count: try $0.integer("n"))
    }
  }

  private func acceptedFacts(of team: TeamName, since moment: Instant, limit: Int) throws -> [ItemFacts] {
    try rows(
      """
      SELECT \(ItemFacts.columns) FROM item
      WHERE team = ? AND accepted_at IS NOT NULL AND accepted_at >= ? AND deleted = 0 AND state = 'accepted'
      ORDER BY accepted_at, number LIMIT ?
      """, [.text(team.text), Value(moment), Value(limit)]
    ).map(ItemFacts.init)
  }

  /// What stands before a release in the hand-set order, up to the release before it.
  ///
  /// - Parameter reach: how many items are looked at at most; what stands further up belongs to it no more.
  /// - Throws: `Missing.release` for an item that is none.
  public func releaseFacts(of number: ItemNumber, reach: Int = BacklogFacts.reach) throws -> ReleaseFacts {
    let release = try item(number)
    guard release.type == .release else { throw Missing.release(number, release.type) }
    let before = try rows(
      """
      SELECT \(ItemFacts.columns) FROM item
      WHERE team = ? AND deleted = 0 AND (place, number) < (?, ?)
      ORDER BY place DESC, number DESC LIMIT ?
      """, [.text(release.team.text), .text(release.order.text), Value(number.value), Value(reach)]
    ).map(ItemFacts.init)
    return ReleaseFacts(
      release: ItemFacts(release), title: release.title,
      items: before.prefix { $0.type != .release }.filter { $0.state != .unscheduled },
      previousAt: before.first { $0.type == .release }?.acceptedAt)
  }
}
