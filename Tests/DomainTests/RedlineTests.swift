import Domain
import Testing

@Suite("Redlines: marked in a run, met by the next (rules 7 and 13)")
struct RedlineTests {
  private static let lesson = LessonNumber(12)

  private static func redline(_ step: StepID?, _ text: String = "another port") -> RunAction {
    .redline(step, lesson, text: text)
  }

  @Test("A redline is one entry that names its lesson, and moves no step")
  func entry() throws {
    var run = try Run.sample(.killer("deploy"), .line("look"))
    let entries = try run.act(Self.redline("deploy"))
    #expect(entries.map(\.kind) == [.redlined])
    #expect(entries.first?.value == "lesson 12: another port")
    #expect(run.state("deploy") == .open)
    #expect(run.progress(of: "deploy").attempts.isEmpty)
  }

  @Test("Whoever may look may mark: the pair, helpers, observers, and strangers, who do not join by it")
  func everybody() throws {
    var run = try Run.sample(.line("a"))
    try run.act(.join("oz", .observer), by: .oz)
    for actor in [Actor.ana, .bo, .cy, .oz] { try run.act(Self.redline("a"), by: actor) }
    #expect(run.kinds(of: "a") == [.redlined, .redlined, .redlined, .redlined])
    #expect(run.role(of: "cy") == nil)
  }

  @Test("A paused run takes it; one that is planned or over does not, nor a step that it has not, nor no words")
  func states() throws {
    var run = try Run.sample(.line("a"))
    #expect(run.refusal(of: Self.redline("a", " ")) == .needsReason("a redline"))
    #expect(run.refusal(of: Self.redline("gone")) != nil)
    try run.act(.pause(reason: nil))
    try run.act(Self.redline("a"))
    try run.act(Self.redline(nil))
    try run.act(.abort(reason: "enough"))
    #expect(run.refusal(of: Self.redline("a")) == .runIsOver(RunNumber(42), .aborted))
    #expect(try Run.planned(.line("a")).refusal(of: Self.redline("a")) == .runNotStarted(RunNumber(42)))
  }

  @Test("It keeps nobody from finishing, and is nothing that `correct` withdraws")
  func finish() throws {
    var run = try Run.sample(.line("a"))
    try run.act(Self.redline("a"))
    #expect(run.refusal(of: .correct("a", reason: "slip")) == .nothingToCorrect("a"))
    try run.tick("a")
    try run.act(Self.redline("a"))
    try run.act(.finish)
    #expect(run.progress.state == .completed)
  }

  @Test("Only an open redline on a killer step of this version stands in the way of the next start")
  func rule() {
    func obstacles(_ redlines: Lesson...) -> [Obstacle] {
      var world = StartRuleTests.World()
      world.facts.redlines = redlines
      return world.obstacles
    }
    #expect(obstacles(.redline(on: "s"), .redline(on: "gone"), .redline(on: nil)).isEmpty)
    let found = obstacles(.redline(12, on: "k"), .redline(13, on: "s"), .redline(14, on: "k"))
    #expect(found.map(\.rule) == [.redline, .redline])
    #expect(found.first?.message.contains("lesson 12, a redline on killer step k, is open: another port") == true)
  }

  @Test("It holds in staging too, and an override is recorded for each of them")
  func overridden() throws {
    var world = StartRuleTests.World()
    world.request.environment = .staging
    world.facts.redlines = [.redline(12, on: "k"), .redline(14, on: "k")]
    #expect(throws: Refusal.cannotStart(world.obstacles)) { try world.start() }
    world.request.override = "the port is right today"
    let entries = try world.start().filter { $0.kind == .ruleOverridden }
    #expect(entries.count == 2)
    #expect(entries.allSatisfy { $0.reason == "the port is right today" && $0.value?.hasPrefix("redline: ") == true })
  }
}

extension Lesson {
  static func redline(_ number: Int = 12, on step: StepID?) -> Lesson {
    Lesson(
      number: LessonNumber(number), checklist: ChecklistName("release"), text: "another port",
      source: .redline(RunNumber(41)), step: step, base: 2, by: "bo", at: .t0)
  }
}
