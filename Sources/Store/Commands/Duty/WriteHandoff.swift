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
    if note.allSatisfy(\.isWhitespace) { throw DutyProblem.textMissing("what the next pair is to know") }
    if let old = try transaction.handoff(of: duty.number), !old.signatures.isEmpty {
      throw DutyProblem.signed(duty.number)
    }
    transaction.summary = "wrote the hand-over of duty \(duty.number) of team \(duty.team)"
    try transaction.put(
      .handoff,
      DutyHandoff(duty: duty.number, note: note, by: transaction.actor.handle, at: transaction.now).row())
  }
}

/// Signs a hand-over, for the pair that goes off or for the one that comes on.
///
/// Without a note that somebody wrote, what is signed is what the program itself put together.
public struct SignHandoff: Command {
  public static let name = "handoff-sign"
  public static let undo = UndoPolicy.undoable
  public var duty: DutyNumber
  public var side: DutyHandoff.Side

  public init(_ duty: DutyNumber, _ side: DutyHandoff.Side) {
    self.duty = duty
    self.side = side
  }

  public func perform(in transaction: Transaction) throws -> DutyHandoff {
    let duty = try transaction.begunDuty(duty)
    let who = transaction.actor.handle
    let people =
      side == .outgoing
      ? duty.people : try transaction.nextDuty(of: duty.team, from: duty.window.end)?.people ?? []
    guard people.contains(who) else { throw DutyProblem.notTheirs(who, duty.number, side, people) }
    var handoff =
      try transaction.handoff(of: duty.number)
      ?? DutyHandoff(duty: duty.number, note: "", by: who, at: transaction.now)
    if handoff.signatures.contains(where: { $0.who == who && $0.side == side }) {
      throw DutyProblem.alreadySigned(who, duty.number)
    }
    handoff.signatures.append(
      .init(who, side, at: transaction.now, isVouchedFor: transaction.actor.isVouchedFor))
    transaction.summary = "\(who) signed the hand-over of duty \(duty.number) of team \(duty.team)"
    try transaction.put(.handoff, handoff.row())
    return handoff
  }
}

extension Transaction {
  fileprivate func begunDuty(_ number: DutyNumber) throws -> PlannedDuty {
    let duty = try duty(number)
    guard duty.window.start <= now else { throw DutyProblem.notBegun(number) }
    return duty
  }
}
