import Domain
import Foundation
import Store

/// What a team's duties are planned from.
struct RosterPage: Sendable {
  var team: TeamName
  var planning: DutyPlanning
  /// Those that are not over, by time.
  var absences: [NumberedAbsence]
  /// Duties of each in the four weeks before now and the four weeks after.
  var loads: [Handle: Int]
  /// Everybody who is known, for those who are still to be put in.
  var people: [Person]
}

struct RosterQuestion: Question {
  var team: TeamName

  private static let fourWeeks = Duration.seconds(28 * 86_400)

  func answer(from backend: any Backend) throws -> RosterPage {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let nearby = DutyWindow(start: now - Self.fourWeeks, end: now + Self.fourWeeks)
        let people = try reader.duties(of: team, in: nearby).flatMap(\.people)
        return RosterPage(
          team: team, planning: try reader.dutyPlanning(of: team), absences: try reader.absences(of: team, after: now),
          loads: Dictionary(people.map { ($0, 1) }, uniquingKeysWith: +), people: try reader.people())
      }
    }
  }
}
