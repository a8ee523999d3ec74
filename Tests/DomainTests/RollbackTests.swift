import Domain
import Testing

@Suite("Rollback (rule 11)")
struct RollbackTests {
  static let enter = RunAction.rollBack(reason: "two runners failed", override: nil)

  static func sample(noReturn: Bool = false) throws -> Run {
    try Run.sample(
      .line("before", .pre), .deploys("deploy", noReturn: noReturn), .line("after", .post), .line("back", .rollback))
  }

  static func deployed(noReturn: Bool = false) throws -> Run {
    var run = try sample(noReturn: noReturn)
    try run.tick("before")
    try run.tick("deploy")
    return run
  }

  @Test("It is too early before a step that deploys begins")
  func tooEarly() throws {
    var run = try Self.sample()
    #expect(run.refusal(of: Self.enter) == .rollbackTooEarly)
    try run.tick("before")
    #expect(run.refusal(of: Self.enter) == .rollbackTooEarly)
  }

  @Test("It can be entered from the moment a step that deploys is started, and after it failed")
  func fromTheStart() throws {
    var run = try Self.sample()
    try run.tick("before")
    try run.start("deploy")
    #expect(run.refusal(of: Self.enter) == nil)
    try run.fail("deploy")
    #expect(run.refusal(of: Self.enter) == nil)
  }

  @Test("A start that was withdrawn deployed nothing")
  func withdrawn() throws {
    var run = try Self.sample()
    try run.tick("before")
    try run.start("deploy")
    try run.correct("deploy")
    #expect(run.refusal(of: Self.enter) == .rollbackTooEarly)
  }

  @Test(
    "A step that is passed over without being started deployed nothing",
    arguments: [Outcome.skipped, .notApplicable, .deferred])
  func passedOver(outcome: Outcome) throws {
    var run = try Self.sample()
    try run.tick("before")
    try run.settle("deploy", outcome)
    #expect(run.refusal(of: Self.enter) == .rollbackTooEarly)
  }

  @Test("Its steps are inactive until it is entered, and then must be settled")
  func inactive() throws {
    var run = try Self.deployed()
    #expect(run.state("back") == .inactive)
    guard case .stepInactive = run.refusal(of: .tick("back")) else {
      Issue.record("a rollback step was ticked before rollback was entered")
      return
    }
    try run.act(Self.enter)
    #expect(run.state("back") == .open)
    #expect(run.entries.last?.reason == "two runners failed")
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["after", "back"]))
  }

  @Test("It needs a reason, a rollback section, and is entered once")
  func refused() throws {
    var run = try Self.deployed()
    #expect(run.refusal(of: .rollBack(reason: " ", override: nil)) == .needsReason("rolling back"))
    try run.act(Self.enter)
    #expect(run.refusal(of: Self.enter) == .rollbackAlreadyEntered)
    var bare = try Run.sample(.deploys("deploy"))
    try bare.tick("deploy")
    #expect(bare.refusal(of: Self.enter) == .noRollbackSection(ChecklistName("release")))
  }

  @Test("Past a no-return step the way is forward, unless somebody says why not", arguments: [nil, "", " "])
  func noReturn(blank: String?) throws {
    var run = try Self.deployed(noReturn: true)
    let refusal = run.refusal(of: .rollBack(reason: "two runners failed", override: blank))
    #expect(refusal == .pastNoReturn("deploy"))
    #expect(refusal?.isOverridable == true)
    try run.act(.rollBack(reason: "two runners failed", override: "the backup is good"))
    let override = try #require(run.entries.first { $0.kind == .ruleOverridden })
    #expect(override.value?.hasPrefix("no-return: ") == true)
    #expect(override.reason == "the backup is good")
    #expect(run.state("back") == .open)
  }

  @Test("A no-return step that has not been done has not been passed")
  func notPassed() throws {
    var run = try Self.sample(noReturn: true)
    try run.tick("before")
    try run.start("deploy")
    #expect(run.refusal(of: Self.enter) == nil)
  }

  @Test("A run that went through its rollback finishes as rolled back, with the reason")
  func finishes() throws {
    var run = try Self.deployed()
    try run.act(Self.enter)
    try run.settle("after", .notApplicable)
    try run.tick("back")
    try run.act(.finish)
    #expect(run.state == .rolledBack)
    #expect(!run.state.isSuccessful)
    #expect(run.entries.last?.reason == "two runners failed")
  }
}
