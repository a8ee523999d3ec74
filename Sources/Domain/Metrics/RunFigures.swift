/// What figures look at of one run, made of its entries: kept beside them, so that nobody reads a million of them.
public struct RunFigures: Hashable, Sendable {
  /// What happened at the steps that deploy, of the required sections or of the rollback.
  public struct Deployment: Hashable, Sendable {
    /// The first attempt's outcome: production changed then, also where the step failed.
    public var at: Instant
    /// Whether an attempt failed, also one that a later attempt put right; or was cut off by the run's abort.
    public var hasFailed: Bool
    /// When what had failed went well after all; of a rollback, when all of it had gone well. Nil where it did not, yet.
    public var mendedAt: Instant?

    public init(at: Instant, hasFailed: Bool = false, mendedAt: Instant? = nil) {
      self.at = at
      self.hasFailed = hasFailed
      self.mendedAt = mendedAt
    }
  }

  /// Steps that had an outcome; of those, in how many an attempt failed, and how many were passed over in the end.
  public struct StepCounts: Hashable, Sendable {
    public var ran: Int
    public var failed: Int
    public var skipped: Int
    public var overridden: Int

    public init(ran: Int = 0, failed: Int = 0, skipped: Int = 0, overridden: Int = 0) {
      self.ran = ran
      self.failed = failed
      self.skipped = skipped
      self.overridden = overridden
    }
  }

  /// Nil where production was not touched.
  public var deployment: Deployment?
  /// The deployment of the run's own rollback section; nil where that was not reached.
  public var rollback: Deployment?
  public var rollbackEnteredAt: Instant?
  public var rolledBackAt: Instant?
  /// The run that rolled it back, itself where it was its own rollback section.
  public var rolledBackBy: RunNumber?
  public var steps: StepCounts
  /// How long the checklist says that it takes.
  public var expected: Duration?
  /// The parameter ``Commits/parameter`` as it was given; nil where there is none.
  public var commits: String?

  public init(
    deployment: Deployment? = nil, rollback: Deployment? = nil, rollbackEnteredAt: Instant? = nil,
    rolledBackAt: Instant? = nil, rolledBackBy: RunNumber? = nil, steps: StepCounts = StepCounts(),
    expected: Duration? = nil, commits: String? = nil
  ) {
    self.deployment = deployment
    self.rollback = rollback
    self.rollbackEnteredAt = rollbackEnteredAt
    self.rolledBackAt = rolledBackAt
    self.rolledBackBy = rolledBackBy
    self.steps = steps
    self.expected = expected
    self.commits = commits
  }
}

extension RunFigures {
  public init(_ run: Run) {
    let steps = run.steps.compactMap { StepFigures(run.progress(of: $0.id)) }
    let rolledBack = run.standingEntries(.rolledBack)
    self.init(
      deployment: Self.deployment(of: run, isRollback: false) ?? Self.cutOff(run),
      rollback: Self.deployment(of: run, isRollback: true),
      rollbackEnteredAt: run.standingEntries(.rollbackEntered).map(\.at).min(),
      rolledBackAt: rolledBack.map(\.at).max(),
      rolledBackBy: rolledBack.compactMap { $0.value.flatMap { Int($0) } }.max().map { RunNumber($0) },
      steps: StepCounts(
        ran: steps.count, failed: steps.count { $0.failed > 0 }, skipped: steps.count { $0.outcome == .skipped },
        overridden: steps.count { $0.outcome == .overridden }),
      expected: run.version.settings.expected, commits: run.parameters[Commits.parameter])
  }

  private static func deploying(in run: Run, isRollback: Bool) -> [Step] {
    run.steps.filter { $0.attributes.deploys && ($0.section == .rollback) == isRollback }
  }

  private static func deployment(of run: Run, isRollback: Bool) -> Deployment? {
    let attempted = deploying(in: run, isRollback: isRollback).compactMap { StepFigures(run.progress(of: $0.id)) }
      .filter { $0.firstAt != nil }
    guard let at = attempted.compactMap(\.firstAt).min() else { return nil }
    let mending = attempted.filter { isRollback || $0.failed > 0 }
    let isMended = mending.allSatisfy { $0.outcome == .done || $0.outcome == .overridden }
    return Deployment(
      at: at, hasFailed: attempted.contains { $0.failed > 0 }, mendedAt: isMended ? mending.map(\.at).max() : nil)
  }

  /// A run that was aborted while somebody was at a step that deploys has changed production, as far as anybody knows.
  private static func cutOff(_ run: Run) -> Deployment? {
    guard run.state == .aborted, let end = run.progress.endedAt else { return nil }
    let isUnderWay = deploying(in: run, isRollback: false).contains { step in
      run.progress(of: step.id).attempts.last.map { $0.outcome == nil && $0.startedAt != nil } ?? false
    }
    return isUnderWay ? Deployment(at: end, hasFailed: true) : nil
  }
}

extension Run {
  /// The entries of that kind that no later one withdrew.
  fileprivate func standingEntries(_ kind: EntryKind) -> [Entry] {
    entries.filter { $0.kind == kind && !progress.withdrawn.contains($0.seq) }
  }
}

/// What figures look at of one step of a run.
public struct StepFigures: Hashable, Sendable {
  /// Of the last attempt that has one.
  public var outcome: Outcome
  public var at: Instant
  /// The first outcome of somebody who had set to work on it: done, failed or overridden.
  public var firstAt: Instant?
  /// Attempts that failed, and when the first of them did.
  public var failed: Int
  public var failedAt: Instant?
  /// From start to done, where somebody started it.
  public var took: Duration?

  /// Nil where no attempt has an outcome.
  public init?(_ progress: StepProgress) {
    let ended = progress.attempts.filter { $0.outcome != nil }
    guard let last = ended.last, let outcome = last.outcome, let at = last.endedAt else { return nil }
    self.outcome = outcome
    self.at = at
    firstAt = ended.filter { [.done, .failed, .overridden].contains($0.outcome) }.compactMap(\.endedAt).min()
    let failures = ended.filter { $0.outcome == .failed }
    failed = failures.count
    failedAt = failures.compactMap(\.endedAt).min()
    let times = ended.filter { $0.outcome == .done }.compactMap(\.duration)
    took = times.isEmpty ? nil : times.reduce(.zero, +)
  }
}
