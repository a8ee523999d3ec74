import Domain

/// Opens a grooming session of a team.
public struct StartGrooming: Command {
  public static let name = "grooming-start"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  /// Which items it is about, in the filter language; empty for all.
  public var filter: String

  public init(_ team: TeamName, filter: String = "") {
    self.team = team
    self.filter = filter
  }

  /// - Returns: the session; the one that is open, where it is about the same items.
  public func perform(in transaction: Transaction) throws -> Grooming {
    _ = try transaction.team(team)
    if let open = try transaction.openGrooming(of: team) {
      guard open.filter == filter else { throw GroomingRefusal.alreadyOpen(open) }
      return open
    }
    let session = try transaction.begin(team, filter: filter)
    transaction.summary =
      "began grooming session \(session.number) of team \(team)" + (filter.isEmpty ? "" : ": \(filter)")
    return session
  }
}

/// Decides about one item in its team's open grooming session, which the first decision opens: what is decided is done,
/// and kept in the session's log, as one action.
public struct DecideGrooming: Command {
  public static let name = "grooming-decide"
  public static let undo = UndoPolicy.undoable
  public var item: ItemNumber
  public var choice: GroomingChoice
  /// Why, in somebody's words; for the log, and for what is put on ice.
  public var why: String?
  /// When the item had last been changed as it was looked at; nil takes it as it is now.
  public var seen: Instant?
  /// What a session that is opened by this is about.
  public var filter: String
  /// Why an overridable rule does not hold this time.
  public var override: String?

  public init(
    _ item: ItemNumber, _ choice: GroomingChoice, why: String? = nil, seen: Instant? = nil, filter: String = "",
    override: String? = nil
  ) {
    self.item = item
    self.choice = choice
    self.why = why
    self.seen = seen
    self.filter = filter
    self.override = override
  }

  /// - Throws: ``GroomingRefusal`` where nothing is to be decided, where somebody else has decided meanwhile, or where
  ///   the item is not any more what was looked at; and what doing it throws.
  public func perform(in transaction: Transaction) throws -> GroomingDecision {
    let old = try transaction.item(item)
    let rules = try transaction.groomingRules(of: old.team, at: transaction.now)
    let open = try transaction.openGrooming(of: old.team)
    let reasons = try transaction.groomingFacts(of: item).map(rules.reasons) ?? []
    let mark = try open.flatMap { try transaction.lastMark(of: item, in: $0.number) }
    if let mark, mark.kind != .skip, !mark.asksAgain(for: reasons) { throw GroomingRefusal.decided(mark) }
    if let seen, seen != old.updatedAt { throw GroomingRefusal.changedMeanwhile(item) }
    if reasons.isEmpty { throw GroomingRefusal.nothingToDecide(item) }
    let session = try open ?? transaction.begin(old.team, filter: filter)

    let said = why.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    var decision = GroomingDecision(
      grooming: session.number, seq: try transaction.nextDecision(of: session.number), item: item, kind: choice.kind,
      detail: GroomingDecision.Detail(reasons: reasons, why: said), by: transaction.actor.handle, at: transaction.now)
    try carryOut(in: transaction, old, &decision)
    if var facts = try transaction.groomingFacts(of: item) {
      if choice != .skip { facts.decidedAt = transaction.now }
      decision.detail.settled = rules.reasons(for: facts)
    }
    try transaction.insert(.groomingDecision, decision.row())
    transaction.summary = "groomed item \(item): \(decision.words)"
    return decision
  }

  private func carryOut(
    in transaction: Transaction, _ old: Item, _ decision: inout GroomingDecision
  ) throws {
    switch choice {
    case .keep, .skip: break
    case .estimate(let points):
      try EstimateItems([item], points: points).perform(in: transaction)
      decision.detail.points = points
    case .split(let titles):
      let parts = try SplitItem(item, into: titles).perform(in: transaction)
      decision.detail.parts = parts.map(\.value)
    case .ice:
      let reasons = decision.detail.reasons.map(\.rawValue).joined(separator: ", ")
      let why = decision.detail.why ?? "groomed, as it was \(reasons)"
      _ = try AdvanceItems([item], .to(.unscheduled), reason: why, override: override).perform(in: transaction)
    case .close:
      // What is in production was done, and to take it out of the history would be a lie.
      decision.detail.isAccepted = old.state == .delivered
      if old.state == .delivered {
        _ = try AdvanceItems([item], .to(.accepted), override: override).perform(in: transaction)
      } else {
        try RemoveItems([item]).perform(in: transaction)
      }
    }
  }
}

/// Ends the grooming session that a team has open.
public struct EndGrooming: Command {
  public static let name = "grooming-end"
  public static let undo = UndoPolicy.undoable
  public var number: GroomingNumber

  public init(_ number: GroomingNumber) { self.number = number }

  public func perform(in transaction: Transaction) throws {
    let session = try transaction.grooming(number)
    guard session.endedAt == nil else { throw GroomingRefusal.ended(number) }
    transaction.summary = "ended grooming session \(number) of team \(session.team)"
    try transaction.update(.grooming, [Value(number.value)], set: ["ended_at": Value(transaction.now)])
  }
}

extension Transaction {
  fileprivate func begin(_ team: TeamName, filter: String) throws -> Grooming {
    let rules = try groomingRules(of: team, at: now)
    // What can't be read now could never be asked about.
    _ = try groomingFilter(filter, of: team, rules, by: actor.handle)
    let last = try first("SELECT max(number) AS number FROM grooming")?.optionalInteger("number") ?? 0
    let session = Grooming(
      number: GroomingNumber(last + 1), team: team, filter: filter, by: actor.handle, startedAt: now)
    try insert(.grooming, session.row())
    return session
  }

  fileprivate func nextDecision(of session: GroomingNumber) throws -> Int {
    (try first("SELECT max(seq) AS seq FROM grooming_decision WHERE grooming = ?", [Value(session.value)])?
      .optionalInteger("seq") ?? 0) + 1
  }

  /// Nil where the item was removed.
  fileprivate func groomingFacts(of number: ItemNumber) throws -> GroomingFacts? {
    try first("SELECT \(GroomingFacts.columns) FROM item WHERE number = ? AND deleted = 0", [Value(number.value)])
      .map(GroomingFacts.init)
  }
}
