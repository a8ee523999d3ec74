import Domain
import Testing

@Suite("A step with steps under it is ticked after they are settled")
struct ParentStepTests {
  static let family: [Step] = [
    .line("zone"), .line("one", under: "zone"), .line("inner", under: "one"), .line("two", under: "zone"),
  ]

  @Test("It is refused while one underneath is unsettled, at any depth")
  func refused() throws {
    var run = try Run.begun(Self.family)
    #expect(run.refusal(of: .tick("zone")) == .stepsUnderneath("zone", ["one", "inner", "two"]))
    try run.tick("inner")
    try run.settle("one", .skipped)
    #expect(run.refusal(of: .tick("zone")) == .stepsUnderneath("zone", ["two"]))
    try run.fail("two")
    #expect(run.refusal(of: .tick("zone")) == .stepsUnderneath("zone", ["two"]))
    try run.tick("two")
    #expect(run.refusal(of: .tick("zone")) == nil)
  }

  @Test("An inactive step underneath does not stand in the way")
  func inactive() throws {
    let child = Step.when("eu", "zone", is: "eu", under: "zone")
    #expect(try Run.sample(.line("zone"), child).refusal(of: .tick("zone")) == nil)
  }

  @Test("An unconfirmed killer step underneath stands in the way")
  func killer() throws {
    var run = try Run.sample(.line("zone"), .killer("deploy", under: "zone"))
    try run.tick("deploy")
    #expect(run.refusal(of: .tick("zone")) == .stepsUnderneath("zone", ["deploy"]))
    try run.confirm("deploy")
    #expect(run.refusal(of: .tick("zone")) == nil)
  }

  @Test("tick --all ticks it with its open steps, at any depth, each with an entry of its own")
  func all() throws {
    var run = try Run.begun(Self.family)
    try run.start("two")
    try run.tick("zone", by: .bo, all: true)
    #expect(Self.family.allSatisfy { run.state($0.id) == .done })
    #expect(Set(run.entries.filter { $0.kind == .done }.compactMap(\.step)).count == 4)
    #expect(run.entries.last?.step == "zone")
  }

  @Test("tick --all leaves what is settled as it is")
  func allKeeps() throws {
    var run = try Run.begun(Self.family)
    try run.settle("two", .skipped)
    try run.tick("zone", all: true)
    #expect(run.state("two") == .skipped)
    #expect(run.kinds(of: "two") == [.skipped])
  }

  @Test("tick --all ticks no killer, nothing that asks for a value, nothing that failed, no wait that runs")
  func allRefuses() throws {
    let stubborn: [Step] = [
      .killer("x", under: "zone"), .asks("x", "count", under: "zone"), .waits("x", .minutes(5), under: "zone"),
    ]
    for step in stubborn {
      let run = try Run.sample(.line("zone"), .line("plain", under: "zone"), step)
      #expect(run.refusal(of: .tick("zone", all: true)) == .stepsUnderneath("zone", ["x"]))
    }
    var failed = try Run.sample(.line("zone"), .line("x", under: "zone"))
    try failed.fail("x")
    #expect(failed.refusal(of: .tick("zone", all: true)) == .stepsUnderneath("zone", ["x"]))
  }

  @Test("A refused tick --all writes nothing")
  func nothingWritten() throws {
    let run = try Run.sample(.line("zone"), .line("plain", under: "zone"), .killer("x", under: "zone"))
    #expect(run.refusal(of: .tick("zone", all: true)) != nil)
    #expect(run.state("plain") == .open)
  }

  @Test(
    "tick --all goes in the order of the file, so that nothing is recorded as out of order")
  func allInOrder() throws {
    var run = try Run.begun(Self.family)
    let entries = try run.act(.tick("zone", all: true)).filter { $0.kind == .done }
    #expect(entries.map(\.step) == ["inner", "one", "two", "zone"])
    #expect(entries.allSatisfy { !$0.isOutOfOrder })
  }

  @Test("Ticking the last step underneath before its parent is not out of order")
  func notOutOfOrder() throws {
    var run = try Run.begun(Self.family)
    try run.tick("inner")
    #expect(run.entries.last?.isOutOfOrder == false)
  }

  @Test("What was ticked underneath is not withdrawn while the step above it stays ticked")
  func correctUnderneath() throws {
    var run = try Run.begun(Self.family)
    try run.act(.tick("zone", all: true))
    #expect(run.refusal(of: .correct("inner", reason: "not so")) == .stepAboveDone("inner", "one"))
    try run.correct("zone")
    try run.correct("one")
    try run.correct("inner")
    #expect(run.state("inner") == .open)
  }
}
