import Domain
import Foundation
import Store

/// A team's duties with all that is needed to change them.
struct TeamDutiesPage: Sendable {
  var team: TeamName
  var zone: TimeZone
  /// Of the past the latest, then all that lie ahead, in order.
  var duties: [PlannedDuty]
  var planning: DutyPlanning
  /// What is wrong from now on, by time.
  var problems: [DutyProblem]
  /// Whether the pair is on in the team's working hours only.
  var isWorkingHours: Bool { planning.pattern.isWorkingHours }

  func standIns(at now: Instant) -> DutyStandIns { DutyStandIns(team, planning, duties: duties, now: now) }

  func problems(of duty: DutyNumber) -> [DutyProblem] {
    problems.filter { $0.duties.contains { $0.team == team && $0.number == duty.value } }
  }
}

struct TeamDutiesQuestion: Question {
  var team: TeamName

  /// What is over shows that far back: a quarter of weekly duties.
  private static let mostPast = 13
  /// How far ahead one looks for what is wrong where nothing is planned at all.
  private static let ahead = Duration.seconds(14 * 86_400)

  func answer(from backend: any Backend) throws -> TeamDutiesPage {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let planning = try reader.dutyPlanning(of: team)
        let past = try reader.dutyHistory(of: team, before: now, limit: Self.mostPast)
        let known = Set(past.map(\.number))
        let coming = try reader.duties(of: team, in: DutyWindow(start: now, end: .farAhead))
        let duties = past + coming.filter { !known.contains($0.number) }
        let end = max(duties.last?.window.end ?? now, now + Self.ahead)
        let period = DutyWindow(start: now, end: end)
        let elsewhere = try reader.dutiesOfMembersElsewhere(team).filter { $0.window.overlaps(period) }
        let problems = DutyProblems.found(
          in: (duties + elsewhere).map(TeamDuty.init), teams: [team: planning],
          within: period)
        return TeamDutiesPage(
          team: team, zone: planning.zone, duties: duties, planning: planning,
          problems: duties.isEmpty ? [] : problems.filter { $0.teams.contains(team) })
      }
    }
  }
}

extension Instant {
  /// Later than any duty: in the year 9999.
  fileprivate static let farAhead = Instant(milliseconds: 253_370_764_800_000)
}
