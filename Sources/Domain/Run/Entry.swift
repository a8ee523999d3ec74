/// One append-only fact on a run: step 7 done by ana at 10:42 with value "14 healthy".
public struct Entry: Hashable, Sendable {
  /// From 1 within its run, without gaps.
  public var seq: Int
  public var kind: EntryKind
  public var step: StepID?
  public var section: Section?
  public var signature: Signature
  /// When it really happened; what the record tells.
  public var at: Instant
  /// When it was written down.
  public var written: Instant
  public var reason: String?
  /// Whether a reason was put off: it is asked for before the run can finish.
  public var isReasonOwed: Bool
  public var value: String?
  /// The entry of the same run that this one confirms, withdraws or explains.
  public var target: Int?
  /// The person it is about, where that is not the one who wrote it: who joined, left or took over.
  public var subject: Handle?
  public var role: Role?
  /// How sure it is that a confirmation came from a second person.
  public var assurance: Assurance?
  public var evidence: Evidence?
  /// Whether an earlier step of the section was unsettled then.
  public var isOutOfOrder: Bool

  public init(
    seq: Int = 0, kind: EntryKind, step: StepID? = nil, section: Section? = nil, signature: Signature, at: Instant,
    written: Instant, reason: String? = nil, isReasonOwed: Bool = false, value: String? = nil, target: Int? = nil,
    subject: Handle? = nil, role: Role? = nil, assurance: Assurance? = nil, evidence: Evidence? = nil,
    isOutOfOrder: Bool = false
  ) {
    self.seq = seq
    self.kind = kind
    self.step = step
    self.section = section
    self.signature = signature
    self.at = at
    self.written = written
    self.reason = reason
    self.isReasonOwed = isReasonOwed
    self.value = value
    self.target = target
    self.subject = subject
    self.role = role
    self.assurance = assurance
    self.evidence = evidence
    self.isOutOfOrder = isOutOfOrder
  }

  public var by: Handle { signature.by }
}

/// What an entry says. The raw values are part of the JSON.
public enum EntryKind: String, CaseIterable, Sendable {
  case runPlanned = "run-planned"
  case runMoved = "run-moved"
  case runCancelled = "run-cancelled"
  case runStarted = "run-started"
  /// A rule stood in the way and was overridden; `value` names it.
  case ruleOverridden = "rule-overridden"
  /// What shows that staging has run this artifact; `value` says what.
  case provenInStaging = "proven-in-staging"
  /// A step that an earlier run of the checklist deferred; `value` is that run's number.
  case stepReturned = "step-returned"
  case sectionEntered = "section-entered"
  case started
  case done, failed, skipped, deferred, overridden
  case notApplicable = "not-applicable"
  case confirmed
  /// A killer step went on without its second person, who could not be reached.
  case unconfirmed
  /// The confirmation that came late.
  case countersigned
  case corrected
  /// The reason that an earlier entry owed.
  case reason
  case note
  /// A line of the checklist was marked; `value` is the lesson's number and what was proposed.
  case redlined
  case evidence
  /// A step's command was begun; `value` says which.
  case commandStarted = "command-started"
  /// Somebody asked for it to be stopped; `target` is the entry that it was begun with.
  case commandStopped = "command-stopped"
  /// It ended, or nobody knows how; `value` says what came of it, the evidence is what it printed.
  case commandEnded = "command-ended"
  case joined, left
  case handedOver = "handed-over"
  case paused, resumed, finished, aborted
  case rollbackEntered = "rollback-entered"
  case rolledBack = "rolled-back"

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

  public var outcome: Outcome? { Outcome(rawValue: rawValue) }

  /// Whether it moves a step from state to state, so that `correct` can withdraw it.
  public var isCorrectable: Bool {
    outcome != nil || [.started, .confirmed, .unconfirmed, .countersigned].contains(self)
  }
}

/// Who wrote an entry, and how that is known.
public struct Signature: Hashable, Sendable {
  /// Whose name it carries.
  public var by: Handle
  /// The login of the process that wrote it.
  public var login: String
  /// The account that identity is checked by (`Actor.account`).
  public var account: String
  /// Whether the name comes from the login itself and not from `--as`.
  public var isOneself: Bool
  /// Whether the login vouched for the person (`Actor.isVouchedFor`); without that nothing is verified.
  public var isVouchedFor: Bool

  public init(by: Handle, login: String, account: String, isOneself: Bool, isVouchedFor: Bool) {
    self.by = by
    self.login = login
    self.account = account
    self.isOneself = isOneself
    self.isVouchedFor = isVouchedFor
  }

  public init(_ actor: Actor) {
    self.init(
      by: actor.handle, login: actor.login, account: actor.account, isOneself: actor.isOneself,
      isVouchedFor: actor.isVouchedFor)
  }
}

/// How sure it is that two people stood behind a killer step (rule 3).
public enum Assurance: String, CaseIterable, Sendable {
  /// Each from an account of their own.
  case verified
  /// The name was typed at the other's terminal, or both share one login.
  case unverified
}

/// A file kept with a run, named by its content.
public struct Evidence: Hashable, Sendable {
  /// SHA-256 of the content, lower-case hexadecimal.
  public var sha256: String
  /// In bytes, up to `Evidence.sizeLimit`.
  public var size: Int
  public var name: String

  /// 16 MiB.
  public static let sizeLimit = 16 << 20

  public init(sha256: String, size: Int, name: String) {
    self.sha256 = sha256
    self.size = size
    self.name = name
  }
}
