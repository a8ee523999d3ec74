import Domain

/// Anything that is asked of a run once it is planned or begun; `Run.decide` says what follows.
public struct ActOnRun: Command {
  public static let name = "run-act"
  public static let undo = UndoPolicy.correctOnly(
    "what is written on a run stays: withdraw it with `prodpair run correct`, and a reason")

  public var run: RunNumber
  /// Written one after the other in one transaction: all of them, or none where one is refused.
  public var actions: [RunAction]
  /// When it really happened; as it is written when nil.
  public var happened: Instant?

  public init(run: RunNumber, action: RunAction, happened: Instant? = nil) {
    self.init(run: run, actions: [action], happened: happened)
  }

  public init(run: RunNumber, actions: [RunAction], happened: Instant? = nil) {
    self.run = run
    self.actions = actions
    self.happened = happened
  }

  /// The entries that were written.
  public func perform(in transaction: Transaction) throws -> [Entry] {
    var run = try transaction.run(run)
    let moment = Moment(happened: happened ?? transaction.now, written: transaction.now)
    var entries: [Entry] = []
    for action in actions {
      try check(action, in: transaction)
      let new = try run.decide(action, by: transaction.actor, at: moment)
      for entry in new where entry.kind == .done { try transaction.refuseAfterNo(entry, on: run.number) }
      run.append(new)
      entries += new
    }
    transaction.summary = actions.map { $0.summary(on: run.number) }.joined(separator: "; ")
    var columns = run.summaryColumns
    if case .move(let plan) = actions.last {
      columns["plan_at"] = Value(plan.at)
      columns["plan_told"] = Value(plan.told)
    }
    if run.state == .planned || run.state == .cancelled { columns["pair"] = nil }
    try transaction.update(.run, [Value(run.number.value)], set: columns)
    try transaction.write(entries, of: run)
    for entry in entries where entry.kind == .joined || entry.kind == .handedOver {
      try transaction.note(entry.subject ?? entry.by, as: entry.role ?? .helper, on: run.number)
    }
    // Whoever only notes stands on the record too, and must not be taken out of the store under it.
    let writer = transaction.actor.handle
    if !run.progress.people.contains(where: { $0.who == writer }) {
      try transaction.note(writer, as: .observer, on: run.number)
    }
    return entries
  }

  /// Whoever is named has to be somebody: a person, or the one who acts.
  private func check(_ action: RunAction, in transaction: Transaction) throws {
    let named: [Handle]
    switch action {
    case .join(let who, _): named = [who]
    case .handOver(_, let to): named = [to]
    default: named = []
    }
    for handle in named where handle != transaction.actor.handle { _ = try transaction.person(handle) }
    if case .markRolledBack(_, let by?) = action { _ = try transaction.run(by) }
  }
}

extension Transaction {
  /// A step whose check said no is not simply done, neither by itself nor with the step above it.
  fileprivate func refuseAfterNo(_ done: Entry, on run: RunNumber) throws {
    guard let step = done.step, let denial = try denial(of: step, on: run) else { return }
    throw Refusal.checkSaidNo(step, denial, run: run)
  }

  /// Writes entries that the run has already, and what figures look at of it.
  func write(_ entries: [Entry], of run: Run) throws {
    for entry in entries { try insert(.runEntry, entry.row(of: run.number)) }
    try keepFigures(of: run, after: entries)
  }

  /// Notes that the person was on the run, to find their runs by; once of the pair stays of the pair.
  func note(_ person: Handle, as role: Role, on run: RunNumber) throws {
    let known = try row(.runPerson, [.text(person.text), Value(run.value)])
    if try known?.text("role") == Role.pair.rawValue { return }
    try put(
      .runPerson,
      ["person": .text(person.text), "run": Value(run.value), "role": .text(role.rawValue), "deleted": 0])
  }

  /// Inserts the row, or writes it over the tombstone or the row with its key.
  func put(_ table: Table, _ row: Row) throws {
    let key = table.key.map { row[$0] ?? .null }
    if try rowEvenDeleted(table, key) == nil {
      try insert(table, row)
    } else {
      try update(table, key, set: row)
    }
  }
}

extension RunAction {
  /// One line for the journal.
  func summary(on run: RunNumber) -> String {
    switch self {
    case .start(let step): "run \(run): started \(step)"
    case .settle(let step, let settlement): "run \(run): \(step) \(settlement.outcome.rawValue)"
    case .confirm(let step): "run \(run): confirmed \(step)"
    case .goOnWithoutPartner(let step, _): "run \(run): went on alone at \(step)"
    case .correct(let step, _): "run \(run): withdrew the last entry of \(step)"
    case .giveReason: "run \(run): gave an owed reason"
    case .note: "run \(run): note"
    case .redline(_, let lesson, let text): "run \(run): redline, lesson \(lesson): \(text)"
    case .attach(_, let evidence): "run \(run): attached \(evidence.name)"
    case .beginCommand(_, let text), .stopCommand(_, _, let text): "run \(run): \(text)"
    case .endCommand(let step, _, let text, _): "run \(run): command of \(step): \(text)"
    case .join(let who, let role): "run \(run): \(who) joined as \(role.rawValue)"
    case .leave(let who, _): "run \(run): \(who) left"
    case .handOver(let from, let to): "run \(run): \(from) handed over to \(to)"
    case .enter(let section, _): "run \(run): entered \(section.rawValue)"
    case .pause: "run \(run): paused"
    case .resume: "run \(run): resumed"
    case .finish: "run \(run): finished"
    case .abort: "run \(run): aborted"
    case .move: "run \(run): moved"
    case .cancel: "run \(run): cancelled"
    case .rollBack: "run \(run): entered rollback"
    case .markRolledBack: "run \(run): marked rolled back"
    }
  }
}
