import Domain
import Store

@testable import TUI

extension RealStore {
  /// Opens an incident of the sample team.
  @discardableResult
  func burn(
    _ title: String = "Log aggregators drop logs", _ severity: IncidentSeverity = .critical, team: TeamName? = nil,
    roles: IncidentRoles = IncidentRoles(commander: "ana"), note: String = "", runs: [IncidentRun] = [],
    at now: Instant = .t0
  ) throws -> IncidentNumber {
    let draft = IncidentDraft(
      team: team ?? Team.sample.name, title: title, severity: severity, services: ["log-aggregators"], roles: roles,
      impactBegan: now - .minutes(9), runs: runs, note: note)
    return try store.perform(OpenIncident(draft), by: .own("ana"), at: now)
  }

  func incident(_ number: Int = 1) throws -> Incident { try store.read { try $0.incident(IncidentNumber(number)) } }

  func entries(_ number: Int = 1) throws -> [IncidentEntry] {
    try store.read { try $0.entries(of: IncidentNumber(number)) }
  }
}
