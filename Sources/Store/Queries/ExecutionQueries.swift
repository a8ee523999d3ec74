import Domain

extension Reading {
  public func execution(_ number: ExecutionNumber) throws -> Execution {
    guard let row = try rows("SELECT * FROM execution WHERE number = ?", [Value(number.value)]).first else {
      throw Missing.execution(number)
    }
    return try Execution(row)
  }

  /// The executions of a run, oldest first.
  public func executions(of run: RunNumber) throws -> [Execution] {
    try rows("SELECT * FROM execution WHERE run = ? ORDER BY number", [Value(run.value)]).map(Execution.init)
  }

  /// The step's last execution, where that is a check that said no (`[Execution].denial(of:)`).
  func denial(of step: StepID, on run: RunNumber) throws -> ExecutionNumber? {
    let last = try first(
      "SELECT number, mode, verdict FROM execution WHERE run = ? AND step = ? ORDER BY number DESC LIMIT 1",
      [Value(run.value), .text(step.text)])
    guard let last, try last.text("mode") == StepMode.check.rawValue,
      try last.optionalText("verdict") == Verdict.no.rawValue
    else { return nil }
    return ExecutionNumber(try last.integer("number"))
  }

  /// Those whose end is not written down, of all runs, oldest first.
  public func runningExecutions() throws -> [Execution] {
    try rows("SELECT * FROM execution WHERE ended_at IS NULL ORDER BY number").map(Execution.init)
  }

  /// Those of which nobody saw the end, where the step has not been run since and waits for somebody, of all runs that go
  /// on; oldest first.
  public func unsettledLostExecutions() throws -> [Execution] {
    try rows(
      """
      SELECT execution.* FROM execution JOIN run ON run.number = execution.run
      WHERE execution.verdict = 'unknown' AND run.ended_at IS NULL AND run.deleted = 0 AND NOT EXISTS (
        SELECT 1 FROM execution AS later
        WHERE later.run = execution.run AND later.step = execution.step AND later.number > execution.number)
      ORDER BY execution.number
      """
    ).map { try Execution($0) }.filter { execution in
      try !run(execution.run).progress(of: execution.step).isSettled
    }
  }

  /// How the step's command went in earlier runs of the checklist, newest first: those that ended with a yes.
  public func earlierExecutions(
    of step: StepID, in checklist: ChecklistName, before number: ExecutionNumber? = nil, limit: Int = 20
  ) throws -> [Execution] {
    try rows(
      """
      SELECT execution.* FROM execution JOIN run ON run.number = execution.run
      WHERE execution.step = ? AND execution.number < ? AND verdict = 'yes' AND run.checklist = ?
      ORDER BY execution.number DESC LIMIT ?
      """,
      [
        .text(step.text), Value(number?.value ?? Int.max), .text(checklist.text), Value(limit),
      ]
    ).map(Execution.init)
  }

  /// What is kept of its output; nothing where it printed nothing, or runs.
  public func output(of number: ExecutionNumber) throws -> [UInt8] {
    guard let kept = try execution(number).result?.output.kept else { return [] }
    return try evidence(kept.sha256)
  }

  /// The same in parts, first to last.
  public func forEachPart(ofOutput number: ExecutionNumber, _ body: ([UInt8]) throws -> Void) throws {
    guard let kept = try execution(number).result?.output.kept else { return }
    guard let row = try first("SELECT rowid AS place FROM evidence WHERE sha256 = ?", [.text(kept.sha256)]) else {
      throw Missing.evidence(kept.sha256)
    }
    try forEachPart(of: "content", in: "evidence", rowid: try row.integer("place"), body)
  }

  /// The defaults where the team has said nothing.
  public func commandSettings(of team: TeamName) throws -> CommandSettings {
    try rows("SELECT * FROM team_command WHERE team = ? AND deleted = 0", [.text(team.text)]).first
      .map(CommandSettings.init) ?? CommandSettings()
  }
}
