import Domain
import Foundation

/// A run with everything a reader needs beside it: what `run show` prints as text, JSON and Markdown.
public struct RunRecord: Sendable {
  public var run: Run
  /// The team's own time, which the text and the page are told in; JSON is in UTC.
  public var clock: LocalClock
  /// Names of the people who have one.
  public var names: [Handle: String]
  /// For how long an active run has been going; a finished run's record doesn't depend on it.
  public var now: Instant
  /// Lines that say what changed since each of the pair last ran the checklist (rule 8).
  public var changes: [String]
  /// Who is to run it, while it is only planned and nobody has joined.
  public var plannedPair: [Handle]
  /// The day by which a run for an incident is to be reviewed, `YYYY-MM-DD` (rule 4).
  public var reviewDue: String?
  /// What was learned from the run, and what became of it; in the order of their numbers.
  public var lessons: [Lesson]
  /// What the run carries, in the hand-set order of the backlog.
  public var items: [ItemLine]
  /// The incidents that are kept here and that it has to do with, in the order of their numbers.
  public var incidents: [RunIncident]
  /// The commands of its steps that were run, oldest first.
  public var executions: [Execution]

  public init(
    run: Run, zone: TimeZone, zoneName: String, names: [Handle: String] = [:], now: Instant, changes: [String] = [],
    plannedPair: [Handle] = [], reviewDue: String? = nil, lessons: [Lesson] = [],
    items: [ItemLine] = [], incidents: [RunIncident] = [], executions: [Execution] = []
  ) {
    self.run = run
    self.clock = LocalClock(zone: zone, zoneName: zoneName)
    self.names = names
    self.now = now
    self.changes = changes
    self.plannedPair = plannedPair
    self.reviewDue = reviewDue
    self.lessons = lessons
    self.items = items
    self.incidents = incidents
    self.executions = executions
  }

  func executions(of step: StepID) -> [Execution] { executions.filter { $0.step == step } }

  public var pair: [Handle] { run.state == .planned && run.pair.isEmpty ? plannedPair : run.pair }

  /// From start to end, or to now while it is active; nil before the start.
  public var elapsed: Duration? {
    guard let startedAt = run.progress.startedAt else { return nil }
    return (run.progress.endedAt ?? now) - startedAt
  }

  /// How much of that it was paused.
  public var paused: Duration {
    var total = Duration.zero
    var since: Instant?
    for entry in run.entries {
      switch entry.kind {
      case .paused: since = entry.at
      case .resumed, .aborted, .finished:
        if let since { total += entry.at - since }
        since = nil
      default: break
      }
    }
    if let since { total += now - since }
    return total
  }
}
