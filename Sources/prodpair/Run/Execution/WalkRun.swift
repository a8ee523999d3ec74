import Domain
import Exchange
import Store
import Workflow

/// Takes a run on from where work goes on, step after step, as far as nobody but who sits here is needed.
struct WalkRun {
  /// Where it came to a stop, and what it takes there.
  struct Stop: Hashable {
    var step: StepID
    var number: Int
    var why: String
    var exitCode = ExecutionExit.personNeeded

    var words: String { "stopped at step \(number) \(step): \(why)" }
  }

  let executing: StepExecution
  private(set) var executed: [ExecutedStep] = []
  private(set) var stop: Stop?

  init(_ executing: StepExecution) { self.executing = executing }

  /// Ends with nothing left, with ``stop``, or by throwing what refused to begin a command.
  ///
  /// - Parameter report: told of each step as it ends.
  mutating func walk(report: (ExecutedStep) throws -> Void) throws {
    while stop == nil, let (run, step) = try next() {
      if let why = try whatItTakes(step, in: run) {
        if try executing.options.isNonInteractive || !isDone(step, in: run, asking: why) { halt(step, why) }
        continue
      }
      guard case .ended(let ended) = try executing.execute(step) else {
        return halt(step, "its command is left running", exitCode: ExecutionExit.interrupted)
      }
      executed.append(ended)
      try report(ended)
      guard ended.execution.verdict == .yes else { return halt(step, ended.said, exitCode: ended.exitCode) }
      if ended.isSettled { continue }
      let mayAsk = !executing.options.isNonInteractive && ended.execution.mode != .check
      if try !mayAsk || !isDone(step, in: ended.run, asking: nil) { halt(step, ended.whyNotTicked) }
    }
  }

  private mutating func halt(_ step: Step, _ why: String, exitCode: Int32 = ExecutionExit.personNeeded) {
    stop = Stop(step: step.id, number: step.number, why: why, exitCode: exitCode)
  }

  /// The first step that is not settled, and of one with steps under it the first of those.
  ///
  /// - Throws: `Refusal` for a run that takes no work.
  private func next() throws -> (Run, Step)? {
    let run = try executing.run
    switch run.state {
    case .running: break
    case .paused: throw Refusal.runPaused(run.number)
    case .planned: throw Refusal.runNotStarted(run.number)
    default: throw Refusal.runIsOver(run.number, run.state)
    }
    let unsettled = run.unsettledNow
    guard var step = unsettled.first else { return nil }
    while let child = unsettled.first(where: { $0.parent == step.id }) { step = child }
    return (run, step)
  }

  /// Why the step takes somebody before, or instead of, its command; nil where that can be run.
  private func whatItTakes(_ step: Step, in run: Run) throws -> String? {
    let progress = run.progress(of: step.id)
    if progress.isAwaitingConfirmation {
      return "its outcome waits for the other of the pair: prodpair run confirm \(run.number) \(step.id)"
    }
    if progress.state == .failed { return "it failed, and somebody has to decide how it goes on" }
    if step.mode == .manual { return "it is done by hand" }
    if let left = waits(step, in: run) { return left }
    guard executing.options.isNonInteractive else { return nil }
    if step.mode == .assisted { return "a person runs its command, and judges" }
    if step.isKiller { return "a killer step is for the two of the pair to settle" }
    if let asks = step.attributes.value { return "it asks for a value (\(asks))" }
    if step.commands.first.map({ step.fences[$0.fence].attributes?.isInteractive == true }) == true {
      return "its command may ask for something (interactive)"
    }
    let settings = try executing.session.store.read { try $0.commandSettings(of: run.team) }
    let missing = executing.secrets.missing(for: try CommandPlan(step: step.id, of: run, settings: settings))
    return missing.isEmpty ? nil : "\(ExecuteError.secretsToType(step.id, missing))"
  }

  /// What a wait that is not over says.
  private func waits(_ step: Step, in run: Run) -> String? {
    let settle = RunAction.settle(step.id, Settlement(.done, value: "…"))
    do throws(Refusal) {
      _ = try run.decide(settle, by: executing.session.actor, at: Moment(Session.now))
      return nil
    } catch {
      switch error {
      case .waitNotBegun, .waitNotOver: return "\(error)"
      default: return nil
      }
    }
  }

  /// Asks whoever sits here whether a step is done that a tick of theirs settles, and ticks it for them.
  private func isDone(_ step: Step, in run: Run, asking why: String?) throws -> Bool {
    guard !step.isKiller, run.progress(of: step.id).state != .failed, waits(step, in: run) == nil else { return false }
    if let why { Output.note(Self.text(of: FilledStep.of(step, in: run), why)) }
    var settlement = Settlement(.done)
    if let asks = step.attributes.value {
      guard let value = Asking.line("done, with the value (\(asks))") else { return false }
      settlement.value = value
    } else if !Asking.isYes("is it done?") {
      return false
    }
    try executing.session.perform(ActOnRun(run: run.number, action: .settle(step.id, settlement)))
    try Output.text(StepReport.text(try executing.run, [step]))
    return true
  }

  /// A step as it is read before it is done.
  private static func text(of step: Step, _ why: String) -> String {
    let body = step.body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return (["step \(step.number) \(step.id), \(why): \(step.text)"] + (step.body.isEmpty ? [] : body)).joined(
      separator: "\n")
  }
}
