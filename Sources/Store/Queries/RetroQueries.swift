import Domain

extension Reading {
  public func retro(_ number: RetroNumber) throws -> Retro {
    let row = try first("SELECT \(Retro.columns) FROM retro WHERE number = ? AND deleted = 0", [Value(number.value)])
    guard let row else { throw Missing.retro(number) }
    return try retro(of: row)
  }

  /// The retro that reviews an incident; nil while there is none.
  public func retro(of incident: IncidentNumber) throws -> Retro? {
    try first(
      """
      SELECT \(Retro.columns) FROM retro
      WHERE number = (SELECT retro FROM retro_incident WHERE incident = ? AND deleted = 0) AND deleted = 0
      """, [Value(incident.value)]
    ).map { try retro(of: $0) }
  }

  /// The review of a run alone; nil where there is none.
  public func retro(of run: RunNumber) throws -> Retro? {
    try first(
      "SELECT \(Retro.columns) FROM retro WHERE run = ? AND deleted = 0 ORDER BY number DESC LIMIT 1",
      [Value(run.value)]
    ).map { try retro(of: $0) }
  }

  /// Retros, newest first: at most `limit` with numbers below `before`.
  public func retros(
    of team: TeamName? = nil, isOpen: Bool? = nil, before: RetroNumber? = nil, limit: Int
  ) throws -> [Retro] {
    var conditions = ["deleted = 0"]
    var arguments: [Value] = []
    if let team {
      conditions.append("team = ?")
      arguments.append(.text(team.text))
    }
    if let isOpen { conditions.append("closed_at IS \(isOpen ? "" : "NOT ")NULL") }
    if let before {
      conditions.append("number < ?")
      arguments.append(Value(before.value))
    }
    return try rows(
      """
      SELECT \(Retro.columns) FROM retro WHERE \(conditions.joined(separator: " AND ")) ORDER BY number DESC LIMIT ?
      """, arguments + [Value(limit)]
    ).map { try retro(of: $0) }
  }

  /// Retros that have each of the words in their title or in what they say, newest first.
  public func retros(withWords words: [String], limit: Int) throws -> [Retro] {
    let patterns = words.map { WordPattern($0, in: [.text("title"), .text("content")]) }
    let conditions = ["deleted = 0"] + patterns.map(\.condition)
    return try rows(
      """
      SELECT \(Retro.columns) FROM retro WHERE \(conditions.joined(separator: " AND ")) ORDER BY number DESC LIMIT ?
      """, patterns.flatMap(\.arguments) + [Value(limit)]
    ).map { try retro(of: $0) }
  }

  /// The actions of a retro, in the order in which they were added.
  public func actions(of number: RetroNumber) throws -> [RetroAction] {
    try actions(
      "retro_action.retro = ? AND retro_action.deleted = 0 ORDER BY retro_action.at, item.number",
      [Value(number.value)])
  }

  /// What earlier retros of the team had somebody do, newest first: what no retro has judged yet, and what this one has.
  ///
  /// At most `limit`: a retro opens with them, and nobody reads more than fifty.
  public func earlierActions(before retro: Retro, limit: Int = 50) throws -> [RetroAction] {
    let judged = try rows(
      "SELECT content FROM retro WHERE team = ? AND number <> ? AND deleted = 0",
      [.text(retro.team.text), Value(retro.number.value)]
    ).flatMap { try JSONColumn.value(RetroContent.self, $0, "content").judgements }
    let settled = Set(judged.filter { $0.verdict == .worked || $0.verdict == .didNotWork }.map(\.item))
    return try actions(
      """
      retro_action.retro IN (SELECT number FROM retro WHERE team = ? AND opened_at < ? AND number <> ? AND deleted = 0)
        AND retro_action.deleted = 0
      ORDER BY retro_action.at DESC, item.number DESC
      """, [.text(retro.team.text), Value(retro.openedAt), Value(retro.number.value)]
    ).filter { !settled.contains($0.item.number.value) }.prefix(limit).map(\.self)
  }

  private func actions(_ condition: String, _ arguments: [Value]) throws -> [RetroAction] {
    return try rows(
      """
      SELECT retro, kind, question, by, at, \(ItemLine.columns)
      FROM retro_action JOIN item ON item.number = retro_action.item AND item.deleted = 0 WHERE \(condition)
      """, arguments
    ).map { try RetroAction($0, item: ItemLine($0)) }
  }

  func retro(of row: Row) throws -> Retro {
    try Retro(
      row,
      incidents: rows(
        "SELECT incident FROM retro_incident WHERE retro = ? AND deleted = 0 ORDER BY incident",
        [try row.value("number")]
      ).map { IncidentNumber(try $0.integer("incident")) })
  }
}
