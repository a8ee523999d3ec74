import Domain

extension Execution {
  init(_ row: Row) throws {
    let number = try row.integer("number")
    guard let mode = StepMode(rawValue: try row.text("mode")) else {
      throw row.corrupt("mode", "is unknown in execution \(number)")
    }
    let command = StepCommand(
      fence: try row.integer("fence"), name: try row.optionalText("name"),
      interpreter: try JSONColumn.texts(row, "interpreter"), code: try row.text("code"))
    self.init(
      number: ExecutionNumber(number), run: RunNumber(try row.integer("run")), step: StepID(try row.text("step")),
      mode: mode, command: command, by: Handle(try row.text("by")), directory: try row.text("directory"),
      host: try row.text("host"), spool: try row.text("spool"), startedAt: try row.instant("started_at"),
      startedEntry: try row.integer("started_entry"), result: try ExecutionResult(row))
  }

  /// What is known at its beginning.
  func row() throws -> Row {
    [
      "number": Value(number.value), "run": Value(run.value), "step": .text(step.text), "mode": .text(mode.rawValue),
      "fence": Value(command.fence), "name": Value(command.name),
      "interpreter": .text(try JSONColumn.text(command.interpreter)), "code": .text(command.code),
      "by": .text(by.text), "directory": .text(directory), "host": .text(host), "spool": .text(spool),
      "started_at": Value(startedAt), "started_entry": Value(startedEntry), "deleted": 0,
    ]
  }
}

extension ExecutionResult {
  /// Nil while it runs.
  fileprivate init?(_ row: Row) throws {
    guard let endedAt = try row.optionalInstant("ended_at") else { return nil }
    guard let verdict = Verdict(rawValue: try row.text("verdict")) else {
      throw row.corrupt("verdict", "is unknown in execution \(try row.integer("number"))")
    }
    let kept = try row.optionalText("output_sha256").map {
      Evidence(sha256: $0, size: try row.integer("output_kept"), name: Execution.outputName(try row.integer("number")))
    }
    let output = ExecutionOutput(
      kept: kept, size: try row.integer("output_size"), head: try row.optionalText("output_head") ?? "",
      tail: try row.optionalText("output_tail") ?? "", linesBetween: try row.integer("output_between"),
      failingLine: try row.optionalText("failing_line"),
      progress: try row.optionalText("progress") == nil
        ? nil : try JSONColumn.value(OutputProgress.self, row, "progress"))
    self.init(
      ending: try ExecutionEnding(row), verdict: verdict, endedAt: endedAt,
      took: try row.optionalInteger("took").map { .milliseconds($0) }, attempts: try row.integer("attempts"),
      output: output)
  }

  func columns() throws -> Row {
    [
      "ended_at": Value(endedAt), "ending": .text(ending.name), "ending_code": Value(ending.code),
      "ending_words": Value(ending.kept), "verdict": .text(verdict.rawValue),
      "took": took.map { .integer($0.wholeMilliseconds) } ?? .null,
      "attempts": Value(attempts), "output_sha256": Value(output.kept?.sha256), "output_kept": Value(output.kept?.size),
      "output_size": Value(output.size), "output_head": .text(output.head), "output_tail": .text(output.tail),
      "output_between": Value(output.linesBetween), "failing_line": Value(output.failingLine),
      "progress": try output.progress.map { .text(try JSONColumn.text($0)) } ?? .null,
    ]
  }
}

extension Execution {
  /// What its output is called as evidence.
  static func outputName(_ number: Int) -> String { "execution-\(number).log" }
}

extension ExecutionEnding {
  fileprivate init(_ row: Row) throws {
    func code() throws -> Int { try row.integer("ending_code") }
    let words = try row.optionalText("ending_words")
    self =
      switch try row.text("ending") {
      case "exited": .exited(try code())
      case "killed": .killed(signal: try code())
      case "not-started": .notStarted(words ?? "")
      case "timed-out": .timedOut
      case "stopped": .stopped(by: words.map { Handle($0) })
      case "lost": .lost
      default: throw row.corrupt("ending", "is unknown")
      }
  }

  fileprivate var kept: String? {
    switch self {
    case .notStarted(let why): why
    case .stopped(let who): who?.text
    case .exited, .killed, .timedOut, .lost: nil
    }
  }
}

extension CommandSettings {
  init(_ row: Row) throws {
    self.init(
      directory: try row.optionalText("directory"),
      variables: try JSONColumn.pairs(row, "variables"),
      passed: try JSONColumn.texts(row, "passed"))
  }

  func row(of team: TeamName) throws -> Row {
    [
      "team": .text(team.text), "directory": Value(directory), "variables": .text(try JSONColumn.text(variables)),
      "passed": .text(try JSONColumn.text(passed)), "deleted": 0,
    ]
  }
}
