import Domain
import Testing

@testable import Store

@Suite("The timeline of an incident in the store")
struct IncidentTimelineStoreTests {
  @Test("An entry keeps when it happened beside when it was written, and who wrote it at whose login")
  func entry() throws {
    let world = try World()
    try world.openIncident()
    let bo = Actor(login: "ana", uid: 1001, person: Handle("ana"), actingAs: Handle("bo"))
    let entry = try world.note("queue is full", .hypothesis, by: bo, at: .after(9), happened: .after(4))
    #expect(entry.seq == 2 && entry.at == .after(4) && entry.written == .after(9) && entry.by == Handle("bo"))
    #expect(!entry.signature.isOneself && entry.signature.login == "ana")
    #expect(try world.incidentEntries().last == entry)
  }

  @Test("It says something, and of nothing that is still to come")
  func refused() throws {
    let world = try World()
    try world.openIncident()
    #expect(try world.refusal { try world.note("  ") } == .textMissing("what the observation is"))
    #expect(
      try world.refusal { try world.note("x", happened: .after(1)) } == .entryInTheFuture(.after(1), now: .morning))
    #expect(throws: Missing.incident(IncidentNumber(9))) { try world.note("x", on: 9) }
  }

  @Test("Evidence stands with its entry: numbers, excerpts, files; sick beside healthy; the same file is kept once")
  func evidence() throws {
    let world = try World()
    try world.openIncident()
    let exhibits: [NoteIncident.Exhibit] = [
      .init(.metric, "aggregator 3: queue depth", text: "9000", health: .sick),
      .init(.metric, "aggregator 1: queue depth", text: "12", health: .healthy),
      .init(.log, "agent", text: "port in use\nagain"), .init(.file, "a.log", health: .sick, content: [1, 2, 3]),
      .init(.file, "b.log", content: [1, 2, 3]),
    ]
    try world.note("", exhibits: exhibits)
    let found = try #require(try world.incidentEntries().last).evidence
    #expect(found.map(\.kind) == [.metric, .metric, .log, .file, .file])
    #expect(found.map(\.health) == [.sick, .healthy, nil, .sick, nil])
    #expect(found[2].text == "port in use\nagain" && found[3].file?.size == 3)
    #expect(found[3].file?.sha256 == found[4].file?.sha256)
    let kept = try world.store.read { try $0.rows("SELECT sha256 FROM evidence") }
    #expect(kept.count == 1)
    let sha256 = try #require(found[3].file?.sha256)
    #expect(try world.store.read { try $0.evidence(sha256) } == [1, 2, 3])
    #expect(try world.store.verify().isSound)
  }

  @Test("A correction stands where the wrong entry stands, and both stay")
  func correct() throws {
    let world = try World()
    try world.openIncident()
    try world.note("it is the router", .hypothesis, at: .after(5))
    let right = try world.perform(
      CorrectIncidentEntry(IncidentNumber(1), entry: 2, "it is the aggregators"), by: .bo, at: .after(20))
    #expect(right.kind == .correction && right.target == 2 && right.at == .after(5) && right.written == .after(20))
    let timeline = try world.store.read { try $0.timeline(of: IncidentNumber(1)) }
    #expect(timeline.corrections == [2: 3] && timeline.events.count == 3)
    #expect(try world.incidentEntries()[1].text == "it is the router")
  }

  @Test("What is not there, was corrected already, or is the program's own, is not corrected; a correction is")
  func notCorrected() throws {
    let world = try World()
    let number = IncidentNumber(1)
    try world.openIncident()
    try world.note("wrong")
    try world.settle(.mitigate)
    try world.perform(EditIncident(number) { $0.severity = .major })
    try world.perform(CorrectIncidentEntry(number, entry: 2, "right"))
    func correct(_ entry: Int, _ text: String = "x") throws -> IncidentRefusal? {
      try world.refusal { try world.perform(CorrectIncidentEntry(number, entry: entry, text)) }
    }
    #expect(try correct(1) == .notTheirs(number, 1, .time) && correct(3) == .notTheirs(number, 3, .time))
    #expect(try correct(4) == .notTheirs(number, 4, .change))
    #expect(try correct(2) == .alreadyCorrected(number, 2, by: 5))
    #expect(try correct(99) == .noSuchEntry(number, 99) && correct(0) == .noSuchEntry(number, 0))
    #expect(try correct(5, " ") == .textMissing("what is right instead"))
    #expect(try correct(5) == nil)
  }

  @Test(
    "The timeline and its evidence are only added to, whoever writes",
    arguments: [
      "UPDATE incident_entry SET text = 'all is well'", "DELETE FROM incident_entry",
      "UPDATE incident_evidence SET text = '1'", "DELETE FROM incident_evidence",
    ])
  func appendOnly(_ sql: String) throws {
    let world = try World()
    try world.openIncident()
    try world.note("x", exhibits: [.init(.metric, "depth", text: "9000")])
    let before = try world.content()
    #expect(throws: (any Error).self) { try world.outside(sql) }
    #expect(try world.content() == before)
  }

  @Test("An entry that was edited behind the store's back is found")
  func forged() throws {
    let world = try World()
    try world.openIncident()
    try world.note("it is the router")
    try world.forge("UPDATE incident_entry SET text = 'all is well' WHERE seq = 2")
    let findings = try world.store.verify().findings
    #expect(
      findings.contains { if case .rowEdited("incident_entry", _, ["text"], _) = $0 { true } else { false } },
      "\(findings)")
  }
}
