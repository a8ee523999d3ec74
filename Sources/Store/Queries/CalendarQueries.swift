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
    ).map { try calendarDuty(try PlannedDuty($0), isCancelled: $0.flag("deleted")) }.reversed()
  }

  /// Somebody's duties in all teams that end after a moment, in order, with those that no plan has any more, and those
  /// that somebody took, or a plan gave to others, since that moment: they are in it as they were, and cancelled.
  public func calendarDuties(ofPerson who: Handle, after moment: Instant) throws -> [CalendarDuty] {
    try rows(
      """
      SELECT \(PlannedDuty.columns), deleted FROM duty
      WHERE end_at > ? AND team IN (SELECT team FROM roster_member WHERE person = ?)
        AND (EXISTS (SELECT 1 FROM json_each(duty.people) WHERE value = ?)
          OR EXISTS (
            SELECT 1 FROM journal_change JOIN journal USING (seq)
            WHERE table_name = 'duty' AND row_key = CAST(duty.number AS TEXT) AND at > ? AND \(wasOn)))
      ORDER BY start_at DESC, number DESC LIMIT ?
      """,
      [Value(moment), .text(who.text), .text(who.text), Value(moment), .text(who.text), Value(mostCalendarEntries)]
    ).map { row in
      let duty = try PlannedDuty(row)
      guard !duty.people.contains(who) else { return try calendarDuty(duty, isCancelled: row.flag("deleted")) }
      return try calendarDuty(lastDuty(duty.number, with: who) ?? duty, isCancelled: true)
    }.reversed()
  }

  /// A duty with the number of its last change. The row's own goes back when a change of it is taken back, and a calendar
  /// takes no notice of a number that is lower than the last (RFC 5545, 3.8.7.4): so the journal's changes of what
  /// calendars are told are counted, to which taking back adds one more.
  private func calendarDuty(_ duty: PlannedDuty, isCancelled: Bool) throws -> CalendarDuty {
    let told = ["start_at", "end_at", "people", "deleted"].map { "$.\($0)" }
    let differs = told.map { "json_extract(before, '\($0)') IS NOT json_extract(after, '\($0)')" }
    let changes = try first(
      """
      SELECT count(*) AS number, max(at) AS at FROM journal_change JOIN journal USING (seq)
      WHERE table_name = 'duty' AND row_key = ? AND (\(differs.joined(separator: " OR ")))
      """, [.text(duty.number.description)])
    return CalendarDuty(
      duty, sequence: max(0, (try changes?.integer("number") ?? 1) - 1),
      changedAt: try changes?.optionalInstant("at") ?? duty.changedAt, isCancelled: isCancelled)
  }

  /// A duty as it was when somebody was on in it last; nil where they never were.
  private func lastDuty(_ number: DutyNumber, with who: Handle) throws -> PlannedDuty? {
    let change = try first(
      """
      SELECT \(JournalChange.columns) FROM journal_change
      WHERE table_name = 'duty' AND row_key = ? AND \(wasOn) ORDER BY seq DESC, ordinal DESC LIMIT 1
      """, [.text(number.description), .text(who.text)])
    guard let image = try change.map({ try JournalChange($0) })?.before else { return nil }
    return try CanonicalJSONReader.image(image, source: Table.duty.name).map { try PlannedDuty($0) }
  }

  /// Whether somebody was on in a duty before a change of it.
  private var wasOn: String { "EXISTS (SELECT 1 FROM json_each(json_extract(before, '$.people')) WHERE value = ?)" }

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
