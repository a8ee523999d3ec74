import Domain
import Foundation
import Store

/// What a plan of a team's duties would make of them; nothing is written.
struct DutyPlanPage: Sendable {
  var zone: TimeZone
  var outlook: DutyOutlook
  /// Who would be on without what is taken for granted, by window; nil where nothing is.
  var plain: [DutyWindow: [Handle]]?
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
        let planning = try reader.dutyPlanning(of: team)
        let plain = try reader.dutyOutlook(of: team, weeks: weeks, keeping: keeping, now: now)
        var outlook = plain
        if !whatIfs.isEmpty {
          outlook = try reader.dutyOutlook(of: team, weeks: weeks, keeping: keeping, now: now) { planning in
            for whatIf in whatIfs { try whatIf.apply(to: &planning, of: team, now: now) }
          }
        }
        let before = plain.duties.map { ($0.window, $0.people) }
        return DutyPlanPage(
          zone: planning.zone, outlook: outlook,
          plain: whatIfs.isEmpty ? nil : Dictionary(before, uniquingKeysWith: { first, _ in first }),
          warnings: try reader.dutyWarnings(of: team, with: outlook, at: now), members: planning.members.map(\.who))
      }
    }
  }
}
