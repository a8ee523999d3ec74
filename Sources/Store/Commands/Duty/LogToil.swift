import Domain

/// Writes down minutes of toil.
public struct LogToil: Command {
  public static let name = "toil-log"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var minutes: Int
  public var what: String
  public var item: ItemNumber?
  /// Whoever does it, when nil.
  public var who: Handle?

  public init(_ team: TeamName, minutes: Int, what: String, item: ItemNumber? = nil, who: Handle? = nil) {
    self.team = team
    self.minutes = minutes
    self.what = what
    self.item = item
    self.who = who
  }

  public func perform(in transaction: Transaction) throws -> ToilEntry {
    let team = try transaction.team(team).name
    guard ToilEntry.lengths.contains(minutes) else { throw DutyChangeRefusal.minutes(minutes) }
    if what.allSatisfy(\.isWhitespace), item == nil { throw DutyChangeRefusal.textMissing("what the toil was") }
    if let item { _ = try transaction.item(item) }
    let who = try who.map { try transaction.person($0).handle } ?? transaction.actor.handle
    let last = try transaction.first("SELECT max(number) AS number FROM toil_entry")
    let entry = ToilEntry(
      (try last?.optionalInteger("number") ?? 0) + 1, team: team, person: who, minutes: minutes, what: what,
      item: item, at: transaction.now)
    transaction.summary = "\(who) logged \(minutes) minutes of toil for team \(team)"
    try transaction.insert(.toilEntry, entry.row())
    return entry
  }
}
