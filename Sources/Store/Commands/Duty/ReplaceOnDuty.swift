import Domain
import Foundation

/// Puts somebody on duty in the place of somebody else. Of a duty under way, from now on: what is over stays.
public struct ReplaceOnDuty: Command {
  public static let name = "duty-replace"
  public static let undo = UndoPolicy.undoable
  public var number: DutyNumber
  /// Nil where somebody is missing, or where only one is on.
  public var from: Handle?
  public var to: Handle
  public var reason: String

  public init(_ number: DutyNumber, from: Handle?, to: Handle, reason: String = "") {
    self.number = number
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// - Returns: the duty that they are on in: another one than was named, where it was cut.
  public func perform(in transaction: Transaction) throws -> PlannedDuty {
    let duty = try transaction.duty(number)
    let replaced = try transaction.replace(from, by: to, in: duty, reason: reason)
    let instead = replaced.changes.last?.from.map { " for \($0)" } ?? ""
    transaction.summary = "\(to) is on\(instead) in duty \(replaced.number) of team \(duty.team)"
    return replaced
  }
}

/// Takes over the duty that is under way, now.
public struct TakeDuty: Command {
  public static let name = "duty-take"
  public static let undo = UndoPolicy.undoable
  public var team: TeamName
  /// Whose place; nil where one is missing.
  public var from: Handle?
  /// Whoever does it, when nil.
  public var who: Handle?
  public var reason: String

  public init(_ team: TeamName, from: Handle? = nil, who: Handle? = nil, reason: String = "") {
    self.team = team
    self.from = from
    self.who = who
    self.reason = reason
  }

  public func perform(in transaction: Transaction) throws -> PlannedDuty {
    let team = try transaction.team(team)
    let who = who ?? transaction.actor.handle
    guard let duty = try transaction.onDuty(of: team.name, at: transaction.now) else {
      throw Missing.dutyAt("now", team: team.name)
    }
    let taken = try transaction.replace(from, by: who, in: duty, reason: reason)
    transaction.summary = "\(who) took over the duty of team \(team.name)"
    return taken
  }
}

/// Gives one's place in a duty for somebody's place in another. Both changes belong to their duties.
public struct SwapDuties: Command {
  public static let name = "duty-swap"
  public static let undo = UndoPolicy.undoable
  public var one: DutyNumber
  public var who: Handle
  public var other: DutyNumber
  /// Whose place in the other one; nil where only one there is not on in both.
  public var with: Handle?
  public var reason: String

  public init(_ one: DutyNumber, of who: Handle, for other: DutyNumber, of with: Handle? = nil, reason: String = "") {
    self.one = one
    self.who = who
    self.other = other
    self.with = with
    self.reason = reason
  }

  /// - Returns: both duties, as they are now.
  public func perform(in transaction: Transaction) throws -> [PlannedDuty] {
    if one == other { throw DutyChangeRefusal.sameDuty(one) }
    if with == who { throw DutyChangeRefusal.swapWithOneself(who) }
    let (mine, theirs) = (try transaction.duty(one), try transaction.duty(other))
    if mine.team != theirs.team { throw DutyChangeRefusal.otherTeam(one, mine.team, other, theirs.team) }
    guard mine.people.contains(who) else { throw DutyChangeRefusal.notOn(who, one, mine.people) }
    let choices = theirs.people.filter { !mine.people.contains($0) }
    guard let with = with ?? (choices.count == 1 ? choices.first : nil) else {
      if theirs.people == [who] { throw DutyChangeRefusal.swapWithOneself(who) }
      throw DutyChangeRefusal.withWhom(other, theirs.people)
    }
    let first = try transaction.replace(who, by: with, in: mine, reason: reason)
    let second = try transaction.replace(with, by: who, in: theirs, reason: reason)
    transaction.summary = "\(who) and \(with) swapped duties \(one) and \(other) of team \(mine.team)"
    return [first, second]
  }
}

extension Transaction {
  /// Puts somebody in somebody's place; of a duty under way, only in what is left of it, which becomes a duty of its own.
  func replace(_ from: Handle?, by to: Handle, in duty: PlannedDuty, reason: String) throws -> PlannedDuty {
    guard duty.window.end > now else { throw DutyChangeRefusal.past("duty \(duty.number)") }
    let to = try person(to).handle
    if from == to { throw DutyChangeRefusal.swapWithOneself(to) }
    if duty.people.contains(to) { throw DutyChangeRefusal.alreadyOn(to, duty.number) }
    if let from, !duty.people.contains(from) { throw DutyChangeRefusal.notOn(from, duty.number, duty.people) }
    if from == nil, duty.people.count >= 2 { throw DutyChangeRefusal.forWhom(duty.number, duty.people) }
    // A duty that is under way is cut at the whole minute that has begun.
    let start = max(duty.window.start, now.wholeMinute)
    let window = DutyWindow(start: start, end: duty.window.end)
    let partners = duty.people.filter { $0 != from }
    try check([to], with: partners, in: window, of: duty.team)
    guard start > duty.window.start else {
      try rewrite(duty) { $0.put(to, for: from, by: actor.handle, at: now, reason: reason) }
      return try self.duty(duty.number)
    }
    try rewrite(duty) { $0.window.end = start }
    return try insertPart(of: duty, window) { $0.put(to, for: from, by: actor.handle, at: now, reason: reason) }
  }

  /// Writes a part of a duty as one of its own, which knows what it was cut from.
  @discardableResult
  func insertPart(
    of duty: PlannedDuty, _ window: DutyWindow, _ change: (inout PlannedDuty) -> Void = { _ in }
  ) throws -> PlannedDuty {
    var part = duty
    (part.number, part.window) = (try nextDutyNumber(), window)
    (part.partOf, part.sequence, part.changedAt) = (duty.partOf ?? duty.number, 0, now)
    change(&part)
    try insert(.duty, part.row(), isNew: true)
    return part
  }

  /// Whether people may be put on duty by hand (``DutyPlanning/refusal(_:with:in:of:)``).
  func check(_ people: [Handle], with partners: [Handle] = [], in window: DutyWindow, of team: TeamName) throws {
    if let refusal = try dutyPlanning(of: team).refusal(people, with: partners, in: window, of: team) { throw refusal }
  }
}
