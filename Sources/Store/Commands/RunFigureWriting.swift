import Domain

/// What figures look at of a run is kept as its entries are written. It is made of them, so the journal has none of it.
extension Transaction {
  /// - Parameter entries: the new ones, which the run has already; only the steps that they name are looked at anew.
  func keepFigures(of run: Run, after entries: [Entry]) throws {
    let number = Value(run.number.value)
    for step in Set(entries.compactMap(\.step)) {
      guard let figures = StepFigures(run.progress(of: step)) else {
        try put("DELETE FROM run_step WHERE run = ? AND step = ?", [number, .text(step.text)])
        continue
      }
      try put(StepFigures.insertion, [number, .text(step.text)] + figures.values)
    }
    try put(RunFigures(run), of: run)
  }

  /// Most entries change the counts alone; then the row stays where it is in its index, which is not written to.
  private func put(_ figures: RunFigures, of run: Run) throws {
    let place: [Value] = [Value(run.number.value), .text(run.team.text), figures.latest(of: run)]
    guard try first(RunFigures.change, figures.values + place) == nil else { return }
    try put(RunFigures.insertion, figures.values + place)
  }

  private func put(_ sql: String, _ values: [Value]) throws { try forEachRow(sql, values) { _ in } }
}

extension StepFigures {
  static let insertion = """
    INSERT OR REPLACE INTO run_step (run, step, outcome, at, first_at, failed, failed_at, took)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """

  var values: [Value] {
    [
      .text(outcome.rawValue), Value(at), Value(firstAt), Value(failed), Value(failedAt),
      took.map { .integer($0.wholeMilliseconds) } ?? .null,
    ]
  }
}

extension RunFigures {
  private static let columns = """
    deployed_at, deploy_failed, mended_at, back_at, back_failed, back_mended_at, rollback_entered_at, rolled_back_at, \
    rolled_back_by, steps_ran, steps_failed, steps_skipped, steps_overridden, expected, commits
    """
  /// Takes ``values``, and then the run, its team and its latest time, as does the insertion. Gives the run if its row was there.
  static let change = """
    UPDATE run_figure SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    WHERE run = ? AND team = ? AND latest_at = ? RETURNING run
    """
  static let insertion = """
    INSERT OR REPLACE INTO run_figure (\(columns), run, team, latest_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  var values: [Value] {
    [
      Value(deployment?.at), Value(deployment?.hasFailed ?? false), Value(deployment?.mendedAt),
      Value(rollback?.at), Value(rollback?.hasFailed ?? false), Value(rollback?.mendedAt), Value(rollbackEnteredAt),
      Value(rolledBackAt), Value(rolledBackBy?.value), Value(steps.ran), Value(steps.failed), Value(steps.skipped),
      Value(steps.overridden), expected.map { .integer($0.wholeMilliseconds) } ?? .null, Value(commits),
    ]
  }

  /// The last of its times that figures look at.
  func latest(of run: Run) -> Value {
    let times = [run.progress.startedAt, run.progress.endedAt, deployment?.at, rollback?.at, rolledBackAt]
    return Value(times.compactMap(\.self).max() ?? Instant(milliseconds: 0))
  }
}
