import Domain
import Store
import Terminal
import Testing

@testable import TUI

@Suite("Redlines: a line is marked in the middle of a run, and the work goes on")
struct RedlineTests {
  /// At step 4, the killer that deploys, unless a test says otherwise.
  private func open(
    _ who: Handle = "ana", down: Int = 3, width: Int = 80, height: Int = 24, glyphs: Glyphs = .unicode,
    _ change: (inout Run) throws -> Void = { _ in }
  ) throws -> Driver {
    var run = try Run.begun()
    try change(&run)
    let driver = Driver.onRun(FakeStore(run), as: who, width: width, height: height, glyphs: glyphs)
    driver.press("g g")
    for _ in 0..<down { driver.press("j") }
    return driver
  }

  private func lessons(_ driver: Driver) -> [Lesson] { driver.store.with { $0.lessons } }

  /// A way to mark a line: the keys, what is typed among them, and what comes of it.
  struct Way: Sendable, CustomTestStringConvertible {
    var name: String
    var before: [String]
    var typed = ""
    var after = ["Enter"]
    var edit: ProposedEdit?
    var text: String
    /// Keys beside the letters that somebody has to find words for.
    var keys: Int { before.count + after.count }
    var testDescription: String { name }
  }

  static let ways: [Way] = [
    Way(
      name: "reword", before: ["r", "r"], typed: ", all of them",
      edit: .reword("deploy", to: "Deploy {{version}}, and watch the canaries, all of them"),
      text: "reword deploy: \"Deploy {{version}}, and watch the canaries, all of them\""),
    Way(
      name: "add after", before: ["r", "a"], typed: "Look at the logs",
      edit: .add(text: "Look at the logs", .after("deploy")), text: "after deploy: \"Look at the logs\""),
    Way(
      name: "add before", before: ["r", "b"], typed: "Tell support",
      edit: .add(text: "Tell support", .before("deploy")), text: "before deploy: \"Tell support\""),
    Way(name: "remove", before: ["r", "d"], edit: .remove("deploy"), text: "remove deploy"),
    Way(
      name: "move by moving", before: ["r", "m", "j", "Enter"], edit: .move("deploy", .after("settle")),
      text: "move deploy after settle"),
    Way(
      name: "move to a number", before: ["r", "m", "3", "Enter"], edit: .move("deploy", .before("jump")),
      text: "move deploy before jump"),
    Way(
      name: "no killer", before: ["r", "k"], edit: .unset("deploy", key: "killer"), text: "deploy: no killer any more"),
    Way(
      name: "attribute", before: ["r", "s"], typed: "wait: 15m", edit: .set("deploy", key: "wait", value: "15m"),
      text: "deploy: wait is to be 15m"),
    Way(name: "wrong", before: ["r", "w"], typed: "the port is another one", text: "the port is another one"),
  ]

  @Test("Each kind takes five keys at most, beside the words that it needs", arguments: ways)
  func kinds(way: Way) throws {
    let driver = try open()
    for key in way.before { driver.press(key) }
    driver.type(way.typed)
    for key in way.after { driver.press(key) }
    #expect(way.keys <= 5)
    let lesson = try #require(lessons(driver).last, "\(driver.text)")
    #expect(lesson.edit == way.edit)
    #expect(lesson.text == way.text)
    #expect(lesson.step == "deploy" && lesson.source == .redline(RunNumber(42)))
    #expect(driver.words.contains("redlined as lesson 12; it stays on the record: a slip is declined, g l"))
    #expect(driver.line("Deploy v205").contains("⚑ ✎"))
    // One is where one was, and the work goes on.
    #expect(driver.app.overlays.isEmpty && driver.text.contains("4 of 11"))
    #expect(driver.store.run()?.entries.last?.kind == .redlined)
  }

  @Test("A step that is no killer is offered to be one; a reason may be given, and need not be")
  func killer() throws {
    let driver = try open(down: 1)
    driver.press("r")
    #expect(driver.text.contains("k  Make it a killer step"))
    driver.press("k")
    driver.type("twice forgotten")
    driver.press("Enter")
    #expect(lessons(driver).last?.edit == .set("manifests", key: "killer", value: nil))
    #expect(lessons(driver).last?.text == "twice forgotten")
    #expect(driver.words.contains("✎ make it a killer step: twice forgotten"))
  }

  @Test("What was marked shows on the line and in the detail, with who, when, and the words that change")
  func shown() throws {
    let driver = try open(height: 34)
    driver.press("r", "r")
    driver.type(", all")
    driver.press("Enter", "r", "w")
    driver.type("too long")
    driver.press("Enter")
    #expect(driver.line("Deploy v205").contains("✎2"))
    #expect(driver.words.contains("✎ reword: Deploy {{version}}, and watch the canaries{+, all+} lesson 12, ana 09:40"))
    #expect(driver.words.contains("✎ this is wrong: too long lesson 13, ana 09:40"))
    driver.press("g g")
    #expect(!driver.words.contains("this is wrong"))
  }

  @Test("Esc keeps what was typed for the next time, and nags nobody about what was not")
  func drafts() throws {
    let driver = try open()
    driver.press("r", "w")
    driver.type("half a thou")
    driver.press("Esc")
    #expect(driver.app.overlays.isEmpty)
    driver.press("r", "w")
    #expect(driver.text.contains("> half a thou"))
    driver.press("^U", "Esc", "r", "r", "Esc", "q")
    #expect(driver.hasQuit)
    #expect(lessons(driver).isEmpty)
  }

  @Test("A refused redline gives the words back")
  func refused() throws {
    let driver = try open()
    driver.press("r", "w")
    driver.type("the port")
    try driver.store.with { world in try world.runs[RunNumber(42)]?.act(.abort(reason: "no")) }
    driver.press("Enter")
    #expect(driver.text.contains("the run is over"))
    #expect(lessons(driver).isEmpty)
    #expect(driver.app.drafts.values.contains("the port"))
    driver.press("r")
    #expect(driver.words.contains("redline: the run is over (aborted)"))
  }

  @Test("Rewording to what it says, an empty line, an unknown attribute: the prompt stays and says so")
  func complaints() throws {
    let driver = try open()
    driver.press("r", "r", "Enter")
    #expect(driver.text.contains("that is what it says"))
    driver.press("^U", "Enter")
    #expect(driver.text.contains("a line says something"))
    driver.press("Esc", "r", "a", "Enter")
    #expect(driver.text.contains("a line says something"))
    driver.press("Esc", "r", "w", "Enter")
    #expect(driver.text.contains("a few words are needed"))
    driver.press("Esc", "r", "s")
    for (typed, complaint) in [
      ("expcet: 1h", "there is no expcet"), ("wait: soon", "is a time such as"), ("wait", "wait: what?"),
      ("killer", "it is marked as killer"), ("killer: yes", "stands alone"), ("no wait", "it has no wait"),
      ("expect: 1h", "that is what it says"), ("id: x", "there is no id"), ("if: prod", "name = value"),
    ] {
      driver.press("^U")
      driver.type(typed)
      driver.press("Enter")
      #expect(driver.text.contains(complaint), "\(typed)")
    }
    #expect(lessons(driver).isEmpty)
  }

  @Test("An attribute's name is completed, with the value that it has, and one is taken away by `no`")
  func attributes() throws {
    let driver = try open()
    driver.press("r", "s")
    driver.type("e")
    driver.press("Right")
    #expect(driver.text.contains("> expect: 1h"))
    driver.press("Backspace", "Backspace")
    driver.type("45m")
    driver.press("Enter")
    #expect(lessons(driver).last?.edit == .set("deploy", key: "expect", value: "45m"))
    driver.press("r", "s")
    driver.type("no d")
    driver.press("Right", "Enter")
    #expect(lessons(driver).last?.edit == .unset("deploy", key: "deploys"))
    #expect(driver.words.contains("no deploys any more"))
  }

  @Test("Observers and strangers mark lines as they note; paused or running; not before and not after")
  func who() throws {
    let observer = try open("oz") { try $0.act(.join("oz", .observer)) }
    observer.press("r", "d", "Enter")
    #expect(lessons(observer).last?.by == "oz")
    let stranger = try open("cy") { try $0.act(.pause(reason: nil)) }
    stranger.press("r", "d", "Enter")
    #expect(lessons(stranger).last?.by == "cy")
    #expect(stranger.store.run()?.role(of: "cy") == nil)
    let planned = Driver.onRun(FakeStore(try Run.planned()))
    planned.press("r")
    #expect(planned.text.contains("the run is only planned"))
  }

  @Test("A step with steps under it moves among the others, and never under itself")
  func family() throws {
    let driver = try open(down: 5, height: 34)
    driver.press("r", "m")
    #expect(driver.text.contains("move step 6 to where?"))
    #expect(!driver.lines[14...].contains { $0.contains("Zone 1") })
    driver.press("Enter")
    #expect(driver.text.contains("step 6 stands there now"))
    driver.press("j", "Enter", "Enter")
    #expect(lessons(driver).last?.edit == .move("runners", .after("eu")))
  }

  @Test("A child goes under its parent's siblings, or out of the list")
  func child() throws {
    let places = StepPlaces(moving: "zone1", in: ChecklistVersion.deploy.steps)
    #expect(places.current.map { places.rows[$0].place } == .before("zone2"))
    let after = places.rows.filter { $0.position == 7 }.map(\.place)
    #expect(after == [.after("zone2"), .after("runners")])
    #expect(places.rows.allSatisfy { $0.place.anchor != "zone1" })
    #expect(Set(places.rows.map(\.place)).count == places.rows.count)
  }

  @Test("In the smallest window and without Unicode everything is there", arguments: [Glyphs.unicode, .ascii])
  func small(glyphs: Glyphs) throws {
    let driver = try open(width: 60, height: 16, glyphs: glyphs)
    driver.press("r")
    for letter in [
      "r  Reword it", "a  Add", "b  Add", "d  Remove", "m  Move", "k  No killer", "s  Set", "w  This is wrong",
    ] { #expect(driver.text.contains(letter), "\(letter)") }
    driver.press("m", "j")
    #expect(driver.text.contains("after step 5"))
    driver.press("Enter", "Enter")
    #expect(driver.line("Deploy v205").contains(glyphs == .ascii ? "K r" : "⚑ ✎"))
    #expect(driver.lines.allSatisfy { $0.count <= 60 })
  }

  @Test("Without colour the words that change are told by their brackets, and the line by its sign")
  func colourless() throws {
    let driver = try open(height: 34)
    driver.press("r", "r", "^U")
    driver.type("Deploy, and look")
    driver.press("Enter")
    #expect(driver.words.contains("[-"))
    #expect(driver.words.contains("{+look+}"))
  }

  @Test("Somebody's text cannot pass for the program's, nor leave its place")
  func hostile() throws {
    let driver = try open(height: 34)
    driver.press("r", "w")
    driver.send(.paste("\u{1B}[2J\u{202E}gone\nsecond\u{0} line " + String(repeating: "x", count: 400)))
    driver.press("Enter", "b")
    for line in driver.lines {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    }
    #expect(driver.text.contains("1 redline is open on this checklist"))
    driver.press("Esc", "Enter", "End")
    #expect(driver.words.contains("this is wrong"))
  }

  @Test("A redline on a step that this version has not is told in the notice, and marks no line")
  func goneStep() throws {
    let run = try Run.begun()
    let store = FakeStore(run)
    store.change {
      $0.lessons = [
        Lesson(
          number: LessonNumber(3), checklist: run.version.reference.checklist, text: "move x after y",
          source: .redline(RunNumber(40)), step: "x", edit: .move("x", .after("y")), base: 2, by: "bo", at: .t0)
      ]
    }
    let driver = Driver.onRun(store)
    #expect(driver.lines[3].hasPrefix(" ⚠ 1 redline is open on this checklist"))
    #expect(!driver.text.contains("✎"))
    driver.press("b")
    #expect(driver.words.contains("x, which is not in v3, move it after y, which is not in v3"))
    #expect(driver.words.contains("(lesson 3, bo 09:30 in run 40)"))
  }

  @Test("u says how a redline is taken back")
  func undo() throws {
    let driver = try open()
    driver.press("r", "d", "Enter", "u")
    #expect(driver.words.contains("a redline is declined on Lessons, g l"))
  }
}
