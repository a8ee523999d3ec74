import Domain
import Foundation

/// Times as people type them: `HH:MM` is today in the team's zone; a date may stand before it; RFC 3339 says all.
enum ClockText {
  static func instant(_ text: String, in zone: TimeZone, now: Instant) throws(CommandLineError) -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    let parts = text.split { $0 == " " || $0 == "T" }
    guard let clock = parts.last, parts.count <= 2, isClock(clock) else { throw .timeUnreadable(text) }
    let date = parts.count == 2 ? String(parts[0]) : CivilTime(now, in: zone).isoDate
    guard CalendarDate.isValid(date), let reading = Instant(rfc3339: "\(date)T\(clock):00Z") else {
      throw .timeUnreadable(text)
    }
    return try instant(reading: reading, text, in: zone)
  }

  /// The moment at which the zone's clocks show what a clock in UTC shows at `reading`.
  private static func instant(
    reading: Instant, _ text: String, in zone: TimeZone
  ) throws(CommandLineError) -> Instant {
    // Clocks change at most once in two days, so that the offsets before and after it are these.
    let offsets = [-1, 1].map { days in zone.secondsFromGMT(for: reading.date.addingTimeInterval(days * 86_400)) }
    let wanted = CivilTime(reading, offsetSeconds: 0)
    let found = Set(offsets).map { reading - .seconds($0) }.filter { CivilTime($0, in: zone) == wanted }
    guard let first = found.first else { throw .timeSkipped(text, zone: zone.identifier) }
    guard found.count == 1 else { throw .timeTwice(text, zone: zone.identifier) }
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
