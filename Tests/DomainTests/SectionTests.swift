import Domain
import Testing

@Suite("Sections, and steps out of order")
struct SectionTests {
  static func threeSections() throws -> Run {
    try Run.sample(.line("a", .pre), .line("b", .during), .line("c", .post))
  }

  @Test("A later section's steps are inactive until it is entered, and then open")
  func entered() throws {
    var run = try Self.threeSections()
    #expect(["a", "b", "c"].map { run.state($0) } == [.open, .inactive, .inactive])
    try run.tick("a")
    #expect(["a", "b", "c"].map { run.state($0) } == [.done, .open, .inactive])
    try run.tick("b")
    #expect(run.state("c") == .open)
  }

  @Test("The record says when a section was entered")
  func recorded() throws {
    var run = try Self.threeSections()
    for step in ["a", "b", "c"] as [StepID] { try run.tick(step) }
    #expect(run.entries.filter { $0.kind == .sectionEntered }.map(\.section) == [.pre, .during, .post])
  }

  @Test("Entering a section while an earlier one has unsettled steps needs a reason")
  func needsReason() throws {
    var run = try Self.threeSections()
    #expect(run.refusal(of: .enter(.during, reason: nil)) == .sectionsUnsettled(.during, ["a"]))
    #expect(run.refusal(of: .enter(.during, reason: " ")) == .needsReason("entering during"))
    try run.act(.enter(.during, reason: "the window closes"))
    #expect(run.entries.last?.kind == .sectionEntered)
    #expect(run.entries.last?.reason == "the window closes")
    #expect(run.state("b") == .open)
  }

  @Test(
    "Ticking into a section too early says that a reason would let it pass",

    arguments: [StepID("b"), "c"])
  func tickTooEarly(step: StepID) throws {
    let run = try Self.threeSections()
    let section: Section = step == "b" ? .during : .post
    #expect(run.refusal(of: .tick(step)) == .sectionsUnsettled(section, ["a"]))
    #expect(run.refusal(of: .outcome(.failed, step)) == .sectionsUnsettled(section, ["a"]))
    #expect(run.refusal(of: .start(step)) == .sectionsUnsettled(section, ["a"]))
  }

  @Test(
    "A tick with an override enters the section, with the reason on the record",
  )
  func tickWithOverride() throws {
    var run = try Self.threeSections()
    try run.tick("b", override: "the window closes")
    #expect(run.state("b") == .done)
    #expect(run.entries.first { $0.section == .during }?.reason == "the window closes")
  }

  @Test("A section entered with a reason does not excuse what is unsettled before it")
  func notExcused() throws {
    var run = try Self.threeSections()
    try run.act(.enter(.post, reason: "the window closes"))
    try run.tick("c")
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["a"]))
    try run.tick("a")
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["b"]))
    try run.tick("b")
    #expect(run.refusal(of: .finish) == nil)
  }

  @Test("Steps may be done out of order within a section, and the record says so")
  func outOfOrder() throws {
    var run = try Run.sample(.line("a"), .line("b"), .line("c"))
    try run.tick("b")
    #expect(run.entries.last?.isOutOfOrder == true)
    try run.tick("a")
    #expect(run.entries.last?.isOutOfOrder == false)
    try run.tick("c")
    #expect(run.entries.last?.isOutOfOrder == false)
  }

  @Test(
    "A step whose `if` is false is inactive and settled",
    arguments: [
      ("eu", false, StepState.open), ("us", false, .inactive), ("eu", true, .inactive), ("us", true, .open),
    ])
  func condition(zone: String, not: Bool, state: StepState) throws {
    let run = try Run.sample(.when("s", "zone", is: "eu", not: not), parameters: ["zone": zone])
    #expect(run.state("s") == state)
    #expect(run.progress(of: "s").isSettled == (state == .inactive))
    #expect((run.refusal(of: .finish) == nil) == (state == .inactive))
  }

  @Test("A parameter without a value compares as empty text")
  func noValue() throws {
    #expect(try Run.sample(.when("s", "zone", is: "eu")).state("s") == .inactive)
    #expect(try Run.sample(.when("s", "zone", is: "eu", not: true)).state("s") == .open)
    #expect(try Run.sample(.when("s", "zone", is: "")).state("s") == .open)
  }

  @Test("Inactive steps do not keep the next section shut")
  func inactivePasses() throws {
    let run = try Run.sample(.when("a", "zone", is: "eu", in: .pre), .line("b"))
    #expect(run.state("b") == .open)
    #expect(run.refusal(of: .tick("b")) == nil)
  }

  @Test("Rollback is not entered like the others")
  func rollback() throws {
    let run = try Run.sample(.line("a"), .line("back", .rollback))
    #expect(run.refusal(of: .enter(.rollback, reason: "why")) != nil)
  }
}
