import Domain
import Testing

@testable import Store

@Suite("A lesson's life: added, changed, settled, taken up again")
struct LessonLifeTests {
  private let declined = LessonFate.Outcome.declined(reason: "not ours")

  @Test("Every source is kept, each with what it comes from")
  func sources() throws {
    let world = try World()
    try world.start()
    let sources: [LessonSource] = [
      .failure(RunNumber(1)), .incident(3), .retro(run: RunNumber(1), incident: nil), .retro(run: nil, incident: 3),
      .retro(run: nil, incident: nil), .observation,
    ]
    for source in sources { try world.learn { $0.source = source } }
    let kept = try world.store.read { try $0.lessons(after: nil, limit: 10) }
    #expect(kept.map(\.source) == sources)
    #expect(kept.map(\.number.value) == Array(1...6))
    #expect(try world.openRedlines().isEmpty)
  }

  @Test("What is named has to be there, and an empty lesson is none")
  func refused() throws {
    let world = try World()
    try world.start()
    let before = try world.content()
    #expect(throws: Refusal.self) { try world.learn("  ") }
    #expect(throws: Missing.self) { try world.learn { $0.step = StepID("gone") } }
    #expect(throws: Missing.self) { try world.learn { $0.checklist = ChecklistName("renamed") } }
    #expect(throws: Missing.run(RunNumber(7))) { try world.learn { $0.source = .failure(RunNumber(7)) } }
    #expect(throws: Missing.lesson(LessonNumber(7))) { try world.learn { $0.recurrenceOf = LessonNumber(7) } }
    #expect(throws: Missing.self) { try world.learn { $0.base = 9 } }
    #expect(try world.content() == before)
  }

  @Test("Adding is undone, its number is not given again, and redo brings it back")
  func undo() throws {
    let world = try World()
    try world.learn()
    try world.store.undo(by: .ana, at: .morning)
    #expect(throws: Missing.lesson(LessonNumber(1))) { try world.lesson() }
    #expect(try world.learn("another") == LessonNumber(2))
    try world.store.undo(by: .ana, at: .morning)
    try world.store.redo(by: .ana, at: .morning)
    #expect(try world.lesson(2).text == "another")
    #expect(try world.store.verify().findings == [])
  }

  @Test("Changing it keeps who learned it and when; a new edit is checked against the latest version")
  func edit() throws {
    let world = try World()
    try world.learn(by: .ana)
    try world.importRelease(World.release.replacing("Run the smoke tests", with: "Run all smoke tests"), reason: "all")
    let old = try world.lesson()
    #expect(old.base == 1)
    try world.perform(
      EditLesson(LessonNumber(1)) { lesson in
        lesson.text = ""
        lesson.by = Handle("bo")
        lesson.edit = .remove(StepID("smoke"))
      }, by: .bo)
    let new = try world.lesson()
    #expect(new.by == old.by && new.at == old.at)
    #expect(new.base == 2 && new.step == StepID("smoke") && new.text == "remove smoke")
    let before = try world.content()
    #expect(throws: Missing.self) {
      try world.perform(EditLesson(LessonNumber(1)) { $0.edit = .remove(StepID("gone")) })
    }
    #expect(throws: Refusal.self) {
      try world.perform(
        EditLesson(LessonNumber(1)) {
          $0.text = " "
          $0.edit = nil
        })
    }
    #expect(try world.content() == before)
    try world.store.undo(by: .bo, at: .morning)
    #expect(try world.lesson() == old)
  }

  @Test("Settled lessons take no change and no second fate, and the refusal says what became of them")
  func settled() throws {
    let world = try World()
    try world.learn()
    try world.learn("another")
    try world.perform(SettleLessons([LessonNumber(1)], .item("OPS-7")), by: .bo)
    #expect(try world.lesson().fate == LessonFate(.item("OPS-7"), by: Handle("bo"), at: .morning))
    let before = try world.content()
    #expect { try world.perform(EditLesson(LessonNumber(1)) { $0.text = "x" }) } throws: { error in
      "\(error)".contains("bo made item OPS-7 of lesson 1 already")
    }
    // One of several that cannot be settled keeps all of them as they are.
    #expect(throws: Clash.self) {
      try world.perform(SettleLessons([LessonNumber(2), LessonNumber(1)], declined))
    }
    #expect(throws: Refusal.self) { try world.perform(SettleLessons([LessonNumber(2)], .declined(reason: " "))) }
    #expect(throws: Refusal.self) { try world.perform(SettleLessons([LessonNumber(2)], .item(""))) }
    #expect(try world.content() == before)
  }

  @Test("What was declined is taken up again; what a version carries is not")
  func reopened() throws {
    let world = try World()
    try world.learn()
    try world.learn("another")
    try world.perform(SettleLessons([LessonNumber(1)], declined))
    try world.perform(ReopenLesson(LessonNumber(1)), by: .bo)
    #expect(try world.lesson().isOpen)
    try world.store.undo(by: .bo, at: .morning)
    #expect(try world.lesson().fate?.outcome == declined)
    try world.perform(SettleLessons([LessonNumber(2)], .folded(version: 1, step: StepID("smoke"))))
    #expect(throws: Clash.self) { try world.perform(ReopenLesson(LessonNumber(2))) }
    #expect(throws: Missing.self) {
      try world.learn("third")
      try world.perform(SettleLessons([LessonNumber(3)], .folded(version: 8, step: nil)))
    }
    #expect(try world.store.verify().findings == [])
  }

  @Test("Undo of a fate is refused once somebody has built on it")
  func undoAfterOthers() throws {
    let world = try World()
    try world.learn(by: .ana)
    try world.perform(SettleLessons([LessonNumber(1)], declined), by: .ana)
    try world.perform(ReopenLesson(LessonNumber(1)), by: .bo)
    #expect { try world.store.undo(by: .ana, at: .morning) } throws: { error in
      "\(error)".contains("bo") && "\(error)".contains("reopened lesson 1")
    }
  }
}
