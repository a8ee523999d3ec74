import Domain

/// Writes down how a command ended and keeps what it printed; a check's yes ticks its step, where that takes nobody else.
public struct EndExecution: Command {
  public static let name = "execution-end"
  public static let undo = ActOnRun.undo

  public struct Output: Sendable {
    public var execution: Execution
    /// Whether the step was ticked.
    public var isTicked: Bool
    /// Why a yes did not tick it, where a rule refused that.
    public var refusal: Refusal?
  }

  public var number: ExecutionNumber
  public var ending: ExecutionEnding
  public var verdict: Verdict
  public var took: Duration?
  public var attempts: Int
  /// Without `kept`, which follows from the content.
  public var output: ExecutionOutput
  /// What is kept of the output, at most `ExecutionOutput.keptLimit` bytes; secrets are masked in it already.
  public var content: [UInt8]
  /// Whether a check's yes may tick the step: only for whoever ran it, at the end that was seen.
  public var mayTick: Bool

  public init(
    _ number: ExecutionNumber, ending: ExecutionEnding, verdict: Verdict, took: Duration?, attempts: Int = 1,
    output: ExecutionOutput, content: [UInt8], mayTick: Bool
  ) {
    self.number = number
    self.ending = ending
    self.verdict = verdict
    self.took = took
    self.attempts = attempts
    self.output = output
    self.content = content
    self.mayTick = mayTick
  }

  /// One that has ended stays as it is, unless nobody knew how: then what is known now is written down beside it.
  public func perform(in transaction: Transaction) throws -> Output {
    var execution = try transaction.execution(number)
    if let before = execution.result, before.ending != .lost || ending == .lost {
      return Output(execution: execution, isTicked: false)
    }
    var output = output
    output.kept =
      content.isEmpty
      ? nil
      : try transaction.keep(
        content, as: Execution.outputName(number.value), limit: ExecutionOutput.keptLimit)
    let result = ExecutionResult(
      ending: ending, verdict: verdict, endedAt: transaction.now, took: took, attempts: attempts, output: output)
    execution.result = result
    try transaction.update(.execution, [Value(number.value)], set: try result.columns())
    let words = execution.words(of: result)
    let action = RunAction.endCommand(execution.step, begun: execution.startedEntry, text: words, output.kept)
    _ = try ActOnRun(run: execution.run, action: action).perform(in: transaction)
    guard mayTick, verdict == .yes, try transaction.run(execution.run).takesTick(ofCheck: execution.step) else {
      return Output(execution: execution, isTicked: false)
    }
    do {
      let tick = RunAction.settle(execution.step, Settlement(.done, value: words))
      _ = try ActOnRun(run: execution.run, action: tick).perform(in: transaction)
      return Output(execution: execution, isTicked: true)
    } catch let refusal as Refusal {
      // Nothing of the tick was written: what refuses it is asked before anything is.
      return Output(execution: execution, isTicked: false, refusal: refusal)
    }
  }
}
