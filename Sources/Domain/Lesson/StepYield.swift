/// How one step has fared over the runs of its checklist (design.md, section 4, "Step yield").
///
/// Withdrawn entries play no part. Every figure comes with how many it was made of.
public struct StepYield: Hashable, Sendable {
  /// How many runs are read unless somebody says otherwise: more change no figure much, and each is read whole.
  public static let lastRuns = 200

  public var step: StepID
  /// Runs in which it had an outcome; the last attempt of each decides what counts below.
  public private(set) var ran = 0
  public private(set) var done = 0
  public private(set) var skipped = 0
  public private(set) var notApplicable = 0
  public private(set) var deferred = 0
  public private(set) var overridden = 0
  /// Failed attempts, newest first, also of runs in which a later attempt went well: what the step caught.
  public private(set) var caught: [Catch] = []
  /// From start to `done`, where somebody started it; in no order.
  private var durations: [Duration] = []

  public struct Catch: Hashable, Sendable {
    public var run: RunNumber
    public var at: Instant
    public var reason: String

    public init(run: RunNumber, at: Instant, reason: String) {
      self.run = run
      self.at = at
      self.reason = reason
    }
  }

  public init(step: StepID) { self.step = step }

  /// Runs in which an attempt of it failed.
  public var failedRuns: [RunNumber] {
    caught.map(\.run).reduce(into: []) { runs, run in if runs.last != run { runs.append(run) } }
  }

  /// How many attempts were timed.
  public var timed: Int { durations.count }
  public var median: Duration? { quantile(0.5) }
  public var p90: Duration? { quantile(0.9) }
  public var fastest: Duration? { durations.min() }
  public var slowest: Duration? { durations.max() }

  /// Adds what happened to the step in a run. Runs are added newest first.
  public mutating func add(_ progress: StepProgress, of run: RunNumber) {
    let ended = progress.attempts.filter { $0.outcome != nil }
    guard let last = ended.last?.outcome else { return }
    ran += 1
    switch last {
    case .done: done += 1
    case .skipped: skipped += 1
    case .notApplicable: notApplicable += 1
    case .deferred: deferred += 1
    case .overridden: overridden += 1
    case .failed: break
    }
    for attempt in ended.reversed() where attempt.outcome == .failed {
      caught.append(Catch(run: run, at: attempt.endedAt ?? Instant(milliseconds: 0), reason: attempt.reason ?? ""))
    }
    durations += ended.filter { $0.outcome == .done }.compactMap(\.duration)
  }

  /// The nearest rank: the smallest that so many of them do not exceed.
  private func quantile(_ share: Double) -> Duration? {
    guard !durations.isEmpty else { return nil }
    let rank = Int((share * Double(durations.count)).rounded(.up))
    return durations.sorted()[max(0, min(durations.count, rank) - 1)]
  }
}

/// How each step of a version has fared, in the version's order.
public struct StepYields: Sendable {
  public private(set) var inOrder: [StepYield]
  private let positions: [StepID: Int]

  public init(of version: ChecklistVersion) {
    inOrder = version.steps.map { StepYield(step: $0.id) }
    positions = Dictionary(inOrder.indices.map { (version.steps[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Runs are added newest first. Rehearsals count: the step was done. A run that never had a step adds nothing to it.
  public mutating func add(_ run: Run) {
    for (step, progress) in run.progress.steps {
      if let position = positions[step] { inOrder[position].add(progress, of: run.number) }
    }
  }
}
