import Domain

/// What Today asks of the runs.
extension Reading {
  /// The runs that are planned, the next one first.
  public func plannedRuns(limit: Int) throws -> [RunSummary] {
    try rows(
      """
      SELECT \(RunSummary.columns) FROM run WHERE state = 'planned' AND deleted = 0
      ORDER BY plan_at, number LIMIT ?
      """, [Value(limit)]
    ).map(RunSummary.init)
  }

  /// The incidents that somebody is at, newest first; by their own index, however many there were.
  public func activeIncidents(limit: Int) throws -> [Incident] {
    try rows(
      """
      SELECT \(Incident.columns) FROM incident INDEXED BY incident_active
      WHERE resolved_at IS NULL AND deleted = 0 ORDER BY number DESC LIMIT ?
      """, [Value(limit)]
    ).map(Incident.init)
  }

  /// Those of the runs in which a killer step went on without its second person, newest first.
  public func runsGoneOnAlone(among runs: [RunNumber]) throws -> [RunNumber] {
    try runs.filter { run in
      try first(
        "SELECT 1 AS found FROM run_entry WHERE run = ? AND kind = ? LIMIT 1",
        [Value(run.value), .text(EntryKind.unconfirmed.rawValue)]) != nil
    }
  }
}
