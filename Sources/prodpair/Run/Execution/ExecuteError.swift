import Domain

/// Why `run exec` did not run a command, or did not go on. Nothing of the run was changed by it.
enum ExecuteError: Error, Hashable {
  /// Whoever was asked said no.
  case declined(StepID)
  /// It takes somebody who is asked, and nobody can be.
  case secretsToType(StepID, [String])
  /// No step was named, and there is no terminal to ask at.
  case noStep(RunNumber)
  case nothingRuns(RunNumber, StepID?)
  case severalRun(RunNumber, [StepID])
  /// `--detach`, and one of the step runs already.
  case runsAlready(ExecutionNumber, StepID, by: Handle)
  case noSuchFence(String, step: StepID, known: [String])
  case fenceIsNoCommand(Int, StepID)
  case noSuchSecret(String, known: [String])
  case secretUnusable(String)
}

extension ExecuteError: CustomStringConvertible {
  var description: String {
    switch self {
    case .declined(let step): "nothing was run: step \(step) is as it was"
    case .secretsToType(let step, let names):
      "the command of step \(step) takes \(Self.list(names)), to be typed, and there is nobody to ask: "
        + names.map { "--secret-from \($0)=FILE" }.joined(separator: " ") + "; nothing was run"
    case .noStep(let run):
      "standard input is no terminal, so nobody can be asked before each command of run \(run): name the step, or "
        + "add --non-interactive to go on as far as checks say yes"
    case .nothingRuns(let run, nil): "no command runs in run \(run)"
    case .nothingRuns(let run, let step?):
      "no command of step \(step) was ever run in run \(run): begin it with `run exec \(run) \(step)`"
    case .severalRun(let run, let steps):
      "several commands run in run \(run) (\(steps.map(\.text).joined(separator: ", "))): name the step"
    case .runsAlready(let number, let step, let by):
      "nothing was begun: a command of step \(step) runs already, begun by \(by) (execution \(number)); follow it with --watch"
    case .noSuchFence(let name, let step, let known):
      "step \(step) has no fence \(name): \(known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))")"
    case .fenceIsNoCommand(let number, let step):
      "fence \(number) of step \(step) is no command: nothing is known that would run it"
    case .noSuchSecret(let name, let known):
      known.isEmpty
        ? "\(name) is no secret of this checklist, which declares none"
        : "\(name) is no secret of this checklist: it has \(known.joined(separator: ", "))"
    case .secretUnusable(let name):
      "the secret \(name) can't be given to a command: it is no UTF-8 text, or has a NUL in it; nothing was run"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count == 1 ? "a secret (\(names[0]))" : "secrets (\(names.joined(separator: ", ")))"
  }

  var exitCode: Int32 {
    switch self {
    case .declined, .nothingRuns, .runsAlready: 1
    case .secretsToType: ExecutionExit.personNeeded
    case .noStep, .severalRun: 64
    case .fenceIsNoCommand, .noSuchSecret, .secretUnusable: 65
    case .noSuchFence: 66
    }
  }
}
