import Domain
import Testing

@Suite("A killer step takes two different people (rule 3)")
struct KillerStepTests {
  static let settling = Outcome.allCases.filter { $0 != .failed }

  @Test("It is settled when the other has confirmed, whatever the outcome", arguments: settling)
  func confirmed(outcome: Outcome) throws {
    var run = try Run.sample(.killer("deploy"))
    try run.settle("deploy", outcome)
    #expect(!run.progress(of: "deploy").isSettled)
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["deploy"]))
    try run.confirm("deploy")
    #expect(run.progress(of: "deploy").isSettled)
    #expect(run.entries.last?.kind == .confirmed)
    #expect(run.entries.last?.target == run.progress(of: "deploy").lastAttempt?.entry)
  }

  @Test("The same person twice is refused, under any name the login gives")
  func samePerson() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    for actor in [Actor.ana, .typed("ana", at: "bo"), .shared("ana")] {
      #expect(run.refusal(of: .confirm("deploy"), by: actor) == .confirmationNeedsAnotherPerson("deploy"))
    }
  }

  @Test("Who started it does not matter, who ended it does")
  func whoEnded() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.start("deploy", by: .bo)
    try run.tick("deploy", by: .ana)
    #expect(run.refusal(of: .confirm("deploy"), by: .ana) == .confirmationNeedsAnotherPerson("deploy"))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == nil)
  }

  @Test("A failed killer step has nothing to confirm, and neither has an open one")
  func nothing() throws {
    var run = try Run.sample(.killer("deploy"), .line("other"))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .nothingToConfirm("deploy"))
    try run.fail("deploy")
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .nothingToConfirm("deploy"))
    #expect(run.refusal(of: .confirm("other"), by: .bo) == .notAKiller("other"))
  }

  @Test("A second confirmation is refused")
  func twice() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.confirm("deploy")
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .nothingToConfirm("deploy"))
  }

  @Test("It is for the pair: a helper, an observer and a stranger neither do it nor confirm it")
  func pairOnly() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.act(.join("cy", .helper))
    try run.act(.join("oz", .observer))
    for action in [RunAction.start("deploy"), .tick("deploy"), .outcome(.skipped, "deploy")] {
      #expect(run.refusal(of: action, by: .cy) == .notInPair("cy", "deploy"))
      #expect(run.refusal(of: action, by: .oz) == .observersOnlyNote("oz"))
      #expect(run.refusal(of: action, by: .own("di")) == .notInPair("di", "deploy"))
    }
    try run.tick("deploy")
    #expect(run.refusal(of: .confirm("deploy"), by: .cy) == .notInPair("cy", "deploy"))
    #expect(run.refusal(of: .confirm("deploy"), by: .oz) == .observersOnlyNote("oz"))
    #expect(run.refusal(of: .confirm("deploy"), by: .own("di")) == .notInPair("di", "deploy"))
  }

  @Test("A login that maps to nobody is not taken for the person of that name")
  func unmapped() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    var stranger = Actor(login: "bo", uid: 1001)
    stranger.unmappedName = "login:bo"
    #expect(run.refusal(of: .confirm("deploy"), by: stranger) == .notInPair("login:bo", "deploy"))
  }

  @Test("The next attempt after a failure needs its own confirmation")
  func retry() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.fail("deploy")
    try run.tick("deploy")
    #expect(!run.progress(of: "deploy").isSettled)
    try run.confirm("deploy")
    #expect(run.progress(of: "deploy").attempts.map { $0.confirmation != nil } == [false, true])
  }

  @Test("A run waits with the next section for the confirmation")
  func nextSection() throws {
    var run = try Run.sample(.killer("check", .pre), .line("deploy"))
    try run.tick("check")
    #expect(run.refusal(of: .enter(.during, reason: nil)) == .sectionsUnsettled(.during, ["check"]))
    try run.confirm("check")
    #expect(run.refusal(of: .tick("deploy")) == nil)
  }

  @Test("A paused run takes no confirmation")
  func paused() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.act(.pause(reason: nil))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .runPaused(RunNumber(42)))
  }

  @Test("Who took over may confirm, and who was handed over may not")
  func handedOver() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.act(.handOver(from: "bo", to: "cy"))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .notInPair("bo", "deploy"))
    try run.confirm("deploy", by: .cy)
    #expect(run.progress(of: "deploy").confirmation == .confirmed(by: "cy", .verified))
  }
}
