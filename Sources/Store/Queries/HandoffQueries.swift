import Domain

/// What a hand-over and a stand-up are made from.
extension Reading {
  /// A duty's hand-over as it stands: who hands over to whom, what goes on after it, and who has signed.
  public func handoff(of number: DutyNumber, at now: Instant) throws -> DutyHandoff {
    let duty = try duty(number)
    let note = try handoffNote(of: number)
    return DutyHandoff(
      try handoffSides(of: duty, note), try happenings(of: duty.team, in: duty.window), note: note?.note ?? "", at: now)
  }

  /// Who hands a duty over to whom, and who has signed that; without what happened in it.
  public func handoffSides(of duty: PlannedDuty) throws -> HandoffSides {
    try handoffSides(of: duty, handoffNote(of: duty.number))
  }

  private func handoffSides(of duty: PlannedDuty, _ note: HandoffNote?) throws -> HandoffSides {
    let incoming = try nextDuty(of: duty.team, from: duty.window.end)?.people ?? []
    return HandoffSides(TeamDuty(duty), incoming: incoming, signatures: note?.signatures ?? [])
  }

  /// The team's hand-overs that are due and that somebody has not signed yet, the last one first: each from an hour before
  /// its duty ends, and for three days, which is over a weekend and no longer. At most the last 24 are looked at.
  func handoffsDue(of team: TeamName, at now: Instant) throws -> [HandoffSides] {
    try rows(
      """
      SELECT \(PlannedDuty.columns) FROM duty
      WHERE team = ? AND start_at <= ? AND end_at <= ? AND end_at > ? AND deleted = 0
      ORDER BY start_at DESC, number DESC LIMIT 24
      """,
      [.text(team.text), Value(now), Value(now + .minutes(60)), Value(now - .minutes(3 * 24 * 60))]
    ).map { try handoffSides(of: PlannedDuty($0)) }.filter { !$0.isSigned }
  }

  /// The hand-overs that wait for somebody's signature: of each team whose rotation they are in, those that are due.
  public func handoffsWaiting(for who: Handle, at now: Instant) throws -> [HandoffSides] {
    let teams = try rows(
      "SELECT team FROM roster_member WHERE person = ? AND deleted = 0 ORDER BY team", [.text(who.text)])
    return try teams.flatMap { row in
      try handoffsDue(of: TeamName(try row.text("team")), at: now).filter { $0.unsigned.contains(who) }
    }
  }

  /// More than that at once is nobody's duty any more.
  private static var mostActive: Int { 100 }

  /// What happened for a team in a window: runs, what they put off, redlines, items and toil.
  public func happenings(of team: TeamName, in window: DutyWindow) throws -> DutyHappenings {
    let bounds: [Value] = [Value(window.start), Value(window.end)]
    let runs = try rows(
      """
      SELECT \(RunSummary.columns) FROM run
      WHERE team = ? AND started_at < ? AND (ended_at IS NULL OR ended_at >= ?) AND deleted = 0
      ORDER BY number
      """, [.text(team.text), Value(window.end), Value(window.start)]
    ).map(RunSummary.init)
    let redlines = try rows(
      """
      SELECT \(Lesson.columns) FROM lesson
      WHERE source = 'redline' AND fate IS NULL AND deleted = 0 AND at >= ? AND at < ?
        AND run IN (SELECT number FROM run WHERE team = ?)
      ORDER BY number
      """, bounds + [.text(team.text)]
    ).map(Lesson.init)
    let items = try rows(
      """
      SELECT \(ItemLine.columns) FROM item
      WHERE team = ? AND deleted = 0
        AND number IN (SELECT item FROM item_transition WHERE at >= ? AND at < ? AND deleted = 0)
      ORDER BY number
      """, [.text(team.text)] + bounds
    ).map(ItemLine.init)
    return DutyHappenings(
      runs: runs, deferred: try runs.flatMap { try deferrals(of: $0.number, in: window) }.sorted { $0.at < $1.at },
      redlines: redlines,
      incidents: try incidents(IncidentFilter(team: team, states: .active), after: nil, limit: Self.mostActive),
      items: items, toil: try toil(of: team, in: window))
  }

  /// The steps that a run put off in a window and that are still as they were left.
  private func deferrals(of number: RunNumber, in window: DutyWindow) throws -> [DeferredStep] {
    let said = try first(
      "SELECT 1 AS found FROM run_entry WHERE run = ? AND kind = ? AND at >= ? AND at < ? LIMIT 1",
      [Value(number.value), .text(EntryKind.deferred.rawValue), Value(window.start), Value(window.end)])
    guard said != nil else { return [] }
    return try run(number).deferredSteps.filter { window.contains($0.at) }
  }
}
