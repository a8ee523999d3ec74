import Domain
import Testing

@testable import Store

@Suite("Mitigating, resolving, closing and taking up again")
struct SettleIncidentTests {
  private static let number = IncidentNumber(1)

  @Test("Each has its time, and stands on the timeline with what did it")
  func whole() throws {
    let world = try World()
    try world.openIncident()
    try world.settle(.mitigate, note: "20 aggregators a zone", at: .after(30))
    #expect(try world.incident().state == .mitigated)
    try world.settle(.resolve, at: .after(60), happened: .after(50))
    try world.settle(.close(), note: "learned", at: .after(90))
    let incident = try world.incident()
    #expect(incident.state == .closed)
    #expect(
      incident.times
        == IncidentTimes(
          detected: .morning, declared: .morning, mitigated: .after(30), resolved: .after(50), closed: .after(90)))
    let said = try world.incidentEntries().dropFirst()
    #expect(said.map(\.text) == ["mitigated: 20 aggregators a zone", "resolved", "closed: learned"])
    #expect(said.map(\.at) == [.after(30), .after(50), .after(90)] && said.map(\.kind) == [.time, .time, .time])
    #expect(try world.store.verify().isSound)
  }

  @Test("What is resolved hurts no longer, so that it is mitigated, too")
  func resolvedAtOnce() throws {
    let world = try World()
    try world.openIncident()
    let incident = try world.settle(.resolve, at: .after(30))
    #expect(incident.times.mitigated == .after(30) && incident.times.resolved == .after(30))
    let again = try world.refusal { try world.settle(.mitigate, at: .after(40)) }
    #expect(again == .alreadyAt(Self.number, .mitigated, .after(30)))
  }

  @Test("Twice, too early, out of order or ahead of now: refused, and nothing is written")
  func refused() throws {
    let world = try World()
    try world.openIncident()
    #expect(try world.refusal { try world.settle(.close()) } == .notYet(Self.number, .closed, needs: .resolved))
    #expect(try world.refusal { try world.settle(.reopen, note: "x") } == .stillOpen(Self.number))
    let ahead = try world.refusal { try world.settle(.mitigate, happened: .after(1)) }
    #expect(ahead == .inTheFuture(.mitigated, .after(1), now: .morning))
    try world.settle(.mitigate, at: .after(10))
    #expect(
      try world.refusal { try world.settle(.mitigate, at: .after(20)) }
        == .alreadyAt(Self.number, .mitigated, .after(10)))
    #expect(
      try world.refusal { try world.settle(.resolve, at: .after(20), happened: .after(5)) }
        == .outOfOrder(.mitigated, .after(10), .resolved, .after(5)))
    try world.settle(.resolve, at: .after(20))
    try world.settle(.close(), at: .after(30))
    for step in [SettleIncident.Step.mitigate, .resolve, .close()] {
      #expect(try world.refusal { try world.settle(step, at: .after(40)) } == .closed(Self.number, .after(30)))
    }
  }

  @Test(
    "One of severity 1 or 2 needs a retro, or a reason why there is to be none", arguments: IncidentSeverity.allCases)
  func withoutRetro(_ severity: IncidentSeverity) throws {
    let world = try World()
    try world.openIncident { $0.severity = severity }
    try world.settle(.resolve)
    for reason in [nil, "", " "] where severity <= .major {
      let refused = try world.refusal { try world.settle(.close(withoutRetro: reason)) }
      #expect(refused == .needsRetro(Self.number, severity))
    }
    try world.settle(.close(withoutRetro: severity <= .major ? "a drill" : nil))
    let said = try #require(try world.incidentEntries().last?.text)
    #expect(said == (severity <= .major ? "closed, without a retro: a drill" : "closed"))
  }

  @Test("While its retro is open it is not closed; closing that closes it")
  func withRetro() throws {
    let world = try World()
    try world.openIncident()
    try world.settle(.resolve)
    let retro = try world.perform(OpenRetro(RetroDraft(incidents: [Self.number])))
    #expect(try world.refusal { try world.settle(.close()) } == .retroOpen(Self.number, retro))
    try world.perform(
      EditRetro(retro, "answered") { retro in
        for question in RetroQuestion.allCases { retro.content[question] = RetroAnswer("yes") }
      })
    try world.perform(MoveRetro(retro, to: .closed), at: .after(10))
    #expect(try world.incident().times.closed == .after(10))
    #expect(try world.incidentEntries().last?.text == "closed, with retro \(retro)")
  }

  @Test("Taken up again it is open, for a reason, and what was said stays on its timeline")
  func reopen() throws {
    let world = try World()
    try world.openIncident()
    try world.settle(.resolve, at: .after(10))
    try world.settle(.close(), at: .after(20))
    #expect(try world.refusal { try world.settle(.reopen, at: .after(30)) } == .textMissing("why it is taken up again"))
    let ahead = try world.refusal { try world.settle(.reopen, note: "x", at: .after(30), happened: .after(40)) }
    #expect(ahead == .entryInTheFuture(.after(40), now: .after(30)))
    let incident = try world.settle(.reopen, note: "it is back", at: .after(30))
    #expect(incident.state == .open && incident.times.declared == .morning)
    #expect(try world.incidentEntries().last?.text == "reopened: it was closed: it is back")
    try world.settle(.mitigate, at: .after(40))
    try world.settle(.resolve, at: .after(50))
    try world.settle(.close(), at: .after(60))
    #expect(try world.incident().times.closed == .after(60))
    #expect(try world.store.verify().isSound)
  }

  @Test("When its retro is due follows from when it was resolved, and how bad it was")
  func due() throws {
    let world = try World()
    try world.openIncident()
    let retro = try world.perform(OpenRetro(RetroDraft(incidents: [Self.number])))
    func due() throws -> String? { try world.store.read { try $0.retro(retro) }.due }
    #expect(try due() == nil)
    try world.settle(.resolve)
    #expect(try due() == "2026-12-14", "five working days after a Monday")
    try world.perform(EditIncident(Self.number) { $0.severity = .critical })
    #expect(try due() == "2026-12-10", "three days")
    try world.settle(.reopen, note: "it is back")
    #expect(try due() == nil)
  }
}
