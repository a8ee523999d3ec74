import Foundation

/// A stretch of days as people type it: `2026-12-20..2026-12-27`, both included; one day alone; or two times.
public enum DutySpan {
  /// - Throws: ``DutyChangeRefusal`` for what is no day and no time, for a time that the clocks go past or show twice, and
  ///   for an end before the beginning.
  public static func window(
    _ text: String, in zone: TimeZone, now: Instant
  ) throws(DutyChangeRefusal) -> DutyWindow {
    let parts = text.components(separatedBy: "..")
    guard let first = parts.first, let last = parts.last, parts.count <= 2, !first.isEmpty, !last.isEmpty else {
      throw .dateUnreadable(text)
    }
    let start = try moment(first, isEnd: false, in: zone, now: now)
    let end = try moment(last, isEnd: true, in: zone, now: now)
    guard start < end else { throw .backwards(text) }
    return DutyWindow(start: start, end: end)
  }

  /// A day is its beginning, or at the end its last moment; all else is a time as it is typed everywhere.
  private static func moment(
    _ text: String, isEnd: Bool, in zone: TimeZone, now: Instant
  ) throws(DutyChangeRefusal) -> Instant {
    guard text.contains(":") else {
      guard let day = CivilTime(date: text) else { throw .dateUnreadable(text) }
      return Instant(day: day, minute: isEnd ? 1440 : 0, in: zone)
    }
    do {
      return try TypedTime.instant(text, in: zone, now: now)
    } catch {
      throw .time(text, error, zone: zone.name)
    }
  }

  /// The days that a window covers, as they are typed; its two times where it does not begin and end with a day.
  public static func text(_ window: DutyWindow, in zone: TimeZone) -> String {
    let (start, end) = (CivilTime(window.start, in: zone), CivilTime(window.end, in: zone))
    guard start.minuteOfDay == 0, end.minuteOfDay == 0 else {
      return "\(start.isoDate) \(start.clock)..\(end.isoDate) \(end.clock)"
    }
    let last = CivilTime(window.end - .milliseconds(1), in: zone).isoDate
    return start.isoDate == last ? last : "\(start.isoDate)..\(last)"
  }
}
