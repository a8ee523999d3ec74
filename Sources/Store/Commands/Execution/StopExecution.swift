import Domain

/// Writes down that somebody wants a command stopped, before it is: so that the record says who.
public struct StopExecution: Command {
  public static let name = "execution-stop"
  public static let undo = ActOnRun.undo

  public var number: ExecutionNumber

  public init(_ number: ExecutionNumber) { self.number = number }

  /// - Throws: `Refusal.commandNotRunning`.
  public func perform(in transaction: Transaction) throws -> Execution {
    let execution = try transaction.execution(number)
    guard execution.isRunning else { throw Refusal.commandNotRunning(number) }
    let action = RunAction.stopCommand(
      execution.step, begun: execution.startedEntry, text: "execution \(number)")
    _ = try ActOnRun(run: execution.run, action: action).perform(in: transaction)
    return execution
  }
}
