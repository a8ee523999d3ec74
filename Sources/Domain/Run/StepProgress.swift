/// How far a step of a run has come.
public struct StepProgress: Hashable, Sendable {
  public var state: StepState
  /// Oldest first; the last one decides.
  public var attempts: [Attempt]
  /// The standing and withdrawn entries of the step, by their index in the run's entries.
  public var entries: [Int]
  /// The entries that still owe their reason, oldest first.
  public var owedReasons: [Int]
  public var isKiller: Bool

  init(state: StepState, isKiller: Bool) {
    self.state = state
    self.isKiller = isKiller
    attempts = []
    entries = []
    owedReasons = []
  }

  public var lastAttempt: Attempt? { attempts.last }
  public var confirmation: Confirmation? { lastAttempt?.confirmation }

  /// Whether a killer step's outcome still waits for the second person.
  public var isAwaitingConfirmation: Bool {
    isKiller && lastAttempt?.outcome?.settles == true && confirmation == nil
  }

  /// Whether the run can go past it (contract.md, section 1).
  public var isSettled: Bool {
    switch state {
    case .open, .started, .failed: false
    case .inactive: true
    case .done, .skipped, .notApplicable, .deferred, .overridden: !isAwaitingConfirmation
    }
  }
}

/// From starting a step to its outcome.
public struct Attempt: Hashable, Sendable {
  public var startedBy: Handle?
  public var startedAt: Instant?
  public var outcome: Outcome?
  public var endedBy: Signature?
  public var endedAt: Instant?
  public var reason: String?
  public var value: String?
  /// The outcome's entry.
  public var entry: Int?
  public var confirmation: Confirmation?

  public init() {}

  /// From start to outcome; nil when either is missing.
  public var duration: Duration? {
    guard let startedAt, let endedAt else { return nil }
    return endedAt - startedAt
  }
}

/// Who else stands behind a killer step's outcome, and how sure that is.
public enum Confirmation: Hashable, Sendable {
  case confirmed(by: Handle, Assurance)
  /// The other could not be reached; the reason is on the entry.
  case withoutPartner(by: Handle, reason: String)
  /// Confirmed after the run had gone on without.
  case countersigned(by: Handle, Assurance)

  /// Whether somebody else may still put their name to it.
  public var canBeCountersigned: Bool {
    if case .withoutPartner = self { true } else { false }
  }
}

/// Somebody's time on a run.
public struct Participation: Hashable, Sendable {
  public var who: Handle
  public var role: Role
  public var from: Instant
  public var until: Instant?

  public init(who: Handle, role: Role, from: Instant, until: Instant? = nil) {
    self.who = who
    self.role = role
    self.from = from
    self.until = until
  }
}
