import Domain
import Exchange
import Foundation
import Host
import Store
import Workflow

/// The commands of one run, run on the command line one at a time: shown, asked about, begun, followed.
struct StepExecution {
  let session: Session
  let number: RunNumber
  let options: ExecutionOptions
  /// `--as`.
  let actingAs: Handle?
  let secrets: GivenSecrets

  enum Ended {
    case ended(ExecutedStep)
    /// Begun, and nobody follows it: as it was asked for.
    case left(Execution)
    /// It runs, and somebody has had enough of following it.
    case leftByInterrupt(Execution)
  }

  var run: Run {
    get throws { try session.store.read { try $0.run(number) } }
  }

  /// Runs a step's command and follows it to its end; where one of the step's runs already, that is followed.
  ///
  /// - Throws: `Refusal` and `ExecuteError` before anything is run.
  func execute(_ step: Step) throws -> Ended {
    let fence = try options.fence.map { try step.fence(named: $0) }
    let (run, settings, running) = try session.store.read { reader in
      let run = try reader.run(number)
      return (
        run, try reader.commandSettings(of: run.team),
        try reader.runningExecutions().first { $0.run == number && $0.step == step.id }
      )
    }
    let plan = try CommandPlan(step: step.id, fence: fence, of: run, settings: settings)
    if let running { return try join(running) }
    _ = try run.decide(.beginCommand(step.id, text: ""), by: session.actor, at: Moment(Session.now))
    let missing = secrets.missing(for: plan)
    guard missing.isEmpty else { throw ExecuteError.secretsToType(step.id, missing) }
    let environment = ProcessInfo.processInfo.environment
    Output.note(PlanText.text(plan, environment: environment, tellsPassed: true) + "\n\n")
    if Asking.isPossible, !options.yes, !options.isNonInteractive, !Asking.isYes("run it?") {
      throw ExecuteError.declined(step.id)
    }
    let values = try secrets.values(for: plan)
    // From here on ^C stops the command, also before anybody can see that it has begun.
    return try InterruptCount.counting { try begin(plan, fence: fence, secrets: values) }
  }

  private func begin(_ plan: CommandPlan, fence: Int?, secrets: [String: String]) throws -> Ended {
    let order = ExecutionOrder(
      storePath: FileAccess.realPath(session.store.path), run: number, step: plan.step.id, fence: fence,
      actingAs: actingAs, secrets: secrets, environment: ProcessInfo.processInfo.environment)
    switch try LaunchExecution().launch(order) {
    case .refused(let why, let exitCode): throw Failure(exitCode: exitCode, message: why)
    case .running(let other): return try join(try execution(other))
    case .began(let begun):
      let again = "prodpair run exec \(number) \(plan.step.id)"
      if options.detach {
        if !options.isJSON { try Output.text("\(begun)") }
        Output.note("it runs; `\(again) --watch` follows it, `--stop` stops it")
        return .left(try execution(begun))
      }
      Output.note("execution \(begun) runs, and goes on when this terminal is gone; ^C stops it")
      return try follow(try execution(begun), isOwn: true)
    }
  }

  /// Follows what somebody else has begun, or what has ended meanwhile.
  private func join(_ execution: Execution) throws -> Ended {
    if options.detach {
      throw ExecuteError.runsAlready(execution.number, execution.step, by: execution.by)
    }
    let clock = try session.store.read { try $0.clock(of: try $0.run(number).team) }
    Output.note(
      "a command of step \(execution.step) runs already: execution \(execution.number), begun by \(execution.by) at "
        + "\(clock.time(execution.startedAt, near: Session.now)); this follows it, and ^C leaves it running")
    return try follow(execution, isOwn: false)
  }

  /// - Parameter lastBytes: where it begins, from the end of what there is; nil for all of it.
  func follow(_ execution: Execution, isOwn: Bool, lastBytes: Int? = nil) throws -> Ended {
    let follow = FollowExecution(session: session, isOwn: isOwn, isBeside: options.isJSON, lastBytes: lastBytes)
    guard let ended = try follow.follow(execution) else { return .leftByInterrupt(execution) }
    return .ended(try ExecutedStep(ended, in: try run, by: session.actor, at: Session.now))
  }

  func execution(_ number: Int) throws -> Execution {
    try session.store.read { try $0.execution(ExecutionNumber(number)) }
  }
}
