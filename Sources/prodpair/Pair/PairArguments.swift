import ArgumentParser
import Domain
import Foundation
import Store

extension DutyNumber: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.init(value)
  }
}

extension Experience: ExpressibleByArgument {}

extension PairRule.Kind: ExpressibleByArgument {}

/// A stretch of days as in `2026-12-20..2026-12-27`, both inclusive; one day alone; or two times.
enum DutySpan {
  /// - Throws: ``DutyChangeRefusal`` for what is no day, `CommandLineError` for what is no time, or one that the clocks go past
  ///   or show twice.
  static func window(_ text: String, in zone: TimeZone, now: Instant) throws -> DutyWindow {
    let parts = text.components(separatedBy: "..")
    guard let first = parts.first, let last = parts.last, parts.count <= 2, !first.isEmpty, !last.isEmpty else {
      throw DutyChangeRefusal.dateUnreadable(text)
    }
    let start = try moment(first, isEnd: false, in: zone, now: now)
    let end = try moment(last, isEnd: true, in: zone, now: now)
    guard start < end else { throw DutyChangeRefusal.backwards(text) }
    return DutyWindow(start: start, end: end)
  }

  /// A day is its beginning, or at the end its last moment; all else is a time as it is typed everywhere.
  private static func moment(_ text: String, isEnd: Bool, in zone: TimeZone, now: Instant) throws -> Instant {
    guard text.contains(":") else {
      guard let day = CivilTime(date: text) else { throw DutyChangeRefusal.dateUnreadable(text) }
      return Instant(day: day, minute: isEnd ? 1440 : 0, in: zone)
    }
    return try ClockText.instant(text, in: zone, now: now)
  }
}

/// `out:ana 2026-12-20..2026-12-27` or `never:ana,bo`: what a plan is to take for granted, as `--what-if` takes it.
struct WhatIf: ExpressibleByArgument {
  enum Change {
    case out(Handle, span: String)
    case never(Handle, Handle)
  }

  var change: Change

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "out":
      let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { return nil }
      change = .out(Handle(words[0]), span: words[1])
    case "never":
      guard let names = NameList(argument: parts[1])?.names, names.count == 2, names[0] != names[1] else { return nil }
      change = .never(Handle(names[0]), Handle(names[1]))
    default: return nil
    }
  }

  func apply(to planning: inout DutyPlanning, of team: TeamName, now: Instant) throws {
    func check(_ who: Handle) throws {
      if !planning.members.contains(where: { $0.who == who }) { throw DutyChangeRefusal.notInRotation(who, team) }
    }
    switch change {
    case .out(let who, let span):
      try check(who)
      planning.absences.append(
        Absence(who, try DutySpan.window(span, in: planning.zone, now: now), reason: "what if"))
    case .never(let one, let other):
      for who in [one, other] { try check(who) }
      planning.rules.append(PairRule(.never, DutyPair(one, other), reason: "what if"))
    }
  }
}

extension Reading {
  /// The team and its zone, in which times are typed and shown.
  func dutyTeam(_ name: TeamName?) throws -> (name: TeamName, zone: TimeZone) {
    let team = try team(orOnly: name)
    guard let zone = team.zone else { throw Clash.timeZoneUnknown(team.timeZone) }
    return (team.name, zone)
  }

  /// A duty as it is named on the command line: by its number, or as the one that is under way at a time.
  func duty(named text: String, of team: TeamName?, now: Instant) throws -> PlannedDuty {
    if let number = DutyNumber(argument: text) { return try duty(number) }
    let (name, zone) = try dutyTeam(team)
    let moment: Instant
    if text == "now" {
      moment = now
    } else if text == "last" {
      guard let last = try lastDuty(of: name, before: now) else { throw Missing.dutyAt("earlier", team: name) }
      return last
    } else if text == "next" {
      guard let next = try nextDuty(of: name, from: now) else { throw Missing.dutyAt("later", team: name) }
      return next
    } else if let day = CivilTime(date: text) {
      // Of a day on which the pair hands over, its last moment tells those who come on.
      moment = Instant(day: day, minute: 1440, in: zone) - .milliseconds(1)
    } else {
      moment = try ClockText.instant(text, in: zone, now: now)
    }
    guard let duty = try onDuty(of: name, at: moment) else { throw Missing.dutyAt(text, team: name) }
    return duty
  }
}
