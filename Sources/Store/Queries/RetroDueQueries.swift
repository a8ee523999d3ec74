import Domain
import Foundation

/// Retros as lists tell them, and whom they wait for.
extension Reading {
  /// Retros, newest first, each with how many of its questions are open: at most `limit` with numbers below `before`.
  public func retroLines(
    of team: TeamName? = nil, isOpen: Bool? = nil, before: RetroNumber? = nil, limit: Int
  ) throws -> [RetroLine] {
    let zones = try retroZones()
    return try retros(of: team, isOpen: isOpen, before: before, limit: limit).map { try line($0, zones) }
  }

  /// Retros that somebody leads or attends and that were not held yet, the most urgent first; those without a day are not
  /// told of. Few are ever unreviewed, so those are looked through.
  public func retrosDue(for who: Handle, limit: Int = 20) throws -> [RetroLine] {
    let due = try rows(
      """
      SELECT \(Retro.columns) FROM retro
      WHERE team IN (SELECT name FROM team) AND due IS NOT NULL AND reviewed_at IS NULL AND deleted = 0
        AND (facilitator = ? OR EXISTS (SELECT 1 FROM json_each(attendees) WHERE value = ?))
      ORDER BY due, number LIMIT ?
      """, [.text(who.text), .text(who.text), Value(limit)])
    // Mostly there is none.
    guard !due.isEmpty else { return [] }
    let zones = try retroZones()
    return try due.map { try line(retro(of: $0), zones) }
  }

  /// Incidents that are not closed and that no retro reviews yet, newest first.
  public func incidentsToReview(limit: Int) throws -> [Incident] {
    try rows(
      """
      SELECT \(Incident.columns) FROM incident
      WHERE team IN (SELECT name FROM team) AND closed_at IS NULL AND deleted = 0
        AND number NOT IN (SELECT incident FROM retro_incident WHERE deleted = 0)
      ORDER BY number DESC LIMIT ?
      """, [Value(limit)]
    ).map(Incident.init)
  }

  /// Those of the runs that were reviewed: in a retro of their own, or with the incident that they were for.
  public func runsReviewed(among runs: [RunNumber]) throws -> Set<RunNumber> {
    guard !runs.isEmpty else { return [] }
    let list = runs.map(\.description).joined(separator: ", ")
    return Set(
      try rows(
        """
        SELECT run AS number FROM retro WHERE run IN (\(list)) AND reviewed_at IS NOT NULL AND deleted = 0
        UNION
        SELECT run.number FROM run
        JOIN retro_incident ON retro_incident.incident = run.incident AND retro_incident.deleted = 0
        JOIN retro ON retro.number = retro_incident.retro AND retro.reviewed_at IS NOT NULL AND retro.deleted = 0
        WHERE run.number IN (\(list))
        """
      ).map { RunNumber(try $0.integer("number")) })
  }

  private func retroZones() throws -> [TeamName: TimeZone] {
    try teams().reduce(into: [:]) { $0[$1.name] = $1.zone }
  }

  private func line(_ retro: Retro, _ zones: [TeamName: TimeZone]) throws -> RetroLine {
    RetroLine(
      retro, openQuestions: retro.openQuestions(try actions(of: retro.number)).count,
      zone: zones[retro.team] ?? .gmt)
  }
}
