import Domain
import Testing

@Suite("Step states, row by row of contract.md, section 1")
struct StepStateTests {
  /// A run whose step `s` stands in the state.
  static func run(_ state: StepState) throws -> Run {
    var run = try Run.sample(.when("s", "zone", is: "eu"), parameters: state == .inactive ? [:] : ["zone": "eu"])
    if state == .started { try run.start("s") }
    if let outcome = Outcome(rawValue: state.rawValue) { try run.settle("s", outcome) }
    #expect(run.state("s") == state)
    return run
  }

  static let workable: [StepState] = [.open, .started, .failed]
  static let settled: [StepState] = [.done, .skipped, .notApplicable, .deferred, .overridden]

  @Test("A step begins open and is not settled")
  func begins() throws {
    let run = try Run.sample(.line("s"))
    #expect(run.state("s") == .open)
    #expect(!run.progress(of: "s").isSettled)
  }

  @Test(
    "An open or failed step may be started, which claims it and starts its clock", arguments: [StepState.open, .failed])
  func started(from state: StepState) throws {
    var run = try Self.run(state)
    try run.start("s", by: .bo, at: .t0 + .minutes(12))
    #expect(run.state("s") == .started)
    #expect(run.progress(of: "s").lastAttempt?.startedBy == "bo")
    #expect(run.progress(of: "s").lastAttempt?.startedAt == .t0 + .minutes(12))
  }

  @Test("A started step is claimed: starting it again says by whom")
  func claimed() throws {
    let run = try Self.run(.started)
    #expect(run.refusal(of: .start("s"), by: .bo) == .claimedBySomebody("s", "ana"))
  }

  @Test("An open, started or failed step may come to any outcome", arguments: workable, Outcome.allCases)
  func outcome(from state: StepState, to outcome: Outcome) throws {
    var run = try Self.run(state)
    try run.settle("s", outcome, at: .t0 + .minutes(20))
    #expect(run.state("s") == StepState(outcome))
    #expect(run.progress(of: "s").lastAttempt?.outcome == outcome)
    #expect(run.progress(of: "s").isSettled == (outcome != .failed))
  }

  @Test("A settled step takes no other outcome until it is corrected", arguments: settled, Outcome.allCases)
  func settledRefuses(from state: StepState, to outcome: Outcome) throws {
    #expect(try Self.run(state).refusal(of: .outcome(outcome, "s")) == .stepAlready("s", state))
  }

  @Test("A settled step cannot be started", arguments: settled)
  func settledRefusesStart(state: StepState) throws {
    #expect(try Self.run(state).refusal(of: .start("s")) == .stepAlready("s", state))
  }

  @Test("Every outcome but done needs a reason, and a blank one is none", arguments: Outcome.allCases)
  func reasons(outcome: Outcome) throws {
    let run = try Self.run(.open)
    for reason in [nil, Reason.given(""), .given(" \n\t")] where outcome.needsReason {
      let refusal = run.refusal(of: .settle("s", Settlement(outcome, reason: reason)))
      #expect(refusal == .needsReason("\(outcome.rawValue) for step s"))
    }
    #expect(outcome.needsReason == (outcome != .done))
    if outcome == .done { #expect(run.refusal(of: .tick("s")) == nil) }
  }

  @Test("The reason and the value stay with the attempt and the entry")
  func kept() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.settle("s", Settlement(.failed, reason: .given("port in use"), value: "34567")))
    #expect(run.progress(of: "s").lastAttempt?.reason == "port in use")
    #expect(run.progress(of: "s").lastAttempt?.value == "34567")
    #expect(run.entries.last?.reason == "port in use")
    #expect(run.entries.last?.value == "34567")
  }

  @Test("An outcome without a start starts and ends at once")
  func atOnce() throws {
    var run = try Run.sample(.line("s"))
    try run.tick("s")
    #expect(run.kinds(of: "s") == [.done])
    #expect(run.progress(of: "s").attempts.count == 1)
  }

  @Test("A step whose `if` is false takes nothing", arguments: Outcome.allCases)
  func inactive(outcome: Outcome) throws {
    let refusal = try Self.run(.inactive).refusal(of: .outcome(outcome, "s"))
    #expect(refusal == .stepInactive("s", why: "it is for runs with zone = eu"))
  }

  @Test("A step that the version does not have takes nothing")
  func unknown() throws {
    let run = try Run.sample(.line("s"))
    for action in [RunAction.start("x"), .tick("x"), .confirm("x"), .correct("x", reason: "why")] {
      #expect(run.refusal(of: action) != nil)
    }
  }

  @Test("Settled is every outcome but failed, and inactive")
  func settledStates() throws {
    for state in StepState.allCases {
      let isSettled = try Self.run(state).progress(of: "s").isSettled
      #expect(isSettled == !Self.workable.contains(state))
    }
  }
}
