import Foundation

/// A wall-clock reading: date, weekday and time of day at some offset from UTC.
///
/// Plain arithmetic on the proleptic Gregorian calendar, because it is asked for on every line of a
/// screen, where `Calendar` would cost more than the frame.
public struct CivilTime: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int
  public var hour: Int
  public var minute: Int
  public var second: Int

  public init(_ instant: Instant, offsetSeconds: Int) {
    let seconds = Self.floorDivide(instant.milliseconds, 1000) + Int64(offsetSeconds)
    let days = Self.floorDivide(seconds, 86_400)
    let secondOfDay = Int(seconds - days * 86_400)
    (year, month, day) = Self.date(ofDay: days)
    weekday = Int(((days + 3) % 7 + 7) % 7) + 1
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }

  public init(_ instant: Instant, in zone: TimeZone) {
    self.init(instant, offsetSeconds: zone.secondsFromGMT(for: instant.date))
  }

  /// Midnight at the start of a day written `YYYY-MM-DD`; nil when there is no such day.
  public init?(date: String) {
    guard let (year, month, day) = CalendarDate.parts(of: date) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Midnight on a day; nil where there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.isDay(year, month, day) else { return nil }
    self.init(Instant(milliseconds: 0), offsetSeconds: 0)
    (self.year, self.month, self.day) = (year, month, day)
    weekday = Int(((dayNumber + 3) % 7 + 7) % 7) + 1
  }

  public var minuteOfDay: Int { hour * 60 + minute }
  public var isoDate: String { "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))" }
  public var clock: String { "\(Self.pad(hour, 2)):\(Self.pad(minute, 2))" }
  public var clockWithSeconds: String { clock + ":" + Self.pad(second, 2) }

  /// The same time of day some days later (or earlier, when negative).
  public func adding(days: Int) -> CivilTime {
    let shifted = CivilTime(Instant(milliseconds: (dayNumber + Int64(days)) * 86_400_000), offsetSeconds: 0)
    var result = self
    (result.year, result.month, result.day, result.weekday) =
      (shifted.year, shifted.month, shifted.day, shifted.weekday)
    return result
  }

  /// Seconds since 1970 if the reading were UTC.
  public var secondsAsUTC: Int64 { dayNumber * 86_400 + Int64(hour * 3600 + minute * 60 + second) }

  /// The day counted from 1970-01-01 (Hinnant's days_from_civil).
  private var dayNumber: Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = Self.floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  /// The civil date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func date(ofDay day: Int64) -> (Int, Int, Int) {
    let shifted = day + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), Int(month), Int(day))
  }
}
