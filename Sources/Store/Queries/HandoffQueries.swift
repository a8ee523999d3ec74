import Domain

/// What a hand-over and a stand-up are made from.
extension Reading {
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
      redlines: redlines, items: items, toil: try toil(of: team, in: window))
  }

  /// The steps that a run put off in a window and that are still as they were left.
  private func deferrals(of number: RunNumber, in window: DutyWindow) throws -> [DeferredStep] {
    let said = try first(
      "SELECT 1 AS found FROM run_entry WHERE run = ? AND kind = ? AND at >= ? AND at < ? LIMIT 1",
      [Value(number.value), .text(EntryKind.deferred.rawValue), Value(window.start), Value(window.end)])
    guard said != nil else { return [] }
    let run = try run(number)
    return run.steps.compactMap { step in
      guard run.progress(of: step.id).state == .deferred,
        let entry = run.entries.last(where: { $0.kind == .deferred && $0.step == step.id }),
        window.contains(entry.at)
      else { return nil }
      return DeferredStep(
        run: number, step: step.id, text: step.text, reason: entry.reason ?? "", by: entry.by, at: entry.at)
    }
  }
}
