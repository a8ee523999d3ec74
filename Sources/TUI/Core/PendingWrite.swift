import Domain

/// Something that was asked to be written and has not come back.
struct PendingWrite: Sendable {
  let ticket: Int
  let write: any Write
  let askedAt: Instant
  /// What to say when it is written; nothing where the screen shows it anyway.
  var saying: String?
  /// What was typed for it, given back when it is refused.
  var draft: Draft?
}

/// Text that was typed for something and not sent, or sent and refused.
struct Draft: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    /// The screen that it was typed on.
    var place: Int
    /// What for, as in `step deploy failed`.
    var purpose: String
  }

  var key: Key
  var text: String
}

extension App {
  mutating func write(_ write: some Write, saying: String? = nil, draft: Draft? = nil) -> Effect {
    let pending = PendingWrite(ticket: nextNumber(), write: write, askedAt: now, saying: saying, draft: draft)
    writes.append(pending)
    return .write(write, ticket: pending.ticket)
  }

  func draftKey(_ purpose: String) -> Draft.Key { Draft.Key(place: stack.last?.id ?? 0, purpose: purpose) }

  /// Whether something is on its way that will change this step.
  func isWriting(_ step: StepID, of run: RunNumber) -> Bool {
    writes.contains { pending in
      guard case .act(run, let action, _)? = pending.write as? RunWrite else { return false }
      return action.movedStep == step
    }
  }
}

extension RunAction {
  /// Whether the run may end by it in a way that delivers or rejects what it carries.
  var endsForItems: Bool {
    switch self {
    case .finish, .markRolledBack: true
    default: false
    }
  }

  /// The step whose state it changes.
  var movedStep: StepID? {
    switch self {
    case .start(let step), .settle(let step, _), .confirm(let step), .goOnWithoutPartner(let step, _),
      .correct(let step, _):
      step
    default: nil
    }
  }
}
