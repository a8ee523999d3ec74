import Domain

/// A run's steps as the lines of a list: headings of sections and groups, steps, and what failed under them.
enum StepList {
  enum Row: Hashable, Sendable {
    case section(Section)
    case group([String])
    case step(Step)
    /// An attempt that was not the last, or that failed: it stays in sight under its step.
    case attempt(Step, index: Int)
    /// A killer step's second person is still to come.
    case confirmation(Step)
    case owed(Step)
    /// The step's command runs, or has run and the step is still to be judged.
    case command(Step, Execution)

    /// The step that a click on the line is for.
    var step: Step? {
      switch self {
      case .section, .group: nil
      case .step(let step), .attempt(let step, _), .confirmation(let step), .owed(let step), .command(let step, _): step
      }
    }
  }

  /// The steps that the list shows: those of rollback too, to be read before they are needed.
  static func steps(of run: Run, filter: String) -> [Step] {
    let words = filter.lowercased().split(separator: " ")
    guard !words.isEmpty else { return run.steps }
    return run.steps.filter { step in
      let text = "\(step.number) \(step.id) \(step.text) \(run.progress(of: step.id).state.rawValue)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  /// - Parameters:
  ///   - steps: of the run, those that are shown.
  ///   - executions: of the run, oldest first.
  static func rows(of run: Run, _ steps: [Step], _ executions: [Execution]) -> [Row] {
    let last = Dictionary(executions.map { ($0.step, $0) }, uniquingKeysWith: { $1 })
    var rows: [Row] = []
    var section: Section?
    var group: [String] = []
    for step in steps {
      if step.section != section {
        section = step.section
        group = []
        rows.append(.section(step.section))
      }
      if step.group != group {
        group = step.group
        if !group.isEmpty { rows.append(.group(group)) }
      }
      rows.append(.step(step))
      let progress = run.progress(of: step.id)
      rows += remarks(on: step, progress)
      if let execution = last[step.id], execution.isRunning || progress.isOpenToJudgement {
        rows.append(.command(step, execution))
      }
    }
    return rows
  }

  private static func remarks(on step: Step, _ progress: StepProgress) -> [Row] {
    var rows: [Row] = []
    for (index, attempt) in progress.attempts.enumerated() where attempt.outcome == .failed {
      rows.append(.attempt(step, index: index))
    }
    if let last = progress.attempts.indices.last, let outcome = progress.attempts[last].outcome,
      outcome.needsReason, outcome != .failed
    {
      rows.append(.attempt(step, index: last))
    }
    if progress.isAwaitingConfirmation { rows.append(.confirmation(step)) }
    if !progress.owedReasons.isEmpty { rows.append(.owed(step)) }
    return rows
  }

  /// The rows of a step with its remarks, and its section's heading where that stands right above.
  static func range(of step: StepID?, in rows: [Row]) -> Range<Int> {
    guard let step, let index = rows.firstIndex(where: { $0.step?.id == step }) else { return 0..<0 }
    var end = index + 1
    while end < rows.count, rows[end].step?.id == step { end += 1 }
    var start = index
    while start > 0, rows[start - 1].step == nil { start -= 1 }
    return start..<end
  }

  /// Where work goes on: the step that one has claimed, else the first that is not settled.
  static func next(in run: Run, for who: Handle) -> StepID? {
    let steps = inOrderOfWork(run)
    let claimed = steps.first {
      let progress = run.progress(of: $0.id)
      return progress.state == .started && progress.lastAttempt?.startedBy == who
    }
    return (claimed ?? steps.first { !run.progress(of: $0.id).isSettled } ?? steps.first)?.id
  }

  /// Once rollback is entered, it is what work goes on with.
  private static func inOrderOfWork(_ run: Run) -> [Step] {
    let steps = steps(of: run, filter: "")
    guard run.progress.entered.contains(.rollback) else { return steps }
    return steps.filter { $0.section == .rollback } + steps.filter { $0.section != .rollback }
  }

  /// The next unsettled step after one, else the first of all; nil when everything is settled.
  static func next(in run: Run, after step: StepID) -> StepID? {
    let steps = steps(of: run, filter: "")
    let index = steps.firstIndex { $0.id == step } ?? 0
    func isUnsettled(_ step: Step) -> Bool { !run.progress(of: step.id).isSettled }
    return
      (steps[min(index + 1, steps.count)...].first(where: isUnsettled) ?? inOrderOfWork(run).first(where: isUnsettled))?
      .id
  }
}

extension StepProgress {
  /// Nobody has said what came of it: then what its command said is worth a line.
  fileprivate var isOpenToJudgement: Bool { state == .open || state == .started }
}
