/// Where a run stands (contract.md, section 1).
public enum RunState: String, CaseIterable, Sendable {
  case planned, cancelled, running, paused, completed, aborted
  case completedExceptDeferred = "completed-except-deferred"
  case rolledBack = "rolled-back"

  /// Whether it has begun and not ended.
  public var isActive: Bool { self == .running || self == .paused }
  /// Whether it counts as a success: completed, with or without deferred steps, and not rolled back since.
  public var isSuccessful: Bool { self == .completed || self == .completedExceptDeferred }
  public var isOver: Bool { !isActive && self != .planned }
}

/// Where a step stands (contract.md, section 1).
public enum StepState: String, CaseIterable, Sendable {
  case open, started, done, failed, skipped, deferred, overridden, inactive
  case notApplicable = "not-applicable"

  public init(_ outcome: Outcome) {
    switch outcome {
    case .done: self = .done
    case .failed: self = .failed
    case .skipped: self = .skipped
    case .notApplicable: self = .notApplicable
    case .deferred: self = .deferred
    case .overridden: self = .overridden
    }
  }
}

/// How an attempt at a step ended.
public enum Outcome: String, CaseIterable, Sendable {
  case done, failed, skipped, deferred, overridden
  case notApplicable = "not-applicable"

  /// Rule 2: all but `done` say why.
  public var needsReason: Bool { self != .done }
  public var settles: Bool { self != .failed }
}

/// What somebody is on a run.
public enum Role: String, CaseIterable, Sendable {
  /// One of the two who do the work and confirm for each other.
  case pair
  /// Works and notes, but does not confirm.
  case helper
  /// Notes only.
  case observer
}
