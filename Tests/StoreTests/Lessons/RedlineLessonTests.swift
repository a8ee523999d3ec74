import Domain
import Testing

@testable import Store

@Suite("A redline in the store: a lesson and an entry, together or not at all")
struct RedlineLessonTests {
  @Test("It is a lesson with its source, its base and its edit, and an entry on the run")
  func both() throws {
    let world = try World()
    try world.start()
    let edit = ProposedEdit.reword(StepID("deploy"), to: "Deploy, and watch all of them")
    let output = try world.redline(edit, by: .bo)
    let lesson = try world.lesson()
    #expect(lesson.source == .redline(RunNumber(1)))
    #expect(lesson.step == StepID("deploy") && lesson.edit == edit && lesson.base == 1 && lesson.by == Handle("bo"))
    #expect(lesson.text == edit.summary)
    #expect(output.entries.map(\.kind) == [.redlined])
    #expect(try world.run().entries.last == output.entries.last)
    #expect(output.entries.last?.value == "lesson 1: \(edit.summary)")
    #expect(try world.openRedlines().map(\.number) == [output.lesson])
    #expect(try world.store.verify().findings == [])
  }

  @Test("A step that the version has not, a run that is over or is not there, no words: nothing is written")
  func refused() throws {
    let world = try World()
    try world.start()
    let before = try world.content()
    #expect(throws: Missing.self) { try world.redline("x", step: "gone") }
    #expect(throws: Missing.self) { try world.redline(.move(StepID("deploy"), .after(StepID("gone")))) }
    #expect(throws: Refusal.self) { try world.redline(" ", step: "deploy") }
    #expect(throws: Missing.run(RunNumber(9))) { try world.perform(RedlineStep(run: RunNumber(9), text: "x")) }
    #expect(try world.content() == before)
    try world.act(.abort(reason: "enough"))
    let after = try world.content()
    #expect(throws: Refusal.runIsOver(RunNumber(1), .aborted)) { try world.redline("x", step: "deploy") }
    #expect(try world.content() == after)
  }

  @Test("It stays on the record: undo refuses it and says how it is taken back")
  func undo() throws {
    let world = try World()
    try world.start()
    try world.redline("the port", step: "deploy")
    let seq = try world.head().seq
    let before = try world.content()
    #expect { try world.store.undo(seq, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(seq, .correctOnly(let hint)) = error else { return false }
      return hint.contains("prodpair lesson decline")
    }
    #expect(try world.content() == before)
  }

  @Test("The next start meets it on a killer step, until it is settled or overridden (rule 7)")
  func nextStart() throws {
    let world = try World()
    try world.start()
    try world.redline("the port", step: "deploy")
    try world.redline("say whom", step: "attend")
    try world.complete(RunNumber(1))
    #expect { try world.start() } throws: { error in
      guard case Refusal.cannotStart(let obstacles) = error else { return false }
      return obstacles.map(\.rule) == [.redline] && obstacles[0].message.contains("lesson 1")
    }
    #expect(try world.start { $0.override = "it is right today" } == RunNumber(2))
    #expect(try world.run(2).entries.contains { $0.kind == .ruleOverridden && $0.reason == "it is right today" })
    try world.act(.abort(reason: "enough"), on: RunNumber(2))
    try world.perform(SettleLessons([LessonNumber(1)], .declined(reason: "it is right")))
    #expect(try world.openRedlines().map(\.number) == [LessonNumber(2)])
    #expect(try world.start() == RunNumber(3))
  }

  @Test("Somebody who only marks a line is not put on the run, and stays in the store for it")
  func stranger() throws {
    let world = try World()
    let cy = Person(handle: Handle("cy"), name: "Cy", login: "cy", teams: [TeamName("platform")])
    try world.perform(AddPerson(cy))
    try world.start()
    try world.redline("the port", step: "deploy", by: Actor(login: "cy", uid: 1003, person: Handle("cy")))
    #expect(try world.run().role(of: Handle("cy")) == nil)
    #expect(throws: (any Error).self) { try world.store.undo(by: .ana, at: .morning) }
    #expect(try world.store.verify().isSound)
  }

  @Test("An edited lesson is found by verify")
  func forged() throws {
    let world = try World()
    try world.start()
    try world.redline("the port", step: "deploy")
    try world.forge("UPDATE lesson SET text = 'all is well' WHERE number = 1")
    #expect(
      try world.store.verify().findings.contains {
        if case .rowEdited("lesson", "1", ["text"], _) = $0 { true } else { false }
      })
  }
}
