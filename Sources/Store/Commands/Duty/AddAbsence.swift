import Domain

/// Says that somebody is away. Nothing is planned anew by it.
public struct AddAbsence: Command {
  public static let name = "absence-add"
  public static let undo = UndoPolicy.undoable
  public var absence: Absence

  public init(_ absence: Absence) { self.absence = absence }

  /// - Returns: its number, and the duties that it hits, of all teams.
  public func perform(in transaction: Transaction) throws -> (number: Int, hits: [PlannedDuty]) {
    let who = try transaction.person(absence.who).handle
    let window = absence.window
    guard window.start < window.end else { throw DutyChangeRefusal.backwards("the absence of \(who)") }
    guard window.end > transaction.now else { throw DutyChangeRefusal.absenceOver(who) }
    let last = try transaction.first("SELECT max(number) AS number FROM absence")
    let number = (try last?.optionalInteger("number") ?? 0) + 1
    transaction.summary = absence.reason.isEmpty ? "\(who) is away" : "\(who) is away: \(absence.reason)"
    try transaction.insert(
      .absence,
      [
        "number": Value(number), "person": .text(who.text), "start_at": Value(window.start),
        "end_at": Value(window.end), "reason": .text(absence.reason), "deleted": 0,
      ])
    let hits = try transaction.duties(ofPerson: who, after: max(window.start, transaction.now))
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
