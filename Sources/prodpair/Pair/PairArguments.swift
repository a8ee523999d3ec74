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

extension DutyWhatIf: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
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
