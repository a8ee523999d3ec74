import Foundation

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, as the store keeps it.
public struct Instant: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  public static func + (instant: Self, duration: Duration) -> Self {
    Self(milliseconds: instant.milliseconds + duration.wholeMilliseconds)
  }

  public static func - (instant: Self, duration: Duration) -> Self {
    Self(milliseconds: instant.milliseconds - duration.wholeMilliseconds)
  }

  public static func - (later: Self, earlier: Self) -> Duration {
    .milliseconds(later.milliseconds - earlier.milliseconds)
  }
}

extension Instant {
  /// RFC 3339 in UTC with milliseconds, as in `2026-12-07T09:30:00.000Z`.
  public var rfc3339: String {
    let civil = CivilTime(self, offsetSeconds: 0)
    let fraction = Int(((milliseconds % 1000) + 1000) % 1000)
    let padding = String(repeating: "0", count: 3 - String(fraction).count)
    return "\(civil.isoDate)T\(civil.clockWithSeconds).\(padding)\(fraction)Z"
  }

  /// Reads an RFC 3339 time with a zone (`Z` or an offset), fractional seconds allowed; nil when it is none.
  ///
  /// Strict, because it dates the record: Foundation's own reader takes 30 February, hour 25 and trailing text.
  public init?(rfc3339 text: String) {
    let form = /(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))/
    guard let match = text.wholeMatch(of: form.asciiOnlyDigits()) else { return nil }
    let (_, date, hour, minute, second, fraction, sign, zoneHour, zoneMinute) = match.output
    guard let midnight = CivilTime(date: String(date)), let hour = Int(hour), hour < 24, let minute = Int(minute),
      minute < 60, let second = Int(second), second < 60
    else { return nil }
    var offset = 0
    if let sign, let zoneHour = zoneHour.flatMap({ Int($0) }), let zoneMinute = zoneMinute.flatMap({ Int($0) }) {
      guard zoneHour < 24, zoneMinute < 60 else { return nil }
      offset = (zoneHour * 3600 + zoneMinute * 60) * (sign == "-" ? -1 : 1)
    }
    let seconds = midnight.secondsAsUTC + Int64(hour * 3600 + minute * 60 + second - offset)
    let thousandths = Int64((String(fraction ?? "") + "000").prefix(3)) ?? 0
    self.init(milliseconds: seconds * 1000 + thousandths)
  }
}

extension Duration {
  /// Up to the next whole second.
  public var roundedUp: Duration {
    .seconds(components.seconds + (components.attoseconds > 0 ? 1 : 0))
  }

  public var wholeMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }

  public var wholeSeconds: Int64 { components.seconds }

  public static func minutes(_ count: Int64) -> Duration { .seconds(count * 60) }
}
