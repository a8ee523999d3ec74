import Domain
import Foundation
import Store

/// What a plan of a team's duties would make of them; nothing is written.
struct DutyPlanPage: Sendable {
  var zone: TimeZone
  var outlook: DutyOutlook
  /// The duties as they are, by number; with something taken for granted, those that would be without it, by window.
  var before: [DutyWindow: [Handle]]
  var numbered: [DutyNumber: PlannedDuty]
  var warnings: [DutyWarning]
  /// Who is in the rotation, whoever is taken to be away.
  var members: [Handle]
}

struct DutyPlanQuestion: Question {
  var team: TeamName
  var weeks: Int
  var keeping: Bool
  var whatIfs: [DutyWhatIf]

  func answer(from backend: any Backend) throws -> DutyPlanPage {
    try backend.onStore { store, _, now in
      try store.read { reader in
        let existing = try reader.duties(of: team)
        let planning = try reader.dutyPlanning(of: team)
        let plain = try reader.dutyOutlook(of: team, weeks: weeks, keeping: keeping, now: now)
        var outlook = plain
        if !whatIfs.isEmpty {
          outlook = try reader.dutyOutlook(of: team, weeks: weeks, keeping: keeping, now: now) { planning in
            for whatIf in whatIfs { try whatIf.apply(to: &planning, of: team, now: now) }
          }
        }
        let before =
          whatIfs.isEmpty ? existing.map { ($0.window, $0.people) } : plain.duties.map { ($0.window, $0.people) }
        return DutyPlanPage(
          zone: planning.zone, outlook: outlook,
          before: Dictionary(before, uniquingKeysWith: { first, _ in first }),
          numbered: Dictionary(existing.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first }),
          warnings: try reader.dutyWarnings(of: team, with: outlook, at: now), members: planning.members.map(\.who))
      }
    }
  }
}
