/// A step's command that was run, or runs: what, by whom, and how it ended.
public struct Execution: Hashable, Sendable {
  public var number: ExecutionNumber
  public var run: RunNumber
  public var step: StepID
  /// As it is: the mode decides what a yes does.
  public var mode: StepMode
  public var command: StepCommand
  public var by: Handle
  /// The directory that it runs in, an absolute path.
  public var directory: String
  /// The machine that it runs on.
  public var host: String
  /// The name of its folder beside the store, where its output stands while it runs (``ExecutionSpool``).
  public var spool: String
  public var startedAt: Instant
  /// The run's entry that says that it began.
  public var startedEntry: Int
  /// Nil while it runs.
  public var result: ExecutionResult?

  public init(
    number: ExecutionNumber, run: RunNumber, step: StepID, mode: StepMode, command: StepCommand, by: Handle,
    directory: String, host: String, spool: String, startedAt: Instant, startedEntry: Int,
    result: ExecutionResult? = nil
  ) {
    self.number = number
    self.run = run
    self.step = step
    self.mode = mode
    self.command = command
    self.by = by
    self.directory = directory
    self.host = host
    self.spool = spool
    self.startedAt = startedAt
    self.startedEntry = startedEntry
    self.result = result
  }

  public var isRunning: Bool { result == nil }
  public var verdict: Verdict? { result?.verdict }
}

extension [Execution] {
  /// The step's last one where that is a check that said no: its step is failed, tried again or overridden with a reason,
  /// and not simply done.
  public func denial(of step: StepID) -> Execution? {
    last { $0.step == step }.flatMap { $0.mode == .check && $0.verdict == .no ? $0 : nil }
  }
}

/// How an execution ended, and what it printed.
public struct ExecutionResult: Hashable, Sendable {
  public var ending: ExecutionEnding
  public var verdict: Verdict
  public var endedAt: Instant
  /// By a clock that nobody sets; nil where the end was not seen.
  public var took: Duration?
  /// How often it was tried, from 1 (`attempts:`).
  public var attempts: Int
  public var output: ExecutionOutput

  public init(
    ending: ExecutionEnding, verdict: Verdict, endedAt: Instant, took: Duration?, attempts: Int = 1,
    output: ExecutionOutput
  ) {
    self.ending = ending
    self.verdict = verdict
    self.endedAt = endedAt
    self.took = took
    self.attempts = attempts
    self.output = output
  }
}

/// What a command printed, as far as it is told of without reading all of it.
public struct ExecutionOutput: Hashable, Sendable {
  /// What is kept of it, as evidence; nil where it printed nothing, or nothing could be kept.
  public var kept: Evidence?
  /// All that it printed, in bytes.
  public var size: Int
  /// Its first lines, up to `ExecutionOutput.shownLines`, without escape sequences; not sanitised.
  public var head: String
  /// Its last lines, likewise, where `head` is not all.
  public var tail: String
  /// How many lines there are between both; 0 where there are none.
  public var linesBetween: Int
  /// The line that says why it failed; nil where it did not, or none does.
  public var failingLine: String?
  public var progress: OutputProgress?

  /// 64 MiB: of more, the first and the last half of that are kept.
  public static let keptLimit = 64 << 20
  public static let shownLines = 20

  public init(
    kept: Evidence? = nil, size: Int = 0, head: String = "", tail: String = "", linesBetween: Int = 0,
    failingLine: String? = nil, progress: OutputProgress? = nil
  ) {
    self.kept = kept
    self.size = size
    self.head = head
    self.tail = tail
    self.linesBetween = linesBetween
    self.failingLine = failingLine
    self.progress = progress
  }
}
