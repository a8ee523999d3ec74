import Domain

/// What calendars are told: duties and planned runs, and what has become of those that are off.
extension Reading {
  /// The duties of a team that end after a moment, in order, with those that no plan has any more.
  public func calendarDuties(of team: TeamName, after moment: Instant) throws -> [CalendarDuty] {
    try rows(
      """
      SELECT \(PlannedDuty.columns), deleted FROM duty WHERE team = ? AND end_at > ?
      ORDER BY start_at DESC, number DESC LIMIT ?
      """, [.text(team.text), Value(moment), Value(mostCalendarEntries)]
    ).map { row in
      let duty = try PlannedDuty(row)
      return try row.flag("deleted") ? CalendarDuty(cancelled: duty, of: duty.people) : CalendarDuty(duty)
    }.reversed()
  }

  /// Somebody's duties in all teams that end after a moment, in order, with those that no plan has any more, and those
  /// in which somebody else took their place.
  public func calendarDuties(ofPerson who: Handle, after moment: Instant) throws -> [CalendarDuty] {
    // A part that was cut from a duty was never in the calendar of whoever was replaced in it.
    try rows(
      """
      SELECT \(PlannedDuty.columns), deleted FROM duty
      WHERE end_at > ? AND (EXISTS (SELECT 1 FROM json_each(duty.people) WHERE value = ?)
        OR (part_of IS NULL AND EXISTS (
          SELECT 1 FROM json_each(duty.changes) WHERE json_extract(value, '$.from') = ?)))
      ORDER BY start_at DESC, number DESC LIMIT ?
      """, [Value(moment), .text(who.text), .text(who.text), Value(mostCalendarEntries)]
    ).map { row in
      let duty = try PlannedDuty(row)
      let isTheirs = try !row.flag("deleted") && duty.people.contains(who)
      guard !isTheirs else { return CalendarDuty(duty) }
      guard let instead = duty.changes.last(where: { $0.from == who })?.to, !duty.people.contains(who) else {
        return CalendarDuty(cancelled: duty, of: duty.people)
      }
      let before = duty.people.map { $0 == instead ? who : $0 }
      return CalendarDuty(cancelled: duty, of: before.contains(who) ? before : [who])
    }.reversed()
  }

  /// The runs of a team, or that somebody is on, that are planned for a moment later than that, or were, in order.
  public func calendarRuns(of team: TeamName? = nil, person: Handle? = nil, after moment: Instant) throws
    -> [CalendarRun]
  {
    let theirs = "SELECT run FROM run_person WHERE person = ? AND role = 'pair' AND deleted = 0"
    let runs = try rows(
      """
      SELECT \(RunSummary.columns) FROM run
      WHERE plan_at > ? AND deleted = 0 AND \(team == nil ? "number IN (\(theirs))" : "team = ?")
      ORDER BY plan_at DESC, number DESC LIMIT ?
      """, [Value(moment), Value(team?.text ?? person?.text), Value(mostCalendarEntries)]
    ).map(RunSummary.init)
    var expected: [VersionReference: Duration?] = [:]
    return try runs.reversed().map { run in
      if expected[run.version] == nil { expected[run.version] = .some(try version(run.version).settings.expected) }
      let changes = try first(
        """
        SELECT count(*) AS number, max(written) AS at FROM run_entry
        WHERE run = ? AND kind IN ('run-planned', 'run-moved', 'run-cancelled', 'run-started')
        """, [Value(run.number.value)])
      return CalendarRun(
        run, expected: expected[run.version] ?? nil, sequence: max(0, (try changes?.integer("number") ?? 1) - 1),
        changedAt: try changes?.optionalInstant("at") ?? moment)
    }
  }

  /// Of each kind, the latest: no calendar shows years of them, and a feed is read every hour.
  private var mostCalendarEntries: Int { 2000 }
}
