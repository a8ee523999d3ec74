import Foundation

/// A platform or application team: whose hours, holidays and environments a run is held against.
public struct Team: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case platform, application }

  public var name: TeamName
  public var kind: Kind
  /// An IANA name, as in `Europe/Berlin`.
  public var timeZone: String
  /// When a deploy to production may start.
  public var hours: WeeklyWindow
  public var holidays: [Holiday]
  public var freezes: [Freeze]
  public var environments: [Environment]

  public init(
    name: TeamName, kind: Kind = .platform, timeZone: String = "UTC", hours: WeeklyWindow = .officeHours,
    holidays: [Holiday] = [], freezes: [Freeze] = [], environments: [Environment] = Environment.usual
  ) {
    self.name = name
    self.kind = kind
    self.timeZone = timeZone
    self.hours = hours
    self.holidays = holidays
    self.freezes = freezes
    self.environments = environments
  }

  /// The team's time zone; nil when this machine does not know it.
  public var zone: TimeZone? { TimeZone(identifier: timeZone) }

  public func environment(_ name: String) -> Environment? { environments.first { $0.name == name } }
}

/// A place that a team deploys to.
public struct Environment: Hashable, Codable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable { case staging, production, other }

  public var name: String
  public var kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  public static let usual = [
    Environment(name: "staging", kind: .staging), Environment(name: "prod", kind: .production),
  ]
}

/// A day without deploys to production.
public struct Holiday: Hashable, Codable, Sendable {
  /// `YYYY-MM-DD`, in the team's time zone.
  public var date: String
  public var name: String

  public init(date: String, name: String) {
    self.date = date
    self.name = name
  }
}

/// A stretch of days in which production is left alone.
public struct Freeze: Hashable, Codable, Sendable {
  /// First and last day, both `YYYY-MM-DD` and inclusive, in the team's time zone.
  public var from: String
  public var through: String
  public var reason: String

  public init(from: String, through: String, reason: String) {
    self.from = from
    self.through = through
    self.reason = reason
  }

  public func contains(_ date: String) -> Bool { from <= date && date <= through }
}

extension WeeklyWindow {
  /// Monday to Friday, nine to five: what a team has until it says otherwise.
  public static let officeHours = WeeklyWindow(days: 1...5, minutes: 540..<1020, text: "Mon-Fri 09:00-17:00")

  private init(days: ClosedRange<Int>, minutes: Range<Int>, text: String) {
    spans = [Span(weekdays: Set(days), minutes: minutes)]
    self.text = text
  }
}

extension Team {
  /// The first day after `time` with working hours that is no holiday, as `YYYY-MM-DD`; nil when there is none in a year.
  public func nextWorkingDay(after time: CivilTime) -> String? {
    for ahead in 1...366 {
      let day = time.adding(days: ahead)
      if hours.opens(on: day.weekday), !holidays.contains(where: { $0.date == day.isoDate }) { return day.isoDate }
    }
    return nil
  }
}
