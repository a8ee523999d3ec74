import Domain
import Testing

@testable import Store

@Suite("Opening a retro")
struct OpenRetroTests {
  @Test("It takes its team, its title, its day and who was there from its incident, and waits for them")
  func incident() throws {
    let world = try World.withIncident()
    #expect(try world.openRetro() == RetroNumber(1))
    let retro = try world.retro()
    #expect(retro.title == "Logs dropped" && retro.team == TeamName("platform") && retro.state == .draft)
    #expect(retro.incidents == [IncidentNumber(1)] && retro.attendees == [Handle("ana"), Handle("bo")])
    #expect(retro.facilitator == nil && retro.due == "2026-12-14")
    let lines = try world.store.read { try $0.retrosDue(for: Handle("bo")) }
    #expect(lines.map(\.retro.number.value) == [1] && lines.first?.openQuestions == 4)
    #expect(try world.store.read { try $0.retrosDue(for: Handle("cy")) }.isEmpty)
    #expect(try world.store.read { try $0.incidentsToReview(limit: 9) }.isEmpty)
    try world.edit { $0.facilitator = Handle("cy") }
    #expect(try world.store.read { try $0.retrosDue(for: Handle("cy")) }.count == 1)
    try world.move(.reviewed)
    #expect(try world.store.read { try $0.retrosDue(for: Handle("cy")) }.isEmpty)
  }

  @Test("Of several incidents the earliest day counts; while one burns there is none, and it comes with the resolution")
  func several() throws {
    let world = try World.withIncident(.critical)
    try world.addIncident(.minor, resolved: false)
    try world.openRetro(RetroDraft(incidents: [IncidentNumber(2), IncidentNumber(1), IncidentNumber(2)]))
    #expect(try world.retro().incidents.map(\.value) == [1, 2] && world.retro().due == nil)
    try world.perform(SettleIncident(IncidentNumber(2), .resolve), at: .morning + .minutes(120))
    #expect(try world.retro().due == "2026-12-10")
    try world.perform(EditIncident(IncidentNumber(1)) { $0.severity = .minor }, at: .morning + .minutes(130))
    #expect(try world.retro().due == "2026-12-14")
  }

  @Test("An incident is reviewed once; whoever commanded it can't lead; nobody is named who is not there")
  func refusals() throws {
    let world = try World.withIncident()
    let before = try world.content()
    let one = [IncidentNumber(1)]
    #expect(throws: RetroRefusal.facilitatorCommanded(Handle("ana"), IncidentNumber(1))) {
      try world.openRetro(RetroDraft(incidents: one, facilitator: Handle("ana")))
    }
    #expect(throws: Missing.self) { try world.openRetro(RetroDraft(incidents: one, attendees: [Handle("nobody")])) }
    #expect(throws: Missing.self) { try world.openRetro(RetroDraft(incidents: [IncidentNumber(7)])) }
    #expect(throws: RetroRefusal.textMissing("what nearly happened")) {
      try world.openRetro(RetroDraft(nearMiss: " \n"))
    }
    #expect(try world.content() == before)
    try world.openRetro()
    #expect(throws: RetroRefusal.alreadyReviewed(IncidentNumber(1), RetroNumber(1))) { try world.openRetro() }
    try world.store.undo(by: .ana, at: .morning + .minutes(91))
    #expect(throws: Missing.self) { try world.retro() }
    #expect(try world.openRetro() == RetroNumber(2))
    #expect(try world.retro(2).incidents == one)
  }

  @Test("A near miss has a team and no incident, and a run's review has the run's day")
  func others() throws {
    let world = try World.withIncident()
    try world.openRetro(RetroDraft(nearMiss: "Nearly\nwrong cluster", team: TeamName("platform")), by: .bo)
    let near = try world.retro()
    #expect(near.incidents.isEmpty && near.subject == "a near miss" && near.due == nil)
    #expect(near.openedBy == Handle("bo") && near.attendees.isEmpty)
    let run = try world.start()
    try world.openRetro(RetroDraft(run: run))
    let retro = try world.retro(2)
    #expect(retro.run == run && retro.attendees == [Handle("ana"), Handle("bo")])
    #expect(try world.store.read { try $0.retro(of: run) }?.number == retro.number)
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    #expect(throws: RetroRefusal.otherTeams([TeamName("platform"), TeamName("apps")])) {
      try world.openRetro(RetroDraft(incidents: [IncidentNumber(1)], team: TeamName("apps")))
    }
  }
}
