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
  let wanted: OutputLoading.Wanted
  var topic: String { "\(execution.number)" }

  func answer(from backend: any Backend) throws -> Answer {
    let source = try backend.output(of: execution)
    let state = try source.state()
    let page = try OutputLoading(source: source).page(wanted.place, size: state.size, for: wanted.window)
    return Answer(page: page, state: state)
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
  /// The window that its end is to fill; nil where the end is not wanted.
  let window: OutputWindow?
  /// Sets one opening of the screen apart from the next, which need not wait for this one's answer.
  let opening: Int
  var topic: String { "\(execution.number) \(opening)" }
  var waits: Bool { true }

  func answer(from backend: any Backend) throws -> Answer {
    let source = try backend.output(of: execution)
    let state = try source.waitForChange(since: since, upTo: .seconds(1))
    guard let window, state.size != since.size else { return Answer(state: state, end: nil) }
    return Answer(state: state, end: try OutputLoading(source: source).page(.end, size: state.size, for: window))
  }
}
