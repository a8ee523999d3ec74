import Domain
import Testing

@Suite("Steps that ask for a value, and steps that wait")
struct ValueAndWaitTests {
  @Test("A step that asks for a value is not done without one", arguments: [nil, ""])
  func valueMissing(value: String?) throws {
    let run = try Run.sample(.asks("smoke", "apps reached"))
    #expect(run.refusal(of: .tick("smoke", value: value)) == .valueMissing("smoke", asks: "apps reached"))
  }

  @Test(
    "A value of white space alone is no value",
  )
  func blankValue() throws {
    let run = try Run.sample(.asks("smoke", "apps reached"))
    #expect(run.refusal(of: .tick("smoke", value: "  ")) == .valueMissing("smoke", asks: "apps reached"))
  }

  @Test("The value stays with the attempt")
  func value() throws {
    var run = try Run.sample(.asks("smoke", "apps reached"))
    try run.tick("smoke", value: "14 healthy")
    #expect(run.progress(of: "smoke").lastAttempt?.value == "14 healthy")
  }

  @Test("Only done asks for the value", arguments: Outcome.allCases.filter { $0 != .done })
  func otherOutcomes(outcome: Outcome) throws {
    let run = try Run.sample(.asks("smoke", "apps reached"))
    #expect(run.refusal(of: .outcome(outcome, "smoke")) == nil)
  }

  static let watch = Step.waits("watch", .minutes(15))

  @Test("A wait begins with the step's start and is over to the millisecond")
  func waits() throws {
    var run = try Run.sample(Self.watch)
    #expect(run.refusal(of: .tick("watch")) == .waitNotBegun("watch", .minutes(15)))
    try run.start("watch", at: .t0)
    let early = Instant.t0 + .minutes(15) - .milliseconds(1)
    #expect(run.refusal(of: .tick("watch"), at: early) == .waitNotOver("watch", left: .milliseconds(1)))
    #expect(run.refusal(of: .tick("watch"), at: .t0 + .minutes(15)) == nil)
  }

  @Test("A wait counts from when the start really happened")
  func backdated() throws {
    var run = try Run.sample(Self.watch)
    let moment = Moment(happened: .t0 + .minutes(1), written: .t0 + .minutes(10))
    run.append(try run.decide(.start("watch"), by: .ana, at: moment))
    #expect(run.refusal(of: .tick("watch"), at: .t0 + .minutes(16)) == nil)
  }

  @Test("A reason lets the wait be cut short, and stays on the entry")
  func overridden() throws {
    var run = try Run.sample(Self.watch)
    try run.start("watch")
    try run.tick("watch", override: "dashboards are flat")
    #expect(run.state("watch") == .done)
    #expect(run.entries.last?.reason == "dashboards are flat")
  }

  @Test(
    "A blank reason does not cut a wait short",
    arguments: ["", " \n"])
  func blankOverride(blank: String) throws {
    var run = try Run.sample(Self.watch)
    try run.start("watch")
    #expect(run.refusal(of: .tick("watch", override: blank)) != nil)
  }

  @Test(
    "The reason that cut a wait short stays, whatever other reason is given",
  )
  func bothReasons() throws {
    var run = try Run.sample(Self.watch)
    try run.start("watch")
    let settlement = Settlement(.done, reason: .given("looks fine"), override: "dashboards are flat")
    let entries = try run.act(.settle("watch", settlement))
    #expect(entries.contains { $0.reason?.contains("dashboards are flat") == true })
  }

  @Test("A new attempt waits anew")
  func retry() throws {
    var run = try Run.sample(Self.watch)
    try run.start("watch", at: .t0)
    try run.fail("watch", at: .t0 + .minutes(5))
    #expect(run.refusal(of: .tick("watch"), at: .t0 + .minutes(60)) == .waitNotBegun("watch", .minutes(15)))
    try run.start("watch", at: .t0 + .minutes(60))
    #expect(run.refusal(of: .tick("watch"), at: .t0 + .minutes(70)) == .waitNotOver("watch", left: .minutes(5)))
  }

  @Test("Failing, skipping and the rest do not wait", arguments: Outcome.allCases.filter { $0 != .done })
  func othersDoNotWait(outcome: Outcome) throws {
    let run = try Run.sample(Self.watch)
    #expect(run.refusal(of: .outcome(outcome, "watch")) == nil)
  }
}
