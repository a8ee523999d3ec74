import Foundation

extension RosterMember {
  /// Milliseconds since 1970: from the beginning of the day on which they join to the end of the one on which they leave,
  /// in the team's time.
  func stay(in zone: TimeZone) -> Range<Int64> {
    let from = joins.flatMap { CivilTime(date: $0) }.map { Instant(day: $0, minute: 0, in: zone).milliseconds }
    let to = leaves.flatMap { CivilTime(date: $0) }.map { Instant(day: $0, minute: 1440, in: zone).milliseconds }
    let start = from ?? .min
    return start..<max(start, to ?? .max)
  }

  /// Whether they belong to the team for the whole of a window.
  public func belongs(in window: DutyWindow, zone: TimeZone) -> Bool { window.isWithin(stay(in: zone)) }
}

extension DutyWindow {
  /// Whether a stretch of milliseconds since 1970 covers all of it.
  func isWithin(_ stretch: Range<Int64>) -> Bool {
    stretch.lowerBound <= start.milliseconds && end.milliseconds <= stretch.upperBound
  }
}

extension DutyPlanning {
  /// Those who belong to the team and are not away in any part of a window, by their handles.
  public func present(in window: DutyWindow) -> [Handle] {
    members.filter { member in
      member.belongs(in: window, zone: zone)
        && !absences.contains { $0.who == member.who && $0.window.overlaps(window) }
    }.map(\.who).sorted()
  }
}
