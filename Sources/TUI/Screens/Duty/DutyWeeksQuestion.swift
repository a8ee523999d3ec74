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
        let all = try reader.duties(in: window)
        // Where nothing is planned the cell is empty: that tells it.
        let problems = DutyProblems.found(
          in: all.map(TeamDuty.init), teams: try reader.plannings(for: all, after: start), within: window
        ).filter { if case .gap = $0 { false } else { true } }
        let duties = Dictionary(grouping: all, by: \.team)
        return DutyWeeks(
          rows: teams.map { team in
            let own = problems.filter { $0.teams.contains(team.name) }
            return DutyWeeks.Row(team: team.name, cells: cells(of: duties[team.name] ?? [], team.name, own))
          })
      }
    }
  }

  /// What is wrong stands where its duty does; of one that goes on from an earlier week, what is wrong in this one.
  private func cells(of duties: [PlannedDuty], _ team: TeamName, _ problems: [DutyProblem]) -> [DutyWeeks.Cell] {
    zip(edges, edges.dropFirst()).map { start, end in
      let week = DutyWindow(start: start, end: end)
      let begins = duties.filter { week.contains($0.window.start) }
      let lies = duties.filter { $0.window.overlaps(week) }.max { $0.window.overlap(week) < $1.window.overlap(week) }
      let shown = begins.isEmpty ? [lies].compactMap(\.self) : begins
      let numbers = Set(shown.map(\.number.value))
      let own = problems.filter { problem in
        problem.duties.contains { $0.team == team && numbers.contains($0.number) }
          && (!begins.isEmpty || problem.window.overlaps(week))
      }
      return DutyWeeks.Cell(duties: shown, problems: own)
    }
  }
}
