extension Execution {
  /// As in `execution 12: bosh -n deploy`.
  public var beginning: String { "execution \(number): \(command.title)" }

  /// What came of it, as in `execution 12: exit 0 after 12s`, and for a check `execution 12: no: exit 1 after 3s`.
  public func words(of result: ExecutionResult) -> String {
    let verdict = mode == .check && result.verdict.isAnswer ? "\(result.verdict.rawValue): " : ""
    return "execution \(number): \(verdict)\(result.words)"
  }
}

extension ExecutionResult {
  /// As in `exit 1 after 3s, tried 5 times`.
  public var words: String {
    if case .notStarted = ending { return ending.words }
    let after = took.map { $0 < .seconds(1) ? " within a second" : " after \(StepDuration.text($0.roundedUp))" } ?? ""
    let tried = attempts > 1 ? ", tried \(attempts) times" : ""
    return ending.words + after + tried + remark
  }
}

extension ExecutionResult {
  /// What the exit code alone does not say.
  private var remark: String {
    switch (ending, verdict) {
    case (.exited(0), .no): ", and no line of the output matches"
    case (.exited(0), .couldNotRun): ", and its output could not be matched in time"
    case (.exited(127), _): ": a command was not found"
    case (.exited(126), _): ": a command could not be run"
    default: ""
    }
  }
}

extension ExecutionEnding {
  /// How it ended, for people; not sanitised.
  public var words: String {
    switch self {
    case .exited(let code): "exit \(code)"
    case .killed(let signal): "killed by signal \(signal)"
    case .notStarted(let why): "could not be run: \(why)"
    case .timedOut: "timed out"
    case .stopped(let who): who.map { "stopped by \($0)" } ?? "stopped"
    case .lost: "unknown: nobody saw how it ended"
    }
  }
}
