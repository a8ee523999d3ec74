import Foundation

/// A duty's number in the store, from 1: what calendars, swaps and hand-overs know it by, also when its time moves.
public struct DutyNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A team's duty as the store keeps it.
public struct PlannedDuty: Hashable, Sendable {
  public var number: DutyNumber
  public var team: TeamName
  public var window: DutyWindow
  /// Who is on, the one who carries over first; fewer than two where there is a gap.
  public var people: [Handle]
  /// Who would be on without the changes.
  public var base: [Handle]
  /// Why these two, a few words each.
  public var reasons: [String]
  /// Who took whose place, in the order in which it was said.
  public var changes: [DutyChange]
  /// Whether it was set by hand, so that a new plan leaves it alone.
  public var isFixed: Bool
  /// Raised whenever its time or its people change (RFC 5545, 3.8.7.4).
  public var sequence: Int
  /// The duty that it was cut from, when somebody took over in the middle.
  public var partOf: DutyNumber?
  /// When its time or its people changed last.
  public var changedAt: Instant

  public init(
    _ number: DutyNumber, team: TeamName, _ window: DutyWindow, _ people: [Handle], base: [Handle]? = nil,
    reasons: [String] = [], changes: [DutyChange] = [], isFixed: Bool = false, sequence: Int = 0,
    partOf: DutyNumber? = nil, changedAt: Instant
  ) {
    self.number = number
    self.team = team
    self.window = window
    self.people = people
    self.base = base ?? people
    self.reasons = reasons
    self.changes = changes
    self.isFixed = isFixed
    self.sequence = sequence
    self.partOf = partOf
    self.changedAt = changedAt
  }

  public var pair: DutyPair? { people.count == 2 ? DutyPair(people[0], people[1]) : nil }
  /// Whether fewer than two are on.
  public var isGap: Bool { people.count < 2 }
  /// Whether somebody is on in the place of somebody else.
  public var isChanged: Bool { Set(people) != Set(base) }

  /// Why these two, in one line: what the plan went by, and who took whose place.
  public var why: String { DutyChange.why(reasons, changes) }

  /// Duties as figures count them: one that was cut counts once, for the two who had most of it.
  public static func joined(_ duties: [PlannedDuty]) -> [Duty] {
    Dictionary(grouping: duties) { $0.partOf ?? $0.number }.values.compactMap { parts -> Duty? in
      let sorted = parts.sorted { $0.window < $1.window }
      guard let first = sorted.first, let last = sorted.last,
        let longest = sorted.max(by: { $0.window.milliseconds < $1.window.milliseconds })
      else { return nil }
      return Duty(DutyWindow(start: first.window.start, end: last.window.end), longest.people)
    }.sorted { $0.window < $1.window }
  }

  /// Who took whose place, in one line; empty where nobody did.
  public var changeWords: String { DutyChange.why([], changes) }

  /// The duty without what only the store knows of it, as figures and feeds take it.
  public var duty: Duty { Duty(window, people, reasons: reasons, changes: changes) }

  /// Puts somebody in another's place, or where somebody is missing.
  public mutating func put(_ to: Handle, for from: Handle?, by: Handle, at now: Instant, reason: String) {
    if let from, let index = people.firstIndex(of: from) { people[index] = to } else { people.append(to) }
    changes.append(DutyChange(from: from, to: to, by: by, at: now, reason: reason))
  }
}

/// Somebody who is on in the place of somebody else: it belongs to the duty, and goes with it when its time moves.
public struct DutyChange: Hashable, Sendable {
  /// Nil where somebody was missing.
  public var from: Handle?
  public var to: Handle
  public var by: Handle
  public var at: Instant
  public var reason: String

  public init(from: Handle?, to: Handle, by: Handle, at: Instant, reason: String) {
    self.from = from
    self.to = to
    self.by = by
    self.at = at
    self.reason = reason
  }

  static func why(_ reasons: [String], _ changes: [DutyChange]) -> String {
    let said = changes.map { change in
      let who = change.from.map { "\(change.to) for \($0)" } ?? "\(change.to) as well"
      return change.reason.isEmpty ? who : "\(who) (\(change.reason))"
    }
    return (reasons + said).joined(separator: "; ")
  }
}

extension Duty {
  /// Of reasons as they were written down, and of who took whose place.
  init(_ window: DutyWindow, _ people: [Handle], reasons: [String], changes: [DutyChange]) {
    let said = changes.map { DutyReason.said(DutyChange.why([], [$0])) }
    self.init(window, people, reasons: reasons.map { DutyReason(text: $0) } + said)
  }
}

extension DutyWindow {
  /// Both ends to the minute on the clocks of a zone, as in `2026-12-07 10:00 to 2026-12-14 10:00`.
  public func text(in zone: TimeZone) -> String {
    let ends = [start, end].map { CivilTime($0, in: zone) }.map { "\($0.isoDate) \($0.clock)" }
    return ends.joined(separator: " to ")
  }

  /// How long both are, in milliseconds; 0 where they only touch.
  public func overlap(_ other: DutyWindow) -> Int64 {
    max(0, min(end, other.end).milliseconds - max(start, other.start).milliseconds)
  }

  public var milliseconds: Int64 { end.milliseconds - start.milliseconds }

  /// What of it lies outside all the others.
  public func without(_ others: [DutyWindow]) -> [DutyWindow] {
    others.reduce([self]) { rest, other in
      rest.flatMap { part -> [DutyWindow] in
        guard part.overlaps(other) else { return [part] }
        var left: [DutyWindow] = []
        if part.start < other.start { left.append(DutyWindow(start: part.start, end: other.start)) }
        if other.end < part.end { left.append(DutyWindow(start: other.end, end: part.end)) }
        return left
      }
    }
  }
}
