import Domain

/// Who is on duty when.
extension Reading {
  public func duty(_ number: DutyNumber) throws -> PlannedDuty {
    guard let row = try row(.duty, [Value(number.value)]) else { throw Missing.duty(number) }
    return try PlannedDuty(row)
  }

  /// All duties of a team, past ones too, in order.
  public func duties(of team: TeamName) throws -> [PlannedDuty] {
    try rows(
      "SELECT \(PlannedDuty.columns) FROM duty WHERE team = ? AND deleted = 0 ORDER BY start_at, number",
      [.text(team.text)]
    ).map(PlannedDuty.init)
  }

  /// The duties of a team, or of all teams, that overlap a window, in order.
  public func duties(of team: TeamName? = nil, in window: DutyWindow) throws -> [PlannedDuty] {
    let condition = "deleted = 0 AND start_at < ? AND end_at > ?"
    let bounds: [Value] = [Value(window.end), Value(window.start)]
    guard let team else {
      return try rows(
        "SELECT \(PlannedDuty.columns) FROM duty WHERE \(condition) ORDER BY start_at, team, number", bounds
      ).map(PlannedDuty.init)
    }
    return try rows(
      "SELECT \(PlannedDuty.columns) FROM duty WHERE \(condition) AND team = ? ORDER BY start_at, number",
      bounds + [.text(team.text)]
    ).map(PlannedDuty.init)
  }

  /// The last duties of a team that began before a moment, oldest first: the history that a pair matrix shows.
  public func dutyHistory(of team: TeamName, before moment: Instant, limit: Int = .max) throws -> [PlannedDuty] {
    try rows(
      """
      SELECT \(PlannedDuty.columns) FROM duty WHERE team = ? AND start_at < ? AND deleted = 0
      ORDER BY start_at DESC, number DESC LIMIT ?
      """, [.text(team.text), Value(moment), Value(limit)]
    ).map(PlannedDuty.init).reversed()
  }

  /// The duty under way and the one after it, of every team that has one, in the order of the teams: one query, by the
  /// index, two rows a team.
  public func dutiesNowAndNext(at moment: Instant) throws -> [TeamName: DutiesNowAndNext] {
    let found = try rows(
      """
      SELECT \(PlannedDuty.columns) FROM duty WHERE number IN (
        SELECT (SELECT number FROM duty WHERE team = team_row.name AND deleted = 0 AND start_at <= ?
          ORDER BY start_at DESC, end_at DESC LIMIT 1) FROM team AS team_row WHERE deleted = 0
        UNION ALL
        SELECT (SELECT number FROM duty WHERE team = team_row.name AND deleted = 0 AND start_at > ?
          ORDER BY start_at, end_at LIMIT 1) FROM team AS team_row WHERE deleted = 0)
      """, [Value(moment), Value(moment)]
    ).map(PlannedDuty.init)
    var duties: [TeamName: DutiesNowAndNext] = [:]
    for duty in found {
      if duty.window.start > moment {
        duties[duty.team, default: DutiesNowAndNext()].next = duty
      } else if duty.window.contains(moment) {
        duties[duty.team, default: DutiesNowAndNext()].now = duty
      }
    }
    return duties
  }

  /// The team's duty under way at a moment; nil where none is planned for it.
  public func onDuty(of team: TeamName, at moment: Instant) throws -> PlannedDuty? {
    try first(
      """
      SELECT \(PlannedDuty.columns) FROM duty WHERE team = ? AND start_at <= ? AND end_at > ? AND deleted = 0
      ORDER BY start_at DESC, number DESC LIMIT 1
      """, [.text(team.text), Value(moment), Value(moment)]
    ).map(PlannedDuty.init)
  }

  /// The two who are on duty at a moment; empty where nobody is, where one is alone, and outside of the team's hours where
  /// its pair is on in those only.
  public func pairOnDuty(of team: Team, at moment: Instant) throws -> [Handle] {
    guard let duty = try onDuty(of: team.name, at: moment), !duty.isGap else { return [] }
    return try isOffHours(team, at: moment) ? [] : duty.people
  }

  /// Whether the team's pair is on in working hours only, and a moment is none of them.
  public func isOffHours(_ team: Team, at moment: Instant) throws -> Bool {
    guard try dutyPattern(of: team.name).isWorkingHours, let zone = team.zone else { return false }
    return !team.hours.contains(CivilTime(moment, in: zone))
  }

  /// The team's first duty that begins at a moment or after it.
  public func nextDuty(of team: TeamName, from moment: Instant) throws -> PlannedDuty? {
    try first(
      """
      SELECT \(PlannedDuty.columns) FROM duty WHERE team = ? AND start_at >= ? AND deleted = 0
      ORDER BY start_at, number LIMIT 1
      """, [.text(team.text), Value(moment)]
    ).map(PlannedDuty.init)
  }

  /// The team's duty that ended last, at a moment or before it.
  public func lastDuty(of team: TeamName, before moment: Instant) throws -> PlannedDuty? {
    try first(
      """
      SELECT \(PlannedDuty.columns) FROM duty WHERE team = ? AND start_at < ? AND end_at <= ? AND deleted = 0
      ORDER BY start_at DESC, number DESC LIMIT 1
      """, [.text(team.text), Value(moment), Value(moment)]
    ).map(PlannedDuty.init)
  }

  /// The duties that somebody is on for, of all teams, that end after a moment; in order.
  ///
  /// Only whoever is or was in a team's rotation is ever on for it: the rows of those who left are kept, and spare reading
  /// what all other teams have planned.
  public func duties(ofPerson who: Handle, after moment: Instant, limit: Int = .max) throws -> [PlannedDuty] {
    try rows(
      """
      SELECT \(PlannedDuty.columns) FROM duty
      WHERE deleted = 0 AND end_at > ? AND EXISTS (SELECT 1 FROM json_each(duty.people) WHERE value = ?)
        AND team IN (SELECT team FROM roster_member WHERE person = ?)
      ORDER BY start_at, number LIMIT ?
      """, [Value(moment), .text(who.text), .text(who.text), Value(limit)]
    ).map(PlannedDuty.init)
  }

  /// What others changed about somebody's duties since an entry of the journal: duties that they have now and had not, or
  /// the other way round, or whose time or partner is another. Those that are over by `now` are left out, and so is what
  /// was put right since.
  public func dutyNews(for who: Handle, since seq: Int, now: Instant) throws -> [DutyNews] {
    func duty(_ image: String?) throws -> PlannedDuty? {
      guard let image, let row = CanonicalJSONReader.image(image, source: Table.duty.name), Table.duty.isLive(row)
      else {
        return nil
      }
      return try PlannedDuty(row)
    }
    let changes = try rows(
      """
      SELECT \(JournalChange.columns) FROM journal_change
      WHERE seq > ? AND table_name = 'duty'
        AND (SELECT by FROM journal WHERE journal.seq = journal_change.seq) <> ?
      ORDER BY seq, ordinal
      """, [Value(seq), .text(who.text)]
    ).map { try JournalChange($0) }
    var before: [DutyNumber: PlannedDuty?] = [:]
    for change in changes {
      let (old, new) = (try duty(change.before), try duty(change.after))
      guard let number = (old ?? new)?.number, before[number] == nil else { continue }
      before.updateValue(old, forKey: number)
    }
    let news = try before.map { number, old in
      DutyNews(before: old, after: try row(.duty, [Value(number.value)]).map(PlannedDuty.init))
    }
    return DutyNews.joined(news).filter { $0.concerns(who) && $0.end > now }.sorted { $0.start < $1.start }
  }
}

/// What the store keeps beside the duties themselves.
extension Reading {
  /// The toil that was logged for a team in a window, in order.
  public func toil(of team: TeamName, in window: DutyWindow) throws -> [ToilEntry] {
    try rows(
      """
      SELECT \(ToilEntry.columns) FROM toil_entry WHERE team = ? AND at >= ? AND at < ? AND deleted = 0
      ORDER BY at, number
      """, [.text(team.text), Value(window.start), Value(window.end)]
    ).map(ToilEntry.init)
  }

  /// What was written down of a hand-over; nil where nobody has signed it or written a note.
  public func handoffNote(of duty: DutyNumber) throws -> HandoffNote? {
    try row(.handoff, [Value(duty.value)]).map(HandoffNote.init)
  }
}
