import Domain

/// How many of a section's steps are settled, of those that the run's parameters call for.
struct SectionCount: Hashable, Sendable {
  var settled = 0
  var active = 0
  var hasFailure = false

  /// Takes a step into account.
  mutating func add(_ step: Step, _ progress: StepProgress, of run: Run) {
    guard step.attributes.condition?.holds(for: run.parameters) ?? true else { return }
    active += 1
    if progress.state != .inactive, progress.isSettled { settled += 1 }
    if progress.state == .failed { hasFailure = true }
  }

  var text: String { "\(settled)/\(active)" }
}
