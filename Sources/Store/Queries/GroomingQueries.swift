import Domain

/// A decision as a log tells it.
public struct GroomingLogLine: Hashable, Sendable {
  public var decision: GroomingDecision
  /// The item's title; its last one where it was removed.
  public var title: String
  public var isRemoved: Bool
}

/// A session, and how much was decided in it.
public struct GroomingSummary: Hashable, Sendable {
  public var grooming: Grooming
  public var decisions: Int
}

extension Reading {
  public func grooming(_ number: GroomingNumber) throws -> Grooming {
    let row = try first(
      "SELECT \(Grooming.columns) FROM grooming WHERE number = ? AND deleted = 0", [Value(number.value)])
    guard let row else { throw Missing.grooming(number) }
    return try Grooming(row)
  }

  /// The session that the team has open; nil where it has none.
  public func openGrooming(of team: TeamName) throws -> Grooming? {
    try first(
      """
      SELECT \(Grooming.columns) FROM grooming
      WHERE team = ? AND ended_at IS NULL AND deleted = 0 ORDER BY number DESC LIMIT 1
      """, [.text(team.text)]
    ).map(Grooming.init)
  }

  /// The team's sessions, newest first.
  public func groomings(of team: TeamName, limit: Int) throws -> [GroomingSummary] {
    try rows(
      """
      SELECT \(Grooming.columns), (
        SELECT count(*) FROM grooming_decision
        WHERE grooming = grooming.number AND grooming_decision.deleted = 0 AND decision <> 'skip') AS decisions
      FROM grooming WHERE team = ? AND deleted = 0 ORDER BY number DESC LIMIT ?
      """, [.text(team.text), Value(limit)]
    ).map { GroomingSummary(grooming: try Grooming($0), decisions: try $0.integer("decisions")) }
  }

  /// What was decided in a session, newest first; what was put off is no decision.
  public func groomingLog(of number: GroomingNumber, limit: Int) throws -> [GroomingLogLine] {
    try rows(
      """
      SELECT grooming, seq, item, decision, detail, decided.by, decided.at, item.title, item.deleted AS is_removed
      FROM grooming_decision AS decided JOIN item ON item.number = decided.item
      WHERE grooming = ? AND decided.deleted = 0 AND decision <> 'skip' ORDER BY seq DESC LIMIT ?
      """, [Value(number.value), Value(limit)]
    ).map {
      GroomingLogLine(
        decision: try GroomingDecision($0), title: try $0.text("title"), isRemoved: try $0.flag("is_removed"))
    }
  }

  /// How the team's items are asked about now.
  public func groomingRules(of team: TeamName, at now: Instant) throws -> GroomingRules {
    GroomingRules(
      settings: try backlogSettings(of: team),
      today: CivilTime(now, in: try self.team(team).zone ?? .gmt).isoDate, now: now)
  }

  /// Each item's last mark in a session, decisions and puttings off alike.
  func lastMarks(of grooming: GroomingNumber) throws -> [ItemNumber: GroomingDecision] {
    try rows(
      """
      SELECT \(GroomingDecision.columns) FROM grooming_decision WHERE grooming = ? AND deleted = 0 ORDER BY seq
      """, [Value(grooming.value)]
    ).reduce(into: [:]) { marks, row in marks[ItemNumber(try row.integer("item"))] = try GroomingDecision(row) }
  }

  func lastMark(of item: ItemNumber, in grooming: GroomingNumber) throws -> GroomingDecision? {
    try first(
      """
      SELECT \(GroomingDecision.columns) FROM grooming_decision
      WHERE item = ? AND grooming = ? AND deleted = 0 ORDER BY seq DESC LIMIT 1
      """, [Value(item.value), Value(grooming.value)]
    ).map(GroomingDecision.init)
  }
}

extension GroomingDecision {
  /// Whether the item is asked about again, for these reasons.
  func asksAgain(for reasons: [GroomingReason]) -> Bool {
    kind == .skip ? !reasons.isEmpty : !Set(reasons).isSubset(of: detail.settled)
  }
}
