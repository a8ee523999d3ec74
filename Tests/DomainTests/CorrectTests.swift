import Domain
import Testing

@Suite("Correct withdraws the last entry and restores what was before")
struct CorrectTests {
  @Test(
    "An outcome is withdrawn, and the step is what it was before", arguments: Outcome.allCases, StepStateTests.workable)
  func outcome(_ outcome: Outcome, from state: StepState) throws {
    var run = try StepStateTests.run(state)
    let before = run.progress(of: "s")
    try run.settle("s", outcome)
    try run.correct("s")
    #expect(run.state("s") == state)
    #expect(run.progress(of: "s").attempts == before.attempts)
  }

  @Test("A claim is withdrawn, and the step is open again")
  func claim() throws {
    var run = try StepStateTests.run(.started)
    try run.correct("s")
    #expect(run.state("s") == .open)
    #expect(run.progress(of: "s").attempts.isEmpty)
    #expect(run.refusal(of: .start("s"), by: .bo) == nil)
  }

  @Test("Correcting again goes back one entry further, to the very beginning and no further")
  func stepByStep() throws {
    var run = try Run.sample(.line("s"))
    try run.fail("s")
    try run.start("s")
    try run.tick("s")
    var states: [StepState] = []
    for _ in 0..<3 {
      try run.correct("s")
      states.append(run.state("s"))
    }
    #expect(states == [.started, .failed, .open])
    #expect(run.refusal(of: .correct("s", reason: "why")) == .nothingToCorrect("s"))
  }

  @Test("What was withdrawn stays on the record, beside the correction and its reason")
  func stays() throws {
    var run = try Run.sample(.line("s"))
    try run.tick("s")
    let withdrawn = try #require(run.entries.last)
    try run.act(.correct("s", reason: "wrong line"), by: .bo)
    let correction = try #require(run.entries.last)
    #expect(run.entries.contains(withdrawn))
    #expect(correction.kind == .corrected)
    #expect(correction.target == withdrawn.seq)
    #expect(correction.reason == "wrong line")
    #expect(correction.by == "bo")
  }

  @Test("A correction needs a reason", arguments: ["", "  "])
  func reason(blank: String) throws {
    let run = try StepStateTests.run(.done)
    #expect(run.refusal(of: .correct("s", reason: blank)) == .needsReason("correcting step s"))
  }

  @Test("Only the step's own entries are withdrawn, and notes are none of them")
  func own() throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.tick("a")
    try run.tick("b")
    try run.act(.note("a", "all well"))
    try run.correct("a")
    #expect(run.state("a") == .open)
    #expect(run.state("b") == .done)
    #expect(run.entries.contains { $0.kind == .note && !run.progress.withdrawn.contains($0.seq) })
  }

  @Test("A killer step's confirmation is withdrawn first, then its outcome")
  func killer() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.confirm("deploy")
    #expect(run.progress(of: "deploy").isSettled)
    try run.correct("deploy")
    #expect(run.state("deploy") == .done)
    #expect(run.progress(of: "deploy").isAwaitingConfirmation)
    #expect(!run.progress(of: "deploy").isSettled)
    try run.correct("deploy")
    #expect(run.state("deploy") == .open)
  }

  @Test("A new outcome after a correction does not inherit the old confirmation")
  func fresh() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.confirm("deploy")
    try run.correct("deploy")
    try run.correct("deploy")
    try run.tick("deploy", by: .bo)
    #expect(run.progress(of: "deploy").isAwaitingConfirmation)
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .confirmationNeedsAnotherPerson("deploy"))
  }

  @Test("A withdrawn countersignature leaves the step as it went on without")
  func countersignature() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.act(.goOnWithoutPartner("deploy", reason: "bo's line is dead"))
    try run.confirm("deploy")
    try run.correct("deploy")
    #expect(run.progress(of: "deploy").confirmation == .withoutPartner(by: "ana", reason: "bo's line is dead"))
  }

  @Test("A withdrawn outcome owes no reason any more")
  func owed() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(.skipped, reason: .owed)))
    try run.correct("s")
    try run.tick("s")
    #expect(run.refusal(of: .finish) == nil)
  }

  @Test("A withdrawn failure comes back with the reason that was given for it")
  func reasonRestored() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(.failed, reason: .owed)))
    try run.act(.giveReason("s", "port in use"))
    try run.tick("s")
    try run.correct("s")
    #expect(run.state("s") == .failed)
    #expect(run.progress(of: "s").lastAttempt?.reason == "port in use")
    #expect(run.progress(of: "s").owedReasons.isEmpty)
  }

  @Test("A finished run is corrected no more")
  func finished() throws {
    var run = try StepStateTests.run(.done)
    try run.act(.finish)
    #expect(run.refusal(of: .correct("s", reason: "why")) == .runIsOver(RunNumber(42), .completed))
  }
}
