import Domain
import Testing

@Suite("A reason may be owed, until the run would finish")
struct OwedReasonTests {
  @Test("Every outcome that needs a reason may owe it", arguments: Outcome.allCases.filter(\.needsReason))
  func owe(outcome: Outcome) throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(outcome, reason: .owed)))
    #expect(run.state("s") == StepState(outcome))
    #expect(run.entries.last?.isReasonOwed == true)
    #expect(run.progress(of: "s").owedReasons == [run.entries.last?.seq])
  }

  @Test("A run does not finish while a reason is owed, and does once it is given")
  func finish() throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.tick("a")
    try run.act(.settle("b", Settlement(.skipped, reason: .owed)))
    #expect(run.refusal(of: .finish) == .reasonsOwed(RunNumber(42), ["b"]))
    try run.act(.giveReason("b", "nothing to migrate"), by: .bo)
    #expect(run.progress(of: "b").lastAttempt?.reason == "nothing to migrate")
    #expect(run.refusal(of: .finish) == nil)
  }

  @Test("A failure still owes its reason after a later attempt went well")
  func failure() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(.failed, reason: .owed)))
    let failure = try #require(run.entries.last)
    try run.tick("s")
    #expect(run.refusal(of: .finish) == .reasonsOwed(RunNumber(42), ["s"]))
    try run.act(.giveReason("s", "port in use"))
    #expect(run.entries.last?.target == failure.seq)
    #expect(run.progress(of: "s").attempts.map(\.reason) == ["port in use", nil])
    #expect(run.refusal(of: .finish) == nil)
  }

  @Test("Two owed reasons on one step are asked for one by one, the oldest first")
  func two() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(.failed, reason: .owed)))
    try run.act(.settle("s", Settlement(.skipped, reason: .owed)))
    try run.act(.giveReason("s", "first"))
    #expect(run.refusal(of: .finish) == .reasonsOwed(RunNumber(42), ["s"]))
    try run.act(.giveReason("s", "second"))
    #expect(run.progress(of: "s").attempts.map(\.reason) == ["first", "second"])
    #expect(run.refusal(of: .finish) == nil)
  }

  @Test("The step need not be named where only one reason is owed")
  func unnamed() throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.tick("a")
    try run.act(.settle("b", Settlement(.deferred, reason: .owed)))
    try run.act(.giveReason(nil, "tomorrow"))
    #expect(run.progress(of: "b").lastAttempt?.reason == "tomorrow")
  }

  @Test(
    "Without a step's name, and two reasons owed on different steps, none is guessed")
  func ambiguous() throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.act(.settle("a", Settlement(.skipped, reason: .owed)))
    try run.act(.settle("b", Settlement(.deferred, reason: .owed)))
    #expect(run.refusal(of: .giveReason(nil, "tomorrow")) != nil)
  }

  @Test("A reason that nobody owes is refused, and so is a blank one")
  func refused() throws {
    var run = try Run.sample(.line("s"))
    #expect(run.refusal(of: .giveReason("s", "why")) == .nothingOwed("s"))
    #expect(run.refusal(of: .giveReason(nil, "why")) == .nothingOwed(nil))
    try run.act(.settle("s", Settlement(.skipped, reason: .owed)))
    #expect(run.refusal(of: .giveReason("s", " ")) == .needsReason("an owed reason"))
  }
}
