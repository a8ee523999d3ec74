import Domain

/// Writes what a pair tells the next one, in the place of what was written before.
public struct WriteHandoff: Command {
  public static let name = "handoff-write"
  public static let undo = UndoPolicy.undoable
  public var duty: DutyNumber
  public var note: String
  /// The note that it was written from: another one that somebody wrote meanwhile is not written over. Nil writes over
  /// any.
  public var replaced: String?

  public init(_ duty: DutyNumber, note: String, replacing replaced: String? = nil) {
    self.duty = duty
    self.note = note
    self.replaced = replaced
  }

  public func perform(in transaction: Transaction) throws {
    let duty = try transaction.duty(duty)
    guard duty.window.start <= transaction.now else { throw DutyChangeRefusal.notBegun(duty.number) }
    if note.allSatisfy(\.isWhitespace) { throw DutyChangeRefusal.textMissing("what the next pair is to know") }
    let old = try transaction.handoffNote(of: duty.number)
    if let old, !old.signatures.isEmpty { throw DutyChangeRefusal.signed(duty.number) }
    if let replaced, let old, old.note != replaced, old.note != note {
      throw DutyChangeRefusal.noteChanged(duty.number, by: old.by)
    }
    transaction.summary = "wrote the hand-over of duty \(duty.number) of team \(duty.team)"
    try transaction.put(
      .handoff,
      HandoffNote(duty: duty.number, note: note, by: transaction.actor.handle, at: transaction.now).row())
  }
}

/// Signs a hand-over: whoever goes off hands over, whoever comes on takes over. Who carries over signs once.
///
/// Where nobody wrote a note, what is signed is what the program itself puts together.
public struct SignHandoff: Command {
  public static let name = "handoff-sign"
  public static let undo = UndoPolicy.undoable
  public var duty: DutyNumber

  public init(_ duty: DutyNumber) { self.duty = duty }

  /// - Returns: the hand-over's pairs, with the new signature.
  public func perform(in transaction: Transaction) throws -> HandoffSides {
    let duty = try transaction.duty(duty)
    let who = transaction.actor.handle
    var sides = try transaction.handoffSides(of: duty)
    sides.signatures.append(
      try sides.signature(of: who, at: transaction.now, isVouchedFor: transaction.actor.isVouchedFor))
    var note =
      try transaction.handoffNote(of: duty.number)
      ?? HandoffNote(duty: duty.number, note: "", by: who, at: transaction.now)
    note.signatures = sides.signatures
    transaction.summary = "\(who) signed the hand-over of duty \(duty.number) of team \(duty.team)"
    try transaction.put(.handoff, note.row())
    return sides
  }
}
