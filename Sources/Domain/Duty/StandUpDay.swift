import Foundation

/// The morning of a stand-up, and the working day that it looks back on, in a team's own time.
public struct StandUpDay: Hashable, Sendable {
  /// `YYYY-MM-DD`.
  public let today: String
  /// The last working day before it, `YYYY-MM-DD`; on a Monday that is the Friday, holidays aside.
  public let last: String
  /// From the beginning of that day to now.
  public let lookBack: DutyWindow
  /// From now to the end of today.
  public let rest: DutyWindow

  /// Days to look back for one with working hours; a team without any looks back on yesterday.
  private static let mostDays = 31

  public init(at now: Instant, for team: Team, zone: TimeZone) {
    let civil = CivilTime(now, in: zone)
    let days = (1...Self.mostDays).map { civil.adding(days: -$0) }
    let working = days.first { day in
      team.hours.opens(on: day.weekday) && !team.holidays.contains { $0.date == day.isoDate }
    }
    let last = working ?? civil.adding(days: -1)
    today = civil.isoDate
    self.last = last.isoDate
    lookBack = DutyWindow(start: Instant(day: last, minute: 0, in: zone), end: now)
    rest = DutyWindow(start: now, end: Instant(day: civil, minute: 1440, in: zone))
  }
}
