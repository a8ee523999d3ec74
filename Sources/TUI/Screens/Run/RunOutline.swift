import Domain

/// What is drawn of a run's steps, worked out once for each change of the run and not for each picture of it.
///
/// It never changes, and the copies of a screen share it.
final class RunOutline: Sendable {
  /// Those that the filter lets through.
  let steps: [Step]
  let rows: [StepList.Row]
  /// Of sections that have steps, whatever the filter.
  private let counts: [Section: SectionCount]
  /// Those that somebody is at, in the order of the run.
  let started: [Step]
  let lastFailed: Step?

  init(_ run: Run, filter: String, _ executions: [Execution]) {
    steps = StepList.steps(of: run, filter: filter)
    rows = StepList.rows(of: run, steps, executions)
    var counts: [Section: SectionCount] = [:]
    var started: [Step] = []
    var lastFailed: Step?
    for step in run.steps {
      let progress = run.progress(of: step.id)
      counts[step.section, default: SectionCount()].add(step, progress, of: run)
      if progress.state == .started { started.append(step) }
      if progress.state == .failed { lastFailed = step }
    }
    self.counts = counts
    self.started = started
    self.lastFailed = lastFailed
  }

  func hasSteps(in section: Section) -> Bool { counts[section] != nil }

  func count(_ section: Section) -> SectionCount { counts[section] ?? SectionCount() }
}
