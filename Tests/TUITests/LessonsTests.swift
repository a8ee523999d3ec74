import Domain
import Store
import Terminal
import TestSupport
import Testing

@testable import TUI

@Suite("Lessons, an inbox in which nothing ends in silence")
struct LessonsTests {
  private static func day(_ days: Int64) -> Instant { .t0 - .minutes(days * 24 * 60) }

  @Test("Open ones come newest first with how long they have waited; a sign tells the old ones without a colour")
  func inbox() throws {
    let real = try RealStore()
    try real.learn("Nobody looks", at: Self.day(41))
    try real.learn("Look twice", edit: .remove(real.firstStep()), at: Self.day(15))
    try real.learn("Look once more", at: Self.day(3))
    let driver = Driver(real: real, width: 130)
    driver.press("g l")
    #expect(driver.lines[3].contains("Look once more") && driver.lines[3].contains("3d"))
    #expect(driver.line("Look twice").contains("15d !"))
    #expect(driver.line("Look twice").contains("remove"))
    #expect(driver.line("Nobody looks").contains("41d !!"))
    #expect(driver.line("Nobody looks").contains("no edit yet"))
    #expect(driver.text.contains("1 of 3 open, the oldest 41d"))
  }

  @Test("An empty inbox says so, and how to come to what was settled")
  func empty() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g l")
    #expect(driver.words.contains("No lesson waits. + shows those that were settled, n writes down a new one."))
    driver.press("f")
    #expect(driver.text.contains("fold: there is no lesson here"))
  }

  @Test("A lesson is declined with a reason or becomes an item, both of which u takes back, and is taken up again")
  func fates() throws {
    let real = try RealStore()
    let first = try real.learn("Look twice")
    try real.learn("Look thrice")
    let driver = Driver(real: real)
    driver.press("g l", "j", "x", "Enter")
    #expect(driver.text.contains("a reason is needed"))
    driver.type("once is enough")
    driver.press("Enter")
    #expect(driver.text.contains("declined lesson 1   (u undoes it)"))
    #expect(!driver.text.contains("Look twice"))
    #expect(
      try real.store.read { try $0.lesson(first).fate?.outcome } == .declined(reason: "once is enough"))
    driver.press("+", "j", "f")
    #expect(driver.text.contains("lesson 1 is settled: declined"))
    driver.press("U")
    #expect(try real.store.read { try $0.lesson(first).isOpen })
    driver.press("+", "j", "#")
    driver.type("OPS-31")
    driver.press("Enter")
    #expect(try real.store.read { try $0.lesson(first).fate?.outcome } == .item("OPS-31"))
    driver.press("u")
    #expect(try real.store.read { try $0.lesson(first).isOpen })
  }

  @Test("A new item is made of a lesson from the prompt, and item and lesson show each other")
  func newItem() throws {
    let real = try RealStore()
    let lesson = try real.learn("Look twice")
    let driver = Driver(real: real)
    driver.press("g l", "#")
    driver.type("new")
    driver.press("Enter")
    let item = try #require(try real.store.read { try $0.lesson(lesson).fate?.item })
    #expect(driver.text.contains("lesson \(lesson): item \(item) in the icebox"))
    #expect(try real.store.read { try $0.item(item).links } == [ItemLink(.lesson, "\(lesson)")])
    driver.press("+", "Enter")
    #expect(driver.text.contains("became item \(item) (chore, unscheduled): Look twice"))
  }

  @Test("Marked lessons are settled as one action, and no mark is left behind")
  func bulk() throws {
    let real = try RealStore()
    for text in ["one", "two", "three"] { try real.learn(text) }
    let driver = Driver(real: real)
    driver.press("g l", "m", "m", "x")
    driver.type("no")
    driver.press("Enter")
    #expect(driver.text.contains("declined lessons 3, 2"))
    #expect(!driver.text.contains("marked"))
    #expect(try real.store.read { try $0.openLessons().count } == 1)
    driver.press("u")
    #expect(try real.store.read { try $0.openLessons().count } == 3)
  }

  @Test(
    "The store narrows the list: words, fates, sources, people, checklists, runs",
    arguments: [
      ("state:decl", 1), ("state:all", 4), ("state:item", 0), ("source:inc", 1), ("by:bo", 1), ("state:open by:bo", 1),
      ("checklist:new-release", 1), ("manifest-only", 2), ("twice state:all", 1), ("state:nonsense", 0), ("run:7", 0),
    ])
  func filter(typed: String, count: Int) throws {
    let real = try RealStore()
    let declined = try real.learn("Look twice")
    try real.store.perform(SettleLessons([declined], .declined(reason: "no")), by: .own("ana"), at: .t0)
    try real.learn("Ask", source: .incident(9))
    try real.learn("Wait", by: "bo")
    try real.learn("Upload", on: ChecklistName("new-release"))
    let found = try real.store.read { try $0.lessons(LessonFilter(typed: FilterWords.of(typed)), limit: 100) }
    #expect(found.count == count)
  }

  @Test(
    "A lesson's page says where it comes from, what it would change with the words marked, and what stands there now")
  func page() throws {
    let real = try RealStore()
    let run = try real.startRun()
    let version = try real.store.read { try $0.version(of: RealStore.starter) }
    let step = try #require(version.steps.first)
    try real.learn("Look twice", edit: .reword(step.id, to: step.text + ", twice"), source: .redline(run))
    let driver = Driver(real: real, width: 100, height: 30)
    driver.press("g l", "Enter")
    #expect(driver.lines[0].contains("Lesson 1  manifest-only  open"))
    #expect(driver.text.contains("redline in run 1, by ana"))
    #expect(driver.words.contains("{+, twice+}"))
    #expect(driver.text.contains("The step now, in v1"))
    driver.press("Enter")
    #expect(driver.app.top is RunScreen)
    driver.press("Esc")
    #expect(driver.app.top is LessonScreen)
  }

  @Test("What was learned is written anew in the editor, and stays there when it can't be saved")
  func words() throws {
    let real = try RealStore()
    let lesson = try real.learn("Look twice")
    let driver = Driver(real: real)
    driver.press("g l", "Enter")
    driver.editor = { _ in
      try? real.store.perform(EditLesson(lesson) { $0.text = "Look around" }, by: .own("bo"), at: .t0)
      return .changed("Look thrice\n")
    }
    driver.press("E")
    #expect(driver.words.contains("somebody has changed lesson 1 meanwhile"))
    var offered = ""
    driver.editor = { text in
      offered = text
      return .changed(text)
    }
    driver.press("E")
    #expect(offered == "Look thrice")
    #expect(try real.store.read { try $0.lesson(lesson).text } == "Look thrice")
  }

  @Test("A new lesson is written down by keys: step completed, its text there to be changed, the change tried at once")
  func new() throws {
    let real = try RealStore()
    let step = try real.firstStep()
    let driver = Driver(real: real, width: 100)
    driver.press("g l", "n")
    driver.press("S-Tab")
    driver.type("manif")
    driver.press("Right", "Tab", "Right", "Tab")
    driver.type(String(step.text.dropLast()))
    driver.press("Right", "Tab", "End")
    driver.type(", twice")
    #expect(driver.words.contains("{+, twice+}"))
    driver.press("Tab", "Tab")
    driver.type("9x")
    #expect(driver.text.contains("a number, as in 9"))
    driver.press("Backspace", "^S")
    #expect(driver.text.contains("lesson 1 was written down   (u undoes it)"))
    let lesson = try real.store.read { try $0.lesson(LessonNumber(1)) }
    #expect(lesson.source == .incident(9) && lesson.step == step)
    guard case .reword(step, let text)? = lesson.edit else {
      Issue.record("\(String(describing: lesson.edit))")
      return
    }
    #expect(text.hasSuffix(", twice"))
  }

  @Test("Of a lesson without a change the words are asked for; leaving a form asks first")
  func needsWords() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g l", "n")
    driver.type("manifest-only")
    driver.press("^S")
    #expect(driver.text.contains("learned: needed"))
    driver.type("x")
    driver.press("Esc")
    #expect(driver.text.contains("Leave the form?"))
  }

  @Test(
    "What a lesson proposes is changed in a form, from nothing to each kind of change",
    arguments: LessonEditKind.allCases)
  func change(kind: LessonEditKind) throws {
    let real = try RealStore()
    let steps = try real.store.read { try $0.version(of: RealStore.starter).steps }
    let lesson = try real.learn("Look twice", step: steps[1].id)
    let driver = Driver(real: real)
    driver.press("g l", "Enter", "e")
    for _ in 0..<(LessonEditKind.allCases.firstIndex(of: kind) ?? 0) { driver.press("Right") }
    driver.press("Tab", "Tab")
    if kind.needsText { driver.press("^U") }
    if kind.needsText { driver.type("Say it aloud") }
    if kind.needsPlace { driver.type("4") }
    if kind.needsKey { driver.type("expect") }
    if kind == .set { driver.press("Tab") }
    if kind == .set { driver.type("45m") }
    driver.press("^S")
    let edit = try real.store.read { try $0.lesson(lesson).edit }
    #expect(LessonEditKind(edit) == kind)
    #expect(kind == .nothing || driver.app.top is LessonScreen)
  }

  @Test("Ten thousand lessons: the first are there at once, the last by one key, and each screen is drawn in no time")
  func many() throws {
    let real = try RealStore()
    try real.store.perform(LearnMany(count: 10_000), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g l")
    #expect(driver.text.contains("1 of 10000 open"))
    #expect(driver.lines[3].contains("lesson number 10000"))
    driver.press("G")
    #expect(driver.words.contains("lesson number 1 "))
    let long = ThreadTime.of { for _ in 0..<20 { driver.press("Up", "Down") } }
    let few = try RealStore()
    try few.store.perform(LearnMany(count: 100), by: .own("ana"), at: .t0)
    let other = Driver(real: few)
    other.press("g l", "G")
    let short = ThreadTime.of { for _ in 0..<20 { other.press("Up", "Down") } }
    // A hundredth of the lessons.
    #expect(long < short * 10 + .milliseconds(50))
    driver.press("/")
    driver.type("number 4711")
    #expect(driver.words.contains("lesson number 4711"))
  }

  @Test("Hostile and wide text stays within every screen and does nothing", arguments: [(60, 16), (80, 24), (200, 60)])
  func hostile(width: Int, height: Int) throws {
    let real = try RealStore()
    let step = try real.firstStep()
    let text = "\u{1B}[31mred\u{202E} 藤井 芙美 👩‍👩‍👧 \u{7}\r\nsecond line " + String(repeating: "長い", count: 300)
    try real.learn(text, edit: .reword(step, to: "見る \u{202E}twice 👩‍🚒"))
    let driver = Driver(real: real, width: width, height: height)
    for keys in ["g l", "Enter", "e", "Esc", "f", "Tab", "f", "Esc"] {
      driver.press(keys)
      for line in driver.lines {
        #expect(line.displayWidth <= width, "\(keys)")
        #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(keys)")
      }
    }
  }

  @Test("A lesson about a step that is gone, and one about a checklist that is gone, can still be read and declined")
  func gone() throws {
    let real = try RealStore()
    let path = try real.write("# Mine\n\n- [ ] Look <!-- id: look -->\n- [ ] Ask <!-- id: ask -->\n", to: "mine.md")
    try real.importFile(path)
    try real.learn("Look twice", edit: .reword("look", to: "Look twice"), on: ChecklistName("mine"))
    _ = try real.write("# Mine\n\n- [ ] Ask <!-- id: ask -->\n", to: "mine.md")
    try real.importFile(path)
    let driver = Driver(real: real)
    driver.press("g l", "Enter")
    #expect(driver.words.contains("Step look is not in v2 any more."))
    driver.press("f")
    #expect(driver.words.contains("1 in the way"))
    driver.press("f")
    #expect(driver.words.contains("cannot be folded onto v2 as proposed: E writes the page by hand"))
  }

  @Test("Today says in one line that lessons wait, and leads to them")
  func today() throws {
    let real = try RealStore()
    #expect(!Driver(real: real).text.contains("lesson"))
    try real.learn("one", at: Self.day(12))
    #expect(Driver(real: real).text.contains("1 lesson waits, for 12 days: g l"))
    try real.learn("two", at: Self.day(2))
    let driver = Driver(real: real)
    #expect(driver.line("lessons wait").hasPrefix("• 2 lessons wait, the oldest 12 days: g l"))
    driver.press("Enter")
    #expect(driver.app.top is LessonsScreen)
  }
}
