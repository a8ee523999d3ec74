import Domain

/// Says that somebody is away. Nothing is planned anew by it.
public struct AddAbsence: Command {
  public static let name = "absence-add"
  public static let undo = UndoPolicy.undoable
  public var absence: Absence

  public init(_ absence: Absence) { self.absence = absence }

  /// - Returns: its number, and the duties that it hits, of all teams.
  public func perform(in transaction: Transaction) throws -> (number: Int, hits: [PlannedDuty]) {
    try transaction.add(absence)
  }
}

/// Says that somebody is away and puts somebody else on in their place, as one action.
public struct StandIn: Command {
  public static let name = "duty-stand-in"
  public static let undo = UndoPolicy.undoable
  public var absence: Absence
  public var number: DutyNumber
  public var to: Handle

  public init(for absence: Absence, in number: DutyNumber, by to: Handle) {
    self.absence = absence
    self.number = number
    self.to = to
  }

  /// - Returns: the duty that they are on in: another one than was named, where it was cut.
  public func perform(in transaction: Transaction) throws -> PlannedDuty {
    let duty = try transaction.duty(number)
    _ = try transaction.add(absence)
    let replaced = try transaction.replace(absence.who, by: to, in: duty, reason: absence.reason)
    transaction.summary = "\(absence.who) is away, and \(to) on in duty \(replaced.number) of team \(duty.team)"
    return replaced
  }
}

extension Transaction {
  fileprivate func add(_ absence: Absence) throws -> (number: Int, hits: [PlannedDuty]) {
    let who = try person(absence.who).handle
    let window = absence.window
    guard window.start < window.end else { throw DutyChangeRefusal.backwards("the absence of \(who)") }
    guard window.end > now else { throw DutyChangeRefusal.absenceOver(who) }
    let last = try first("SELECT max(number) AS number FROM absence")
    let number = (try last?.optionalInteger("number") ?? 0) + 1
    summary = absence.reason.isEmpty ? "\(who) is away" : "\(who) is away: \(absence.reason)"
    try insert(
      .absence,
      [
        "number": Value(number), "person": .text(who.text), "start_at": Value(window.start),
        "end_at": Value(window.end), "reason": .text(absence.reason), "deleted": 0,
      ])
    let hits = try duties(ofPerson: who, after: max(window.start, now))
      .filter { $0.window.overlaps(window) }
    return (number, hits)
  }
}

/// Takes an absence back: somebody is there after all.
public struct RemoveAbsence: Command {
  public static let name = "absence-remove"
  public static let undo = UndoPolicy.undoable
  public var number: Int

  public init(_ number: Int) { self.number = number }

  public func perform(in transaction: Transaction) throws {
    guard let row = try transaction.row(.absence, [Value(number)]) else { throw Missing.absence(number) }
    transaction.summary = "\(try row.text("person")) is there after all"
    try transaction.remove(.absence, [Value(number)])
  }
}
