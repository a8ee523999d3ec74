import Domain

/// An execution as it is written down, and what is told beside it.
struct ExecutionQuestion: Question {
  struct Answer: Sendable {
    var execution: Execution
    /// How long the same step's command took in earlier runs.
    var earlier: [Duration]
    /// The step's last one, where another ran after it.
    var later: ExecutionNumber?
  }

  let number: ExecutionNumber
  let checklist: ChecklistName?
  var topic: String { "\(number)" }

  func answer(from backend: any Backend) throws -> Answer {
    let execution = try backend.execution(number)
    let checklist = try checklist ?? backend.run(execution.run).version.reference.checklist
    let others = try backend.executions(of: execution.run).filter { $0.step == execution.step }
    return Answer(
      execution: execution,
      earlier: try backend.earlierTimes(of: execution.step, in: checklist, before: number),
      later: others.last.map(\.number).flatMap { $0 == number ? nil : $0 })
  }
}

/// The stretch of an output that a screen shows.
struct OutputPageQuestion: Question {
  struct Answer: Sendable {
    var page: OutputPage
    var state: OutputState
  }

  let execution: Execution
  let place: OutputLoading.Place
  var topic: String { "\(execution.number)" }

  func answer(from backend: any Backend) throws -> Answer {
    let source = try backend.output(of: execution)
    let state = try source.state()
    return Answer(page: try OutputLoading(source: source).page(place, size: state.size), state: state)
  }
}

/// More of an output, as soon as there is some; and its end where that is wanted.
struct OutputGrowthQuestion: Question {
  struct Answer: Sendable {
    var state: OutputState
    var end: OutputPage?
  }

  let execution: Execution
  let since: OutputState
  let wantsEnd: Bool
  /// Sets one opening of the screen apart from the next, which need not wait for this one's answer.
  let opening: Int
  var topic: String { "\(execution.number) \(opening)" }
  var waits: Bool { true }

  func answer(from backend: any Backend) throws -> Answer {
    let source = try backend.output(of: execution)
    let state = try source.waitForChange(since: since, upTo: .seconds(1))
    let end =
      wantsEnd && state.size != since.size ? try OutputLoading(source: source).page(.end, size: state.size) : nil
    return Answer(state: state, end: end)
  }
}
