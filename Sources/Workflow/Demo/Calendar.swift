import Domain
import Foundation

extension Demo {
  enum Weekday: Int, Sendable { case monday = 0, tuesday, wednesday, thursday, friday }

  /// When something happens, as the story tells it.
  enum Moment: Hashable, Sendable {
    /// A working day of a week, 0 being the week of `now` and -1 the one before; the time of day is the platform team's.
    case week(Int, Weekday, String)
    /// The last day from Monday to Thursday that lies wholly before `now`'s.
    case lastDeployDay(String)
    /// The first working day after `now`'s.
    case nextWorkday(String)
    /// Minutes before `now`.
    case ago(Int)
  }

  /// The story's days, counted from the moment that it ends at.
  struct Calendar: Sendable {
    let now: Instant
    let zone: TimeZone
    private let today: CivilTime

    /// UTC stands in on a machine that knows no time zones, as the store would refuse the team otherwise.
    static let zoneName = TimeZone(identifier: "Europe/Berlin") == nil ? "UTC" : "Europe/Berlin"

    init(now: Instant) {
      self.now = now
      zone = TimeZone(identifier: Self.zoneName) ?? .gmt
      var midnight = CivilTime(now, in: zone)
      (midnight.hour, midnight.minute, midnight.second) = (0, 0, 0)
      today = midnight
    }

    var year: Int { today.year }

    func instant(_ moment: Moment) -> Instant {
      switch moment {
      case .week(let week, let weekday, let clock): return instant(day(week, weekday), clock)
      case .lastDeployDay(let clock):
        let ago = (1...4).first { (1...4).contains(today.adding(days: -$0).weekday) } ?? 1
        return instant(today.adding(days: -ago), clock)
      case .nextWorkday(let clock):
        let ahead = (1...3).first { (1...5).contains(today.adding(days: $0).weekday) } ?? 1
        return instant(today.adding(days: ahead), clock)
      case .ago(let minutes): return now - .minutes(Int64(minutes))
      }
    }

    /// `YYYY-MM-DD`.
    func date(_ week: Int, _ weekday: Weekday) -> String { day(week, weekday).isoDate }

    /// Whether it is on a day before `now`'s: only what is told of today happens today.
    func isPast(_ moment: Moment) -> Bool { instant(moment) < instant(today, "00:00") }

    private func day(_ week: Int, _ weekday: Weekday) -> CivilTime {
      today.adding(days: 1 - today.weekday + 7 * week + weekday.rawValue)
    }

    /// The moment at which the zone's clocks show that time. Clocks change at night, when nobody here works.
    private func instant(_ day: CivilTime, _ clock: String) -> Instant {
      let parts = clock.split(separator: ":").compactMap { Int64($0) }
      let minutes = parts.count == 2 ? parts[0] * 60 + parts[1] : 0
      let reading = Instant(milliseconds: (day.secondsAsUTC + minutes * 60) * 1000)
      let near = reading - .seconds(zone.secondsFromGMT(for: reading.date))
      return reading - .seconds(zone.secondsFromGMT(for: near.date))
    }
  }
}
