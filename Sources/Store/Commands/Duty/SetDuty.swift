import Domain
import Foundation

/// Says by hand who is on duty for a stretch of time. Planned duties make way for it; no plan changes it later.
///
/// What is over can't be set: a stretch that began in the past begins with the minute that it is now.
public struct SetDuty: Command {
  public static let name = "duty-set"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  public var window: DutyWindow
  public var people: [Handle]
  public var reason: String

  public init(_ team: TeamName, _ window: DutyWindow, _ people: [Handle], reason: String = "") {
    self.team = team
    self.window = window
    self.people = people
    self.reason = reason
  }

  /// - Returns: the duty; its window begins later than the one that was asked for, where that began in the past.
  public func perform(in transaction: Transaction) throws -> PlannedDuty {
    let team = try transaction.team(team)
    guard let zone = team.zone else { throw Clash.timeZoneUnknown(team.timeZone) }
    let words = "a duty from \(window.text(in: zone))"
    var named: Set<Handle> = []
    for who in people where !named.insert(who).inserted { throw DutyChangeRefusal.twice(who) }
    guard people.count == 2 else { throw DutyChangeRefusal.notAPair(people.count) }
    guard window.start < window.end else { throw DutyChangeRefusal.backwards(words) }
    guard window.end > transaction.now else { throw DutyChangeRefusal.past(words) }
    let window = DutyWindow(start: max(window.start, transaction.now.wholeMinute), end: window.end)
    let pair = try people.map { try transaction.person($0).handle }
    try transaction.check(pair, in: window, of: team.name)
    let said = ["set by \(transaction.actor.handle)" + (reason.isEmpty ? "" : " (\(reason))")]
    let there = try transaction.duties(of: team.name, in: window)
    transaction.summary = "set \(pair[0]) and \(pair[1]) on duty for team \(team.name)"
    // The same time again only changes who is on.
    if let same = there.first, there.count == 1, same.window == window, same.window.start > transaction.now {
      try transaction.rewrite(same) { duty in
        (duty.people, duty.base, duty.reasons, duty.changes, duty.isFixed) = (pair, pair, said, [], true)
      }
      return try transaction.duty(same.number)
    }
    for duty in there { try transaction.makeWay(duty, for: window, words) }
    let duty = PlannedDuty(
      try transaction.nextDutyNumber(), team: team.name, window, pair, reasons: said, isFixed: true,
      changedAt: transaction.now)
    try transaction.insert(.duty, duty.row(), isNew: true)
    return duty
  }
}

extension Transaction {
  /// Cuts a planned duty so that it leaves a window free; it goes where nothing is left of it.
  fileprivate func makeWay(_ duty: PlannedDuty, for window: DutyWindow, _ words: String) throws {
    if duty.isFixed { throw DutyChangeRefusal.overlaps(words, with: duty.number, duty.people) }
    let left = duty.window.without([window])
    guard let first = left.first else { return try removeDuty(duty.number) }
    try rewrite(duty) { $0.window = first }
    for part in left.dropFirst() { try insertPart(of: duty, part) }
  }
}
