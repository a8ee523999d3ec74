import Domain
import Exchange

/// What `run exec --json` prints, as docs/json.md describes it.
enum ExecutedStepJSON {
  /// - Parameters:
  ///   - executed: what has ended; several where no step was named.
  ///   - running: what was begun or followed, and left while it runs.
  static func json(
    _ executed: [ExecutedStep], running: Execution? = nil, stop: WalkRun.Stop? = nil, of run: Run
  ) -> JSON {
    let count = run.progress.count(in: run.version, parameters: run.parameters)
    let ended = executed.map { step in
      json(step.execution, state: step.state, isTicked: step.isTicked, todo: step.todo)
    }
    let left = running.map { json($0, state: run.progress(of: $0.step).state, isTicked: false, todo: []) }
    return [
      "run": .integer(run.number.value),
      "state": .string(run.state.rawValue),
      "executions": .array(ended + (left.map { [$0] } ?? [])),
      "stoppedAt": stop.map {
        ["step": JSON($0.step), "number": .integer($0.number), "why": .string($0.why)]
      } ?? .null,
      "settledSteps": .integer(count.settled),
      "activeSteps": .integer(count.active),
    ]
  }

  private static func json(_ execution: Execution, state: StepState, isTicked: Bool, todo: [String]) -> JSON {
    ExecutionJSON.json(
      execution,
      adding: ["stepState": .string(state.rawValue), "ticked": .bool(isTicked), "todo": JSON(todo)])
  }
}
