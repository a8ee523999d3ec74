import Domain
import Testing

@testable import Store

@Suite("What is known of an incident")
struct EditIncidentTests {
  private static let number = IncidentNumber(1)

  @Test("What changed stands on the timeline, in one entry, and what stayed is not told")
  func change() throws {
    let world = try World()
    try world.openIncident()
    try world.perform(
      EditIncident(Self.number) {
        $0.severity = .critical
        $0.services = ["router", "router"]
        $0.customersNoticed = .no
        $0.roles.commander = Handle("bo")
        $0.times.impactBegan = .after(-30)
      }, by: .bo, at: .after(5))
    let incident = try world.incident()
    #expect(incident.severity == .critical && incident.services == ["router"] && incident.openedBy == Handle("ana"))
    let entry = try #require(try world.incidentEntries().last)
    #expect(entry.kind == .change && entry.by == Handle("bo") && entry.at == .after(5))
    #expect(
      entry.text == "severity: sev 3, now sev 1; services: none, now router; customers noticed: unknown, now no; "
        + "commander: nobody, now bo; impact began: unknown, now \(Instant.after(-30).rfc3339)")
  }

  @Test("What changes nothing writes nothing")
  func nothing() throws {
    let world = try World()
    try world.openIncident()
    let before = try world.content()
    try world.perform(EditIncident(Self.number) { $0.severity = .minor })
    try world.perform(EditIncident(Self.number) { $0.number = IncidentNumber(7) })
    #expect(try world.content() == before)
  }

  @Test("Its number, its team and who opened it stay")
  func fixed() throws {
    let world = try World()
    try world.openIncident()
    try world.perform(
      EditIncident(Self.number) {
        $0.number = IncidentNumber(7)
        $0.team = TeamName("others")
        $0.openedBy = Handle("bo")
        $0.title = "New"
      })
    let incident = try world.incident()
    #expect(incident.title == "New" && incident.team == TeamName("platform") && incident.openedBy == Handle("ana"))
  }

  @Test("Times are corrected within their order, of an end only once that was said, and never taken away")
  func times() throws {
    let world = try World()
    try world.openIncident()
    func edit(_ change: @escaping @Sendable (inout Incident) -> Void) throws -> IncidentRefusal? {
      try world.refusal { try world.perform(EditIncident(Self.number, change: change), at: .after(100)) }
    }
    for kind in [IncidentTime.mitigated, .resolved, .closed] {
      #expect(try edit { $0.times[kind] = .after(10) } == .notSaid(Self.number, kind))
    }
    try world.settle(.mitigate, at: .after(20))
    try world.settle(.resolve, at: .after(40))
    #expect(try edit { $0.times.mitigated = nil } == .said(Self.number, .mitigated))
    #expect(try edit { $0.times.resolved = nil } == .said(Self.number, .resolved))
    #expect(
      try edit { $0.times.mitigated = .after(50) }
        == .outOfOrder(.mitigated, .after(50), .resolved, .after(40)))
    #expect(
      try edit { $0.times.detected = .after(30) } == .outOfOrder(.detected, .after(30), .mitigated, .after(20)))
    #expect(try edit { $0.times.resolved = .after(200) } == .inTheFuture(.resolved, .after(200), now: .after(100)))
    #expect(try edit { $0.times.mitigated = .after(10) } == nil)
    #expect(try edit { $0.times.detected = nil } == nil)
    #expect(try world.incident().times.detected == nil && world.incident().times.mitigated == .after(10))
  }

  @Test("Who is called in has to be there; who was named before may be gone")
  func people() throws {
    let world = try World()
    try world.openIncident { $0.roles.called = [Handle("bo")] }
    // Bo was added as bo's own last action.
    try world.store.undo(by: .bo, at: .morning)
    try world.perform(EditIncident(Self.number) { $0.severity = .major })
    #expect(throws: Missing.self) {
      try world.perform(EditIncident(Self.number) { $0.roles.called.append(Handle("nobody")) })
    }
    #expect(try world.incident().roles.called == [Handle("bo")])
  }

  @Test("Runs are related, said to have caused it, and taken away")
  func runs() throws {
    let world = try World()
    let run = try world.start()
    try world.openIncident()
    func runs() throws -> [IncidentRun] { try world.store.read { try $0.runs(of: Self.number) } }
    try world.perform(EditIncident(Self.number, runs: [(run: run, kind: .related)]))
    try world.perform(EditIncident(Self.number, runs: [(run: run, kind: .caused)]))
    #expect(try runs() == [IncidentRun(run, .caused)])
    let before = try world.content()
    try world.perform(EditIncident(Self.number, runs: [(run: run, kind: .caused)]))
    #expect(try world.content() == before)
    try world.perform(EditIncident(Self.number, runs: [(run: run, kind: nil)]))
    #expect(try runs() == [] && world.store.read { try $0.incidents(of: run) }.isEmpty)
    #expect(
      try world.incidentEntries().suffix(3).map(\.text) == [
        "run 1: related", "run 1: caused", "run 1 has nothing to do with it",
      ])
    #expect(throws: Missing.self) {
      try world.perform(EditIncident(Self.number, runs: [(run: RunNumber(99), kind: .related)]))
    }
    #expect(try world.store.verify().isSound)
  }
}
