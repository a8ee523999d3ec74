import Domain

/// What the record says of a checklist's lines.
extension Reading {
  /// How each step of the version fared in the last begun runs of its checklist, whatever version those were of.
  ///
  /// - Parameter limit: How many runs are read at most, newest first; each is read whole.
  /// - Returns: One yield for each step, and how many runs they are made of.
  public func stepYields(
    of version: ChecklistVersion, lastRuns limit: Int
  ) throws -> (yields: [StepYield], runs: Int) {
    let numbers = try rows(
      """
      SELECT number FROM run WHERE checklist = ? AND deleted = 0 AND started_at IS NOT NULL
      ORDER BY number DESC LIMIT ?
      """, [.text(version.reference.checklist.text), Value(limit)]
    ).map { RunNumber(try $0.integer("number")) }
    return (StepYield.all(of: version, in: try numbers.map { try run($0) }), numbers.count)
  }

  /// Folded lessons of the checklist whose trouble somebody said came back after their version was made.
  public func recurrences(on checklist: ChecklistName) throws -> [Advice.Recurrence] {
    try foldedLessons(of: checklist).compactMap { lesson in
      guard let fate = lesson.fate else { return nil }
      let again = try recurrences(of: lesson.number).filter { $0.at >= fate.at }
      return again.isEmpty ? nil : (lesson, again)
    }
  }

  /// Since when a line stands in a checklist, and the lessons that shaped it, oldest first.
  public func origin(of step: StepID, in checklist: ChecklistName) throws -> StepOrigin? {
    let key: [Value] = [.text(checklist.text), .text(step.text)]
    let found = try rows(
      """
      SELECT \(VersionSummary.columns) FROM version
      WHERE checklist = ? AND deleted = 0 AND number =
        (SELECT min(s.version) FROM version_step AS s WHERE s.checklist = version.checklist AND s.id = ? AND s.deleted = 0)
      """, key)
    guard let first = try found.first.map(VersionSummary.init) else { return nil }
    return StepOrigin(
      since: first, lessons: try foldedLessons(of: checklist).filter { $0.carrier == step })
  }

  /// The text of one version and the one that it was made from, for whoever walks back through them.
  public func source(of version: VersionReference) throws -> (text: String, summary: VersionSummary) {
    let found = try rows(
      "SELECT source, \(VersionSummary.columns) FROM version WHERE checklist = ? AND number = ?",
      [.text(version.checklist.text), Value(version.number)])
    guard let row = found.first else { throw Missing.version(version, latest: 0) }
    return (try row.text("source"), try VersionSummary(row))
  }

  /// Every id that a step of any version had; none of them is given to another step.
  public func stepIDs(ofEveryVersionOf checklist: ChecklistName) throws -> Set<StepID> {
    Set(
      try rows("SELECT DISTINCT id FROM version_step WHERE checklist = ?", [.text(checklist.text)])
        .map { StepID(try $0.text("id")) })
  }
}
