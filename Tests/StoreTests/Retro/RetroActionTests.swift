import Domain
import Testing

@testable import Store

@Suite("Actions of a retro")
struct RetroActionTests {
  @Test("An action is an item of the backlog that is linked to the incident, and its state shows")
  func new() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let number = try world.act(.detect, for: .whatWentWrong, owners: [Handle("bo")], due: "2026-12-20")
    let item = try world.store.read { try $0.item(number) }
    #expect(item.links == [ItemLink(.incident, "1")] && item.owners == [Handle("bo")])
    let action = try #require(try world.actions().first)
    #expect(action.kind == .detect && action.question == .whatWentWrong && action.isPromised && !action.isDone)
    #expect(try world.retro().openQuestions(world.actions()) == [.whatHappened, .willItHappenAgain, .whatDoWeDo])
    try world.store.undo(by: .ana, at: .morning + .minutes(97))
    #expect(try world.actions().isEmpty)
    #expect(throws: (any Error).self) { try world.store.read { try $0.item(number) } }
    try world.store.redo(by: .ana, at: .morning + .minutes(98))
    #expect(try world.actions().map(\.item.number) == [number])
    #expect(try world.store.verify().isSound)
  }

  @Test("An item that is there becomes an action once, and stays when it is none any more")
  func existing() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let item = try world.perform(AddItems(ItemDraft(team: TeamName("platform"), title: "Scale"))).first
    let number = try #require(item)
    try world.perform(AddRetroAction(RetroNumber(1), .prevent, .item(number)))
    #expect(throws: RetroRefusal.alreadyAnAction(number, RetroNumber(1))) {
      try world.perform(AddRetroAction(RetroNumber(1), .detect, .item(number)))
    }
    try world.perform(RemoveRetroAction(RetroNumber(1), number))
    #expect(try world.actions().isEmpty && world.store.read { try $0.item(number) }.title == "Scale")
    #expect(throws: RetroRefusal.notAnAction(number, RetroNumber(1))) {
      try world.perform(RemoveRetroAction(RetroNumber(1), number))
    }
    try world.perform(AddRetroAction(RetroNumber(1), .process, .item(number), for: .whatDoWeDo))
    #expect(try world.actions().map(\.kind) == [.process])
  }

  @Test("The next retro of the team opens with them, until one says whether they worked")
  func earlier() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let (one, two) = (try world.act(), try world.act(.detect, "Alert on drops"))
    try world.perform(
      OpenRetro(RetroDraft(nearMiss: "Nearly again", team: TeamName("platform"))), at: .morning + .minutes(200))
    func earlier(_ number: Int = 2) throws -> [ItemNumber] {
      try world.store.read { try $0.earlierActions(before: try $0.retro(RetroNumber(number))) }.map(\.item.number)
    }
    #expect(try earlier() == [two, one] && earlier(1).isEmpty)
    #expect(throws: RetroRefusal.notAnEarlierAction(ItemNumber(99))) {
      try world.edit(2) { $0.content.judgements = [ActionJudgement(ItemNumber(99), .worked)] }
    }
    try world.edit(2) {
      $0.content.judgements = [ActionJudgement(one, .worked, note: "no drop since"), ActionJudgement(two, .tooEarly)]
    }
    #expect(try earlier() == [two, one])
    try world.perform(
      OpenRetro(RetroDraft(nearMiss: "And again", team: TeamName("platform"))), at: .morning + .minutes(300))
    #expect(try earlier(3) == [two])
  }

  @Test("A lesson that a retro taught ends the answer to its question, as one action that is undone as one")
  func lesson() throws {
    let world = try World.withIncident()
    try world.openRetro()
    let draft = LessonDraft(
      checklist: ChecklistName("release"), text: "Scale both", source: .retro(run: nil, incident: 1))
    let number = try world.perform(LearnInRetro(RetroNumber(1), draft, for: .whatDoWeDo))
    #expect(try world.retro().content[.whatDoWeDo].lessons == [number.value])
    #expect(try world.store.read { try $0.lessons(of: IncidentNumber(1)) }.map(\.number) == [number])
    try world.store.undo(by: .ana, at: .morning + .minutes(97))
    #expect(try world.retro().content == RetroContent())
    #expect(try world.store.read { try $0.lessons(of: IncidentNumber(1)) }.isEmpty)
  }
}
