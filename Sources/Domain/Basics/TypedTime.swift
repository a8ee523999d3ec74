import Foundation

/// Times as people type them: `HH:MM` is today in the team's zone; a date may stand before it; RFC 3339 says all.
public enum TypedTime {
  /// Why a time could not be read.
  public enum Problem: Error, Hashable, Sendable {
    case unreadable
    /// The clocks go past it: there is no such moment.
    case skipped
    /// The clocks show it twice.
    case twice
  }

  public static func instant(_ text: String, in zone: TimeZone, now: Instant) throws(Problem) -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    let parts = text.split { $0 == " " || $0 == "T" }
    guard let clock = parts.last, parts.count <= 2, isClock(clock) else { throw .unreadable }
    let date = parts.count == 2 ? String(parts[0]) : CivilTime(now, in: zone).isoDate
    guard CalendarDate.isValid(date), let reading = Instant(rfc3339: "\(date)T\(clock):00Z") else {
      throw .unreadable
    }
    return try instant(reading: reading, in: zone)
  }

  /// The moment at which the zone's clocks show what a clock in UTC shows at `reading`.
  private static func instant(reading: Instant, in zone: TimeZone) throws(Problem) -> Instant {
    // Clocks change at most once in two days, so that the offsets before and after it are these.
    let offsets = [-1, 1].map { days in zone.secondsFromGMT(for: reading.date.addingTimeInterval(days * 86_400)) }
    let wanted = CivilTime(reading, offsetSeconds: 0)
    let found = Set(offsets).map { reading - .seconds($0) }.filter { CivilTime($0, in: zone) == wanted }
    guard let first = found.first else { throw .skipped }
    guard found.count == 1 else { throw .twice }
    return first
  }

  private static func isClock(_ text: Substring) -> Bool {
    let digits = text.utf8.map { $0 }
    guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let hour = Int(text.prefix(2)),
      let minute = Int(text.suffix(2))
    else { return false }
    return (0...23).contains(hour) && (0...59).contains(minute)
  }
}

extension TypedTime.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable: "not of the form 2026-11-30 09:30, or 09:30 for today"
    case .skipped: "there is no such time that day: the clocks go past it"
    case .twice: "the clocks show that time twice that day: say which, with its offset"
    }
  }
}

extension TypedTime.Problem {
  /// The same of the text that was typed, with what to do.
  public func words(of text: String, zone: String) -> String {
    switch self {
    case .unreadable:
      "\(text) is no time: write HH:MM (the team's time, today), YYYY-MM-DD HH:MM, or RFC 3339 as in 2026-12-07T09:30:00Z"
    case .skipped:
      "\(text) does not come in \(zone), whose clocks are put forward over it: write an hour earlier or later"
    case .twice: "\(text) comes twice in \(zone), whose clocks are put back over it: write RFC 3339 with the offset"
    }
  }
}
