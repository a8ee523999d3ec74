import Domain

/// Changes what a retro says, while it is not closed.
public struct EditRetro: Command {
  public static let name = "retro-edit"
  public static let undo = UndoPolicy.undoable
  public var retro: RetroNumber
  /// One line for the journal, as in `answered what-happened`.
  public var words: String
  /// Applied to the retro as it is in the transaction, so that what others wrote meanwhile stays. Its number, team, subject
  /// and state stay whatever this does.
  public var change: @Sendable (inout Retro) throws -> Void

  public init(_ retro: RetroNumber, _ words: String, change: @escaping @Sendable (inout Retro) throws -> Void) {
    self.retro = retro
    self.words = words
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    let old = try transaction.retro(retro)
    if old.state == .closed { throw RetroRefusal.closed(retro) }
    var new = old
    try change(&new)
    (new.number, new.team, new.incidents, new.run, new.state) = (
      old.number, old.team, old.incidents, old.run, old.state
    )
    (new.openedBy, new.openedAt, new.reviewedAt, new.closedAt) =
      (old.openedBy, old.openedAt, old.reviewedAt, old.closedAt)
    new.title = new.title.withPlainLineBreaks
    new.attendees = new.attendees.firstOfEach
    if new.title.allSatisfy(\.isWhitespace) { throw RetroRefusal.textMissing("what the retro is about") }
    try transaction.check(new, old: old)
    try transaction.check(new.content, old.content, of: old)
    transaction.summary = "retro \(retro): \(words)"
    try transaction.put(.retro, new.row())
  }
}

extension Transaction {
  /// Throws where answers name lessons that there are not, or something is judged that is no earlier action.
  fileprivate func check(_ new: RetroContent, _ old: RetroContent, of retro: Retro) throws {
    for question in RetroQuestion.allCases {
      for number in new[question].lessons where !old[question].lessons.contains(number) {
        _ = try lesson(LessonNumber(number))
      }
    }
    let judged = new.judgements.filter { !old.judgements.contains($0) }
    guard !judged.isEmpty else { return }
    let earlier = Set(try earlierActions(before: retro, limit: .max).map(\.item.number.value))
    for judgement in judged where !earlier.contains(judgement.item) {
      throw RetroRefusal.notAnEarlierAction(ItemNumber(judgement.item))
    }
  }
}

/// Takes a retro to another state. Closing it closes its incidents.
public struct MoveRetro: Command {
  public static let name = "retro-move"
  public static let undo = UndoPolicy.correctOnly(
    "a retro that was closed has closed its incidents too: `prodpair incident retro --reopen` takes it back")
  public var retro: RetroNumber
  public var state: RetroState

  public init(_ retro: RetroNumber, to state: RetroState) {
    self.retro = retro
    self.state = state
  }

  public func perform(in transaction: Transaction) throws -> Retro {
    var retro = try transaction.retro(retro)
    let wasOpen = retro.closedAt == nil
    try retro.enter(state, try transaction.actions(of: retro.number), at: transaction.now)
    // Who commanded may have been corrected since somebody was named; a closed one is taken back to name another.
    if retro.reviewedAt != nil, wasOpen { try transaction.checkFacilitator(of: retro) }
    transaction.summary = "retro \(retro.number) is \(retro.state.words)"
    if retro.state == .closed {
      for number in retro.incidents { try transaction.close(number, with: retro.number) }
    }
    try transaction.put(.retro, retro.row())
    return retro
  }
}

extension Transaction {
  /// Closes an incident whose retro is closed. One whose trouble is still there can't be.
  fileprivate func close(_ number: IncidentNumber, with retro: RetroNumber) throws {
    var incident = try incident(number)
    guard incident.times.closed == nil else { return }
    guard incident.times.resolved != nil else {
      throw IncidentRefusal.notYet(number, .closed, needs: .resolved)
    }
    incident.times.closed = now
    try put(.incident, incident.row())
    try append(.time, "closed, with retro \(retro)", to: incident)
  }
}
