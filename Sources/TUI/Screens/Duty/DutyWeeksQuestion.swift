import Domain
import Foundation
import Store

/// Some weeks of all teams' duties.
struct DutyWeeks: Sendable {
  struct Row: Hashable, Sendable {
    var team: TeamName
    /// A cell a week, in order.
    var cells: [Cell]
  }

  struct Cell: Hashable, Sendable {
    /// Those that begin in the week; where none does, the one that it lies in.
    var duties: [PlannedDuty]
    var problems: [DutyProblem]
  }

  /// By the names of the teams.
  var rows: [Row]
}

struct DutyWeeksQuestion: Question {
  /// Where each week begins, and the end of the last.
  var edges: [Instant]

  func answer(from backend: any Backend) throws -> DutyWeeks {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        guard let start = edges.first, let end = edges.last, start < end else { return DutyWeeks(rows: []) }
        let window = DutyWindow(start: start, end: end)
        let teams = try reader.teams()
        let absences = try reader.absences(after: start).map(\.absence)
        let duties = Dictionary(grouping: try reader.duties(in: window), by: \.team)
        var plannings: [TeamName: DutyPlanning] = [:]
        for team in teams where duties[team.name] != nil {
          plannings[team.name] = DutyPlanning(
            members: try reader.roster(of: team.name), absences: absences, rules: try reader.pairRules(of: team.name),
            zone: team.zone ?? .gmt,
            hours: try reader.dutyPattern(of: team.name).isWorkingHours ? team.hours : nil)
        }
        // Where nothing is planned the cell is empty: that tells it.
        let problems = DutyProblems.found(
          in: duties.values.joined().map { TeamDuty($0.team, $0.number.value, $0.duty) }, teams: plannings,
          within: window
        ).filter { if case .gap = $0 { false } else { true } }
        return DutyWeeks(
          rows: teams.map { team in
            let own = problems.filter { $0.teams.contains(team.name) }
            return DutyWeeks.Row(team: team.name, cells: cells(of: duties[team.name] ?? [], own))
          })
      }
    }
  }

  private func cells(of duties: [PlannedDuty], _ problems: [DutyProblem]) -> [DutyWeeks.Cell] {
    zip(edges, edges.dropFirst()).map { start, end in
      let week = DutyWindow(start: start, end: end)
      let begins = duties.filter { week.contains($0.window.start) }
      let lies = duties.filter { $0.window.overlaps(week) }.max { $0.window.overlap(week) < $1.window.overlap(week) }
      return DutyWeeks.Cell(
        duties: begins.isEmpty ? [lies].compactMap(\.self) : begins,
        problems: problems.filter { $0.window.overlaps(week) })
    }
  }
}
