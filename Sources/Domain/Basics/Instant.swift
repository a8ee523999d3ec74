import Foundation

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, as the store keeps it.
public struct Instant: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  /// The beginning of the minute that it lies in.
  public var wholeMinute: Instant { Instant(milliseconds: milliseconds - ((milliseconds % 60_000) + 60_000) % 60_000) }

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

  /// The moments that RFC 3339 has a text for: the years 0000 to 9999 in UTC. In milliseconds.
  static let writable: Range<Int64> = -62_167_219_200_000..<253_402_300_800_000

  /// Reads an RFC 3339 time with a zone (`Z` or an offset), fractional seconds allowed; nil when it is none, or of
  /// no year from 0000 to 9999 in UTC.
  ///
  /// Strict, because it dates the record: Foundation's own reader takes 30 February, hour 25 and trailing text.
  public init?(rfc3339 text: String) {
    var text = text
    guard let milliseconds = text.withUTF8({ Self.milliseconds($0) }) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  /// By hand: an import reads millions of them, and a regular expression took ten times as long as all else of it.
  private static func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    func digits(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= text.count else { return nil }
      var number = 0
      for byte in text[start..<start + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number
    }
    func stands(_ character: Unicode.Scalar, at index: Int) -> Bool {
      index < text.count && text[index] == UInt8(ascii: character)
    }
    guard let year = digits(0, 4), stands("-", at: 4), let month = digits(5, 2), stands("-", at: 7),
      let day = digits(8, 2), stands("T", at: 10) || stands("t", at: 10), let hour = digits(11, 2), hour < 24,
      stands(":", at: 13), let minute = digits(14, 2), minute < 60, stands(":", at: 16), let second = digits(17, 2),
      second < 60, let midnight = CivilTime(year: year, month: month, day: day)
    else { return nil }
    var index = 19
    var thousandths = 0
    if stands(".", at: index) {
      let start = index + 1
      index = start
      while index < text.count, index - start < 9, (0x30...0x39).contains(text[index]) {
        if index - start < 3 { thousandths += Int(text[index] - 0x30) * [100, 10, 1][index - start] }
        index += 1
      }
      guard index > start else { return nil }
    }
    var offset = 0
    if stands("Z", at: index) || stands("z", at: index) {
      index += 1
    } else {
      guard stands("+", at: index) || stands("-", at: index), let zoneHour = digits(index + 1, 2), zoneHour < 24,
        stands(":", at: index + 3), let zoneMinute = digits(index + 4, 2), zoneMinute < 60
      else { return nil }
      offset = (zoneHour * 3600 + zoneMinute * 60) * (stands("-", at: index) ? -1 : 1)
      index += 6
    }
    guard index == text.count else { return nil }
    let seconds = midnight.secondsAsUTC + Int64(hour * 3600 + minute * 60 + second - offset)
    let moment = seconds * 1000 + Int64(thousandths)
    return writable.contains(moment) ? moment : nil
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
