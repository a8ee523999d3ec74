/// The moment of an action: when it is said to have happened, and when it is written.
public struct Moment: Hashable, Sendable {
  public var happened: Instant
  public var written: Instant

  public init(happened: Instant, written: Instant) {
    self.happened = happened
    self.written = written
  }

  /// It happens as it is written.
  public init(_ now: Instant) { self.init(happened: now, written: now) }
}

extension Run {
  /// What follows from an action: the entries to append, or the rule that refuses it.
  ///
  /// Pure: the run stays as it is until the entries are given to `append`.
  public func decide(_ action: RunAction, by actor: Actor, at moment: Moment) throws(Refusal) -> [Entry] {
    try check(moment, for: action)
    var draft = Draft(run: self, signature: Signature(actor), moment: moment)
    switch action {
    case .start(let step): try draft.start(step)
    case .settle(let step, let settlement): try draft.settle(step, settlement)
    case .confirm(let step): try draft.confirm(step)
    case .goOnWithoutPartner(let step, let reason): try draft.goOnWithoutPartner(step, reason)
    case .correct(let step, let reason): try draft.correct(step, reason)
    case .giveReason(let step, let reason): try draft.giveReason(step, reason)
    case .note(let step, let text): try draft.note(step, text)
    case .redline(let step, let lesson, let text): try draft.redline(step, lesson, text)
    case .attach(let step, let evidence): try draft.attach(step, evidence)
    case .beginCommand(let step, let text): try draft.beginCommand(step, text)
    case .stopCommand(let step, let begun, let text): draft.stopCommand(step, begun, text)
    case .endCommand(let step, let begun, let text, let evidence): draft.endCommand(step, begun, text, evidence)
    case .join(let who, let role): try draft.join(who, role)
    case .leave(let who, let reason): try draft.leave(who, reason)
    case .handOver(let from, let to): try draft.handOver(from: from, to: to)
    case .enter(let section, let reason): try draft.enter(section, reason: reason)
    case .pause(let reason): try draft.pause(reason)
    case .resume: try draft.resume()
    case .finish: try draft.finish()
    case .abort(let reason): try draft.abort(reason)
    case .move(let plan): try draft.move(plan)
    case .cancel(let reason): try draft.cancel(reason)
    case .rollBack(let reason, let override): try draft.rollBack(reason, override: override)
    case .markRolledBack(let reason, let by): try draft.markRolledBack(reason, by: by)
    }
    return draft.entries
  }

  private func check(_ moment: Moment, for action: RunAction) throws(Refusal) {
    if moment.happened > moment.written { throw .timeInTheFuture }
    // A clock that was set back is no lie; only a time that somebody gives is held against the record.
    guard moment.happened < moment.written else { return }
    if let startedAt = progress.startedAt, moment.happened < startedAt { throw .timeBeforeStart(number) }
    if action.isInOrderOfTime, let last = entries.lazy.map(\.at).max(), moment.happened < last {
      throw .timeBeforeLastEntry
    }
  }
}

/// The entries that an action is about to give, written one after the other.
struct Draft {
  /// The run with the entries so far.
  var run: Run
  let signature: Signature
  let moment: Moment
  private(set) var entries: [Entry] = []

  init(run: Run, signature: Signature, moment: Moment) {
    self.run = run
    self.signature = signature
    self.moment = moment
  }

  mutating func write(_ kind: EntryKind, step: StepID? = nil, change: (inout Entry) -> Void = { _ in }) {
    var entry = Entry(
      seq: (run.entries.last?.seq ?? 0) + 1, kind: kind, step: step, signature: signature, at: moment.happened,
      written: moment.written)
    change(&entry)
    entries.append(entry)
    run.append([entry])
  }

  /// Refuses unless the run takes work now.
  func requireWork() throws(Refusal) {
    switch run.state {
    case .running: break
    case .paused: throw .runPaused(run.number)
    case .planned: throw .runNotStarted(run.number)
    default: throw .runIsOver(run.number, run.state)
    }
  }

  func requireText(_ text: String, for what: String) throws(Refusal) {
    if text.allSatisfy(\.isWhitespace) { throw .needsReason(what) }
  }

  /// Lets the actor work: observers are refused, and somebody who is not on the run joins as a helper, on the record.
  mutating func requireWorker() throws(Refusal) {
    switch run.role(of: signature.by) {
    case .observer: throw .observersOnlyNote(signature.by)
    case nil: write(.joined) { $0.role = .helper }
    case .pair, .helper: break
    }
  }

  func requirePair(for step: StepID) throws(Refusal) {
    if run.role(of: signature.by) == .observer { throw .observersOnlyNote(signature.by) }
    guard run.pair.contains(signature.by) else { throw .notInPair(signature.by, step) }
  }
}
