import Foundation

/// When a retro is to have been held: while people remember.
public enum RetroDue {
  /// After an incident of severity 1: three calendar days; of any other: five working days.
  ///
  /// - Parameter resolved: when the trouble was gone.
  /// - Returns: `YYYY-MM-DD` in the team's time zone; nil where that can't be told.
  public static func day(_ severity: IncidentSeverity, resolved: Instant, _ team: Team) -> String? {
    guard let zone = team.zone else { return nil }
    var day = CivilTime(resolved, in: zone)
    guard severity != .critical else { return day.adding(days: 3).isoDate }
    for _ in 0..<5 {
      guard let next = team.nextWorkingDay(after: day).flatMap({ CivilTime(date: $0) }) else { return nil }
      day = next
    }
    return day.isoDate
  }

  /// Of several incidents the earliest; nil while one of them is not resolved.
  public static func day(of incidents: [Incident], _ team: Team) -> String? {
    let days = incidents.map { incident in
      incident.times.resolved.flatMap { day(incident.severity, resolved: $0, team) }
    }
    return days.contains(nil) ? nil : days.compactMap(\.self).min()
  }
}
