import Domain

/// Writes down that a step's command begins, and claims the step for it. What watches over the command does so, right
/// before it starts the command.
public struct StartExecution: Command {
  public static let name = "execution-start"
  public static let undo = ActOnRun.undo

  public var run: RunNumber
  public var step: StepID
  /// The fence's place among the step's, from 0; the first that is a command when nil.
  public var fence: Int?
  public var directory: String
  public var host: String
  public var spool: String

  public init(run: RunNumber, step: StepID, fence: Int? = nil, directory: String, host: String, spool: String) {
    self.run = run
    self.step = step
    self.fence = fence
    self.directory = directory
    self.host = host
    self.spool = spool
  }

  /// - Throws: `Refusal`; `commandRunning` where a command of the step runs already.
  public func perform(in transaction: Transaction) throws -> Execution {
    let run = try transaction.run(run)
    guard let step = run.steps.first(where: { $0.id == step }) else {
      throw Missing.step(step, of: run.version.reference)
    }
    if let running = try transaction.runningExecutions().first(where: { $0.run == run.number && $0.step == step.id }) {
      throw Refusal.commandRunning(step.id, running.number, by: running.by)
    }
    guard let command = step.commands.first(where: { fence == nil || $0.fence == fence }) else {
      throw Refusal.noCommand(step.id)
    }
    let last = try transaction.first("SELECT max(number) AS number FROM execution")?.optionalInteger("number") ?? 0
    var execution = Execution(
      number: ExecutionNumber(last + 1), run: run.number, step: step.id, mode: step.mode, command: command,
      by: transaction.actor.handle, directory: directory, host: host, spool: spool, startedAt: transaction.now,
      startedEntry: 0)
    let action = RunAction.beginCommand(step.id, text: execution.beginning)
    execution.startedEntry = try ActOnRun(run: run.number, action: action).perform(in: transaction).last?.seq ?? 0
    try transaction.insert(.execution, try execution.row(), isNew: true)
    return execution
  }
}
