import Domain

/// What the record says of a checklist's lines.
extension Reading {
  /// How each step of the version fared in the last begun runs of its checklist, whatever version those were of.
  ///
  /// - Parameters:
  ///   - limit: How many runs are read at most, newest first; each is read whole, and let go.
  ///   - left: A run that is left out, because whoever asks looks at it anyway.
  /// - Returns: One yield for each step, and how many runs they are made of.
  public func stepYields(
    of version: ChecklistVersion, lastRuns limit: Int, besides left: RunNumber? = nil
  ) throws -> (yields: [StepYield], runs: Int) {
    let numbers = try rows(
      """
      SELECT number FROM run WHERE checklist = ? AND deleted = 0 AND started_at IS NOT NULL
        AND number <> ? ORDER BY number DESC LIMIT ?
      """, [.text(version.reference.checklist.text), Value(left?.value ?? 0), Value(limit)]
    ).map { RunNumber(try $0.integer("number")) }
    var yields = StepYields(of: version)
    // One after the other: two hundred runs at once would take as much memory as all the rest of a screen.
    for number in numbers { yields.add(try run(number)) }
    return (yields.inOrder, numbers.count)
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

  /// The same for every line of a version, read at once, without the lessons that only later versions carry.
  public func origins(of version: ChecklistVersion) throws -> [StepID: StepOrigin] {
    let checklist = version.reference.checklist
    let firsts = try rows(
      "SELECT id, min(version) AS since FROM version_step WHERE checklist = ? AND deleted = 0 GROUP BY id",
      [.text(checklist.text)])
    let versions = Dictionary(
      try versions(of: checklist).map { ($0.reference.number, $0) }, uniquingKeysWith: { first, _ in first })
    let carried = try foldedLessons(of: checklist).filter { ($0.foldedInto ?? 0) <= version.reference.number }
    let lessons = Dictionary(grouping: carried) { $0.carrier }
    let wanted = Set(version.steps.map(\.id))
    var origins: [StepID: StepOrigin] = [:]
    for row in firsts {
      let step = StepID(try row.text("id"))
      guard wanted.contains(step), let since = versions[try row.integer("since")] else { continue }
      origins[step] = StepOrigin(since: since, lessons: lessons[step] ?? [])
    }
    return origins
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
