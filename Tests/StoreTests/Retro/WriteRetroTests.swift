import Domain
import Testing

@testable import Store

@Suite("Writing a retro, and closing it")
struct WriteRetroTests {
  @Test("Everything that it says comes back, and one key takes it back and brings it again")
  func written() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let lesson = try world.perform(AddLesson(LessonDraft(checklist: ChecklistName("release"), text: "Scale both")))
    let content = RetroContent(
      answers: [
        .whatHappened: RetroAnswer("**Logs** dropped\nfor an hour"),
        .whatDoWeDo: RetroAnswer(
          isUnknown: true, decisions: [RetroDecision("Wait", by: Handle("bo"))], lessons: [lesson.value]),
      ],
      impact: "No customer noticed",
      factors: [ContributingFactor(.trigger, "surge"), ContributingFactor(.cause, "no scaling")],
      wentWell: ["alerts"], wentWrong: ["nobody looked"], gotLucky: ["it was at night"],
      whySurprised: "We thought it scaled")
    try world.edit {
      $0.content = content
      $0.number = RetroNumber(9)
      $0.incidents = []
      $0.state = .closed
      $0.openedBy = Handle("cy")
    }
    let retro = try world.retro()
    #expect(retro.content == content && retro.incidents == [IncidentNumber(1)] && retro.state == .draft)
    #expect(retro.openedBy == Handle("ana"))
    try world.store.undo(by: .ana, at: .morning + .minutes(97))
    #expect(try world.retro().content == RetroContent())
    try world.store.redo(by: .ana, at: .morning + .minutes(98))
    #expect(try world.retro().content == content)
    #expect(try world.store.verify().isSound)
  }

  @Test("What two write at the same time both stays")
  func merged() throws {
    let world = try World.withIncident()
    try world.openRetro()
    try world.edit { $0.content.wentWell.append("alerts") }
    try world.edit(by: .bo) {
      $0.content[.whatHappened].text = "Logs dropped"
      $0.content.wentWell.append("the pair")
    }
    try world.edit { $0.content[.whatWentWrong].isUnknown = true }
    let content = try world.retro().content
    #expect(content.wentWell == ["alerts", "the pair"] && content[.whatHappened].isKnown)
    #expect(content[.whatWentWrong].isUnknown)
  }

  @Test("Who commanded can't lead it later either; a lesson has to be there; what was refused changes nothing")
  func refusals() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let before = try world.content()
    #expect(throws: RetroRefusal.facilitatorCommanded(Handle("ana"), IncidentNumber(1))) {
      try world.edit { $0.facilitator = Handle("ana") }
    }
    #expect(throws: Missing.lesson(LessonNumber(7))) { try world.edit { $0.content[.whatDoWeDo].lessons = [7] } }
    #expect(throws: RetroRefusal.textMissing("what the retro is about")) { try world.edit { $0.title = "\n" } }
    #expect(throws: Missing.self) { try world.edit { $0.attendees = [Handle("nobody")] } }
    #expect(try world.content() == before)
    try world.edit { $0.facilitator = Handle("bo") }
    #expect(try world.retro().facilitator == Handle("bo"))
  }

  @Test("Whoever is found later to have commanded can't have led it: it goes no further until somebody else does")
  func commandedAfterAll() throws {
    let world = try World.withIncident()
    try world.openRetro(RetroDraft(incidents: [IncidentNumber(1)], facilitator: Handle("bo")))
    try world.perform(
      EditIncident(IncidentNumber(1)) { $0.roles.commander = Handle("bo") }, at: .morning + .minutes(92))
    try world.move(.inReview)
    #expect(throws: RetroRefusal.facilitatorCommanded(Handle("bo"), IncidentNumber(1))) { try world.move(.reviewed) }
    try world.edit { $0.facilitator = Handle("cy") }
    #expect(try world.move(.reviewed).state == .reviewed)
  }

  @Test("Closing it closes its incidents with it, and is refused while one still burns or a question is open")
  func closing() throws {
    let world = try World.withIncident()
    try world.addIncident(.minor, resolved: false)
    try world.openRetro(RetroDraft(incidents: [IncidentNumber(1), IncidentNumber(2)]))
    let open = RetroRefusal.questionsOpen(RetroNumber(1), RetroQuestion.allCases, unknown: [])
    #expect(throws: open) { try world.move(.closed) }
    try world.answerAll()
    let before = try world.content()
    #expect(throws: IncidentRefusal.self) { try world.move(.closed) }
    #expect(try world.content() == before)
    try world.perform(SettleIncident(IncidentNumber(2), .resolve), at: .morning + .minutes(120))
    let closed = Instant.morning + .minutes(130)
    try world.move(.closed, at: closed)
    #expect(try world.retro().closedAt == closed && world.retro().reviewedAt == closed)
    for number in 1...2 { #expect(try world.foundIncident(number).times.closed == closed) }
    #expect(throws: RetroRefusal.closed(RetroNumber(1))) { try world.edit { $0.title = "x" } }
    #expect(throws: RetroRefusal.closed(RetroNumber(1))) { try world.act() }
    try world.move(.reviewed, at: closed + .minutes(1))
    try world.edit { $0.title = "Logs were dropped" }
    try world.move(.closed, at: closed + .minutes(2))
    #expect(try world.foundIncident().times.closed == closed && world.retro().title == "Logs were dropped")
    #expect(try world.store.verify().isSound)
  }

  @Test("A run for an incident waits for its review in the morning, until the incident's retro was held")
  func waits() throws {
    let world = try World.withIncident()
    let run = try world.start("prod") {
      $0.incident = 1
      $0.override = "it burns"
    }
    func reviews() throws -> [RunNumber] {
      try world.store.read { try $0.standUp(of: TeamName("platform"), at: .morning + .minutes(1440)) }.waiting
        .compactMap { if case .review(let run) = $0.what { run.number } else { nil } }
    }
    #expect(try world.summary()?.reviewDue != nil && reviews() == [run])
    try world.openRetro()
    #expect(try reviews() == [run])
    try world.move(.reviewed)
    #expect(try reviews().isEmpty)
    try world.move(.inReview)
    #expect(try reviews() == [run])
  }

  @Test("A retro that reviews a run ends its waiting: on the morning, and for the run of its incident")
  func reviewed() throws {
    let world = try World.withIncident()
    let run = try world.start { $0.incident = 1 }
    func reviewed() throws -> Set<RunNumber> { try world.store.read { try $0.runsReviewed(among: [run]) } }
    #expect(try reviewed().isEmpty && world.store.read { try $0.runsReviewed(among: []) }.isEmpty)
    try world.openRetro()
    #expect(try reviewed().isEmpty)
    try world.move(.reviewed)
    #expect(try reviewed() == [run])
    try world.move(.inReview)
    #expect(try reviewed().isEmpty)
    let other = try world.start("prod") { $0.override = "it burns" }
    try world.openRetro(RetroDraft(run: other))
    try world.move(.reviewed, 2)
    #expect(try world.store.read { try $0.runsReviewed(among: [run, other]) } == [other])
  }
}
