import Domain
import Store
import Workflow

/// `run exec --watch` and `--stop`: a command that somebody has begun.
struct AttendExecution {
  let executing: StepExecution
  /// The run's only command that runs when nil.
  let step: Step?

  func watch() throws -> StepExecution.Ended { try executing.follow(try attended(), isOwn: false) }

  func stop() throws -> StepExecution.Ended {
    let execution = try attended()
    guard execution.isRunning else { throw Refusal.commandNotRunning(execution.number) }
    try StopExecutionNow.stop(execution, in: executing.session)
    Output.note("execution \(execution.number) is being stopped: an interrupt now, TERM in 5 s, KILL in 10 s")
    return executing.options.detach
      ? .left(execution) : try executing.follow(execution, isOwn: false, lastBytes: Self.shownAtStop)
  }

  /// Whoever stops a command wants to see it end, and not all that it printed.
  private static let shownAtStop = 2000

  private func attended() throws -> Execution {
    let run = executing.number
    let all = try executing.session.store.read { reader in
      _ = try reader.run(run)
      return try reader.executions(of: run)
    }
    if let step {
      let ofStep = all.filter { $0.step == step.id }
      guard let execution = ofStep.last(where: \.isRunning) ?? ofStep.last else {
        throw ExecuteError.nothingRuns(run, step.id)
      }
      return execution
    }
    let running = all.filter(\.isRunning)
    guard let execution = running.first else { throw ExecuteError.nothingRuns(run, nil) }
    guard running.count == 1 else { throw ExecuteError.severalRun(run, running.map(\.step)) }
    return execution
  }
}
