import Domain
import Workflow

/// What would run where a step's command is run: all of its commands, each as it would.
struct CommandPlansQuestion: Question {
  let run: RunNumber
  let step: StepID
  var topic: String { "\(run)" }

  func answer(from backend: any Backend) throws -> [CommandPlan] {
    let run = try backend.run(run)
    let settings = try backend.commandSettings(of: run.team)
    let commands = run.steps.first { $0.id == step }?.commands ?? []
    if commands.isEmpty { return [try CommandPlan(step: step, of: run, settings: settings)] }
    return try commands.map { try CommandPlan(step: step, fence: $0.fence, of: run, settings: settings) }
  }
}

/// How far the commands of a run that are running are.
struct CommandStatesQuestion: Question {
  struct State: Sendable {
    var state: OutputState
    /// How long the same step's command took in earlier runs.
    var earlier: [Duration]
  }

  let run: RunNumber
  let checklist: ChecklistName
  let running: [Execution]
  var topic: String { "\(run)" }

  func answer(from backend: any Backend) throws -> [ExecutionNumber: State] {
    try running.reduce(into: [:]) { states, execution in
      // Where it can't be read, as of one that runs on another machine, the line says less, and is still right: the
      // output's own screen tells what is wrong.
      guard let state = try? backend.output(of: execution).state() else { return }
      states[execution.number] = State(
        state: state,
        earlier: try backend.earlierTimes(of: execution.step, in: checklist, before: execution.number))
    }
  }
}
