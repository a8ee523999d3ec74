import Domain

/// Writes what a pair tells the next one, in the place of what was written before.
public struct WriteHandoff: Command {
  public static let name = "handoff-write"
  public static let undo = UndoPolicy.undoable
  public var duty: DutyNumber
  public var note: String

  public init(_ duty: DutyNumber, note: String) {
    self.duty = duty
    self.note = note
  }

  public func perform(in transaction: Transaction) throws {
    let duty = try transaction.begunDuty(duty)
    if note.allSatisfy(\.isWhitespace) { throw DutyChangeRefusal.textMissing("what the next pair is to know") }
    if let old = try transaction.handoff(of: duty.number), !old.signatures.isEmpty {
      throw DutyChangeRefusal.signed(duty.number)
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

  public func perform(in transaction: Transaction) throws -> HandoffNote {
    let duty = try transaction.begunDuty(duty)
    let who = transaction.actor.handle
    let incoming = try transaction.nextDuty(of: duty.team, from: duty.window.end)?.people ?? []
    guard (duty.people + incoming).contains(who) else {
      throw DutyChangeRefusal.notTheirs(who, duty.number, outgoing: duty.people, incoming: incoming)
    }
    var note =
      try transaction.handoff(of: duty.number)
      ?? HandoffNote(duty: duty.number, note: "", by: who, at: transaction.now)
    if note.signatures.contains(where: { $0.who == who }) {
      throw DutyChangeRefusal.alreadySigned(who, duty.number)
    }
    let side: HandoffNote.Side = duty.people.contains(who) ? .outgoing : .incoming
    note.signatures.append(.init(who, side, at: transaction.now, isVouchedFor: transaction.actor.isVouchedFor))
    transaction.summary = "\(who) signed the hand-over of duty \(duty.number) of team \(duty.team)"
    try transaction.put(.handoff, note.row())
    return note
  }
}

extension Transaction {
  fileprivate func begunDuty(_ number: DutyNumber) throws -> PlannedDuty {
    let duty = try duty(number)
    guard duty.window.start <= now else { throw DutyChangeRefusal.notBegun(number) }
    return duty
  }
}
