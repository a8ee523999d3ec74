/// What somebody asks of a run that has been planned or begun. `Run.decide` says what follows.
public enum RunAction: Hashable, Sendable {
  /// Claims a step and starts its clock.
  case start(StepID)
  case settle(StepID, Settlement)
  case confirm(StepID)
  /// Goes on without the second person, who cannot be reached.
  case goOnWithoutPartner(StepID, reason: String)
  /// Withdraws the step's last entry.
  case correct(StepID, reason: String)
  /// Gives an owed reason; nil where only one is owed.
  case giveReason(StepID?, String)
  case note(StepID?, String)
  /// Marks a line for the next version; `text` is what is proposed, or what is wrong.
  case redline(StepID?, LessonNumber, text: String)
  case attach(StepID?, Evidence)
  /// A command of the step is begun, for which the step is started where it is not; `text` says which.
  case beginCommand(StepID, text: String)
  /// Somebody wants the command stopped that was begun with the entry.
  case stopCommand(StepID, begun: Int, text: String)
  /// It ended: a fact, which the run takes in any state.
  case endCommand(StepID, begun: Int, text: String, Evidence?)
  case join(Handle, Role)
  case leave(Handle, reason: String?)
  case handOver(from: Handle, to: Handle)
  case enter(Section, reason: String?)
  case pause(reason: String?)
  case resume
  case finish
  case abort(reason: String)
  case move(Plan)
  case cancel(reason: String)
  /// Enters the rollback section.
  case rollBack(reason: String, override: String?)
  /// Marks a finished run as rolled back, with the run that did it where there was one.
  case markRolledBack(reason: String, by: RunNumber?)
}

extension RunAction {
  /// Whether it only makes sense after everything that is written: where the run stands, and who is on it.
  var isInOrderOfTime: Bool {
    switch self {
    case .join, .leave, .handOver, .pause, .resume, .finish, .abort, .markRolledBack: true
    default: false
    }
  }
}

/// An outcome and what goes with it.
public struct Settlement: Hashable, Sendable {
  public var outcome: Outcome
  public var reason: Reason?
  public var value: String?
  /// With `done`: the open steps underneath are ticked too, where they are plain.
  public var includesChildren: Bool
  /// Why a wait or an earlier section's unsettled steps do not stand in the way.
  public var override: String?

  public init(
    _ outcome: Outcome, reason: Reason? = nil, value: String? = nil, includesChildren: Bool = false,
    override: String? = nil
  ) {
    self.outcome = outcome
    self.reason = reason
    self.value = value
    self.includesChildren = includesChildren
    self.override = override
  }
}

extension Settlement {
  /// The reason that lets a wait or an earlier section's unsettled steps be passed by: the override, or the reason of a
  /// tick, which has no other use for one.
  var whyAnyway: String? {
    override ?? (outcome == .done ? reason?.text : nil).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}

/// A reason, or the promise of one before the run finishes (rule 2).
public enum Reason: Hashable, Sendable {
  case given(String)
  case owed

  /// Nil while it is owed.
  public var text: String? { if case .given(let text) = self { text } else { nil } }
}
