import Foundation

extension WeeklyWindow {
  /// The parts of a window in which a team works that keeps these hours: by time, none overlapping another, none empty.
  ///
  /// A day's hours are what the clocks of the zone show, so that one on which they are set back or forward may have more
  /// or less of them. Holidays are no part of the hours, and count as any day.
  public func stretches(in window: DutyWindow, _ zone: TimeZone) -> [DutyWindow] {
    var found: [DutyWindow] = []
    eachStretch(in: window, zone) { stretch in
      if let last = found.last, stretch.start <= last.end {
        found[found.count - 1].end = max(last.end, stretch.end)
      } else {
        found.append(stretch)
      }
      return true
    }
    return found
  }

  /// Whether any of a window is worked in; it looks no further than the first hour that is.
  public func isWorked(in window: DutyWindow, _ zone: TimeZone) -> Bool {
    var isWorked = false
    eachStretch(in: window, zone) { _ in
      isWorked = true
      return false
    }
    return isWorked
  }

  /// How much of a week is worked, `0...1`, where no clocks change.
  public var shareOfWeek: Double {
    let week = DutyWindow(start: Instant(milliseconds: 0), end: Instant(milliseconds: 7 * 86_400_000))
    let worked = stretches(in: week, .gmt).reduce(0) { $0 + $1.milliseconds }
    return Double(worked) / Double(week.milliseconds)
  }

  /// - Parameter visit: is handed the stretches by their beginnings, and says whether it wants more of them.
  private func eachStretch(in window: DutyWindow, _ zone: TimeZone, _ visit: (DutyWindow) -> Bool) {
    guard window.start < window.end else { return }
    let spans = spans.sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    // A day early: what was 24:00 there may be later than midnight where clocks change then.
    var day = CivilTime(window.start, in: zone).adding(days: -1)
    while Instant(day: day, minute: 0, in: zone) < window.end {
      for span in spans where span.weekdays.contains(day.weekday) {
        let hours = DutyWindow(
          start: Instant(day: day, minute: span.minutes.lowerBound, in: zone),
          end: Instant(day: day, minute: span.minutes.upperBound, in: zone))
        if let stretch = hours.common(with: window), !visit(stretch) { return }
      }
      day = day.adding(days: 1)
    }
  }
}

extension DutyPlanning {
  /// The parts of a window in which somebody is on: in working hours where the team's pair is on in those only, else all.
  public func stretches(in window: DutyWindow) -> [DutyWindow] {
    hours.map { $0.stretches(in: window, zone) } ?? [window]
  }

  /// Whether a window asks for a pair at all; one in which nobody works is no duty.
  public func needsPair(in window: DutyWindow) -> Bool { hours?.isWorked(in: window, zone) ?? true }
}
