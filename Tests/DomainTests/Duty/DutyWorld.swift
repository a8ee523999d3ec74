import Foundation

@testable import Domain

/// Weeks of one or two teams, from 2026-12-07 10:00 UTC, a Monday.
enum DutyWorld {
  static let start = Instant(rfc3339: "2026-12-07T10:00:00Z") ?? Instant(milliseconds: 0)
  static let platform = TeamName("platform")
  static let router = TeamName("router")

  static func days(_ count: Int) -> Instant { start + .seconds(Int64(count) * 86_400) }

  /// Week 0 begins at the start; before it they are negative.
  static func week(_ number: Int) -> DutyWindow { DutyWindow(start: days(number * 7), end: days(number * 7 + 7)) }

  static func duty(_ week: Int, _ people: Handle...) -> Duty { Duty(Self.week(week), people) }

  static func duty(_ team: TeamName, _ number: Int, week: Int, _ people: Handle...) -> TeamDuty {
    TeamDuty(team, number, Duty(Self.week(week), people))
  }

  static func planning(
    _ people: Handle..., absences: [Absence] = [], rules: [PairRule] = []
  ) -> DutyPlanning {
    DutyPlanning(members: people.map { RosterMember($0) }, absences: absences, rules: rules, zone: .gmt)
  }
}
