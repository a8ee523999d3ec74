import Foundation

/// The days that figures are of, and the stretches that charts show them in.
public struct NumbersWindow: Hashable, Sendable {
  /// From the first moment of the first day to the last of the last, or to now where that comes first.
  public let period: DutyWindow
  /// The first day and the last, `YYYY-MM-DD` in the team's zone.
  public let firstDay: String
  public let lastDay: String
  public let zone: TimeZone
  /// Weeks from Monday, or months where there would be too many; the first and the last may be cut.
  public let stretches: [DutyWindow]
  /// One for each stretch: `12-07` for a week, `2026-12` for a month.
  public let labels: [String]

  /// Weeks that a window has unless somebody says otherwise.
  public static let usualWeeks = 13
  /// More weeks than these are shown as months.
  public static let mostWeeks = 27

  /// - Returns: nil where the last day lies before the first, or the first after today.
  public init?(since: String? = nil, until: String? = nil, weeks: Int = usualWeeks, zone: TimeZone, now: Instant) {
    let today = CivilTime(now, in: zone)
    let end = min(until ?? today.isoDate, today.isoDate)
    guard let last = CivilTime(date: end) else { return nil }
    let start = since ?? last.adding(days: 1 - weeks * 7).isoDate
    guard let first = CivilTime(date: start) else { return nil }
    let (from, to) = (Instant(day: first, minute: 0, in: zone), Instant(day: last, minute: 1440, in: zone))
    guard from < min(to, now) else { return nil }
    period = DutyWindow(start: from, end: min(to, now))
    (firstDay, lastDay) = (start, min(end, today.isoDate))
    self.zone = zone
    (stretches, labels) = Self.stretches(of: period, first, in: zone)
  }

  public var weeks: Double { Double(period.milliseconds) / (7 * 86_400_000) }

  private static func stretches(
    of period: DutyWindow, _ first: CivilTime, in zone: TimeZone
  ) -> ([DutyWindow], [String]) {
    let isMonthly = period.milliseconds > Int64(mostWeeks) * 7 * 86_400_000
    var day = isMonthly ? first.adding(days: 1 - first.day) : first.adding(days: 1 - first.weekday)
    var stretches: [DutyWindow] = []
    var labels: [String] = []
    while true {
      let next = isMonthly ? day.adding(days: 32).startOfMonth : day.adding(days: 7)
      let whole = DutyWindow(
        start: Instant(day: day, minute: 0, in: zone), end: Instant(day: next, minute: 0, in: zone))
      guard whole.start < period.end else { return (stretches, labels) }
      if let stretch = whole.common(with: period) {
        stretches.append(stretch)
        labels.append(String(isMonthly ? day.isoDate.prefix(7) : day.isoDate.suffix(5)))
      }
      day = next
    }
  }

  /// Which stretch a moment lies in; nil outside of the window.
  func stretch(of moment: Instant) -> Int? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= moment { low = middle + 1 } else { high = middle }
    }
    return stretches.indices.contains(low) && stretches[low].contains(moment) ? low : nil
  }
}

extension CivilTime {
  fileprivate var startOfMonth: CivilTime { adding(days: 1 - day) }
}
