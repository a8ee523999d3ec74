import Domain
import Testing

@testable import Store

@Suite("Runs and incidents")
struct IncidentRunTests {
  private static func draft(_ title: String = "Logs are dropped") -> IncidentDraft {
    IncidentDraft(team: TeamName("platform"), title: title)
  }

  @Test("A run that is begun for an incident is its remedy, and its entries stand on the timeline")
  func remedy() throws {
    let world = try World()
    let incident = try world.perform(OpenIncident(Self.draft()))
    let run = try world.start("staging", { $0.incident = incident.value }, at: .morning + .minutes(4))
    #expect(try world.store.read { try $0.runs(of: incident) } == [IncidentRun(run, .remedy)])
    let events = try world.store.read { try $0.timeline(of: incident).events }
    #expect(events.contains { if case .run(run, let entry) = $0 { entry.kind == .runStarted } else { false } })
    #expect(events.map(\.at) == events.map(\.at).sorted())
    let found = try world.store.read { try $0.incidents(of: run) }
    #expect(found.map(\.incident.number) == [incident] && found.map(\.kind) == [.remedy])
  }

  @Test("A run can't be begun for an incident that is closed")
  func closed() throws {
    let world = try World()
    let incident = try world.perform(OpenIncident(Self.draft()))
    try world.perform(SettleIncident(incident, .resolve))
    try world.perform(SettleIncident(incident, .close()))
    #expect(throws: IncidentRefusal.closed(incident, .morning)) {
      try world.start("staging", { $0.incident = incident.value })
    }
    #expect(try world.summary(1) == nil)
  }

  @Test("A run may name an incident of another tracker, and no incident of ours ever gets its number")
  func elsewhere() throws {
    let world = try World()
    let run = try world.start("staging", { $0.incident = 41 })
    #expect(try world.store.read { try $0.incidents(of: run).isEmpty })
    #expect(try world.perform(OpenIncident(Self.draft())) == IncidentNumber(42))
    try world.learn { $0.source = .incident(57) }
    #expect(try world.perform(OpenIncident(Self.draft("Another"))) == IncidentNumber(58))
  }
}
