import Foundation

extension RosterMember {
  /// Whether they belong to the team for the whole of a window: from the beginning of the day on which they join to the
  /// end of the one on which they leave, in the team's time.
  public func belongs(in window: DutyWindow, zone: TimeZone) -> Bool {
    if let day = joins.flatMap({ CivilTime(date: $0) }), window.start < Instant(day: day, minute: 0, in: zone) {
      return false
    }
    if let day = leaves.flatMap({ CivilTime(date: $0) }), Instant(day: day, minute: 1440, in: zone) < window.end {
      return false
    }
    return true
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
