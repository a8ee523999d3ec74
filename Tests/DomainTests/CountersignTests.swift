import Domain
import Testing

@Suite("A killer step may go on without the other, and be countersigned late")
struct CountersignTests {
  static func alone() throws -> Run {
    var run = try Run.sample(.killer("deploy"), .line("check", .post))
    try run.tick("deploy")
    try run.act(.goOnWithoutPartner("deploy", reason: "bo's line is dead"))
    return run
  }

  @Test("With a reason the step is settled, unverified, and the reason stays")
  func goesOn() throws {
    let run = try Self.alone()
    #expect(run.progress(of: "deploy").isSettled)
    #expect(run.progress(of: "deploy").confirmation == .withoutPartner(by: "ana", reason: "bo's line is dead"))
    #expect(run.entries.last?.assurance == .unverified)
    #expect(run.entries.last?.reason == "bo's line is dead")
  }

  @Test("Without a reason it does not go on", arguments: ["", " \n"])
  func reason(blank: String) throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    guard case .needsReason = run.refusal(of: .goOnWithoutPartner("deploy", reason: blank)) else {
      Issue.record("a blank reason was taken")
      return
    }
  }

  @Test("There must be an outcome that waits, of a killer step, and one of the pair who says so")
  func refused() throws {
    var run = try Run.sample(.killer("deploy"), .line("plain"))
    #expect(run.refusal(of: .goOnWithoutPartner("deploy", reason: "why")) == .nothingToConfirm("deploy"))
    #expect(run.refusal(of: .goOnWithoutPartner("plain", reason: "why")) == .notAKiller("plain"))
    try run.tick("deploy")
    #expect(run.refusal(of: .goOnWithoutPartner("deploy", reason: "why"), by: .cy) == .notInPair("cy", "deploy"))
    try run.act(.goOnWithoutPartner("deploy", reason: "why"))
    #expect(run.refusal(of: .goOnWithoutPartner("deploy", reason: "why")) == .nothingToConfirm("deploy"))
  }

  @Test("The other countersigns later, and the entry is marked late")
  func countersigned() throws {
    var run = try Self.alone()
    try run.confirm("deploy")
    #expect(run.entries.last?.kind == .countersigned)
    #expect(run.progress(of: "deploy").confirmation == .countersigned(by: "bo", .verified))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .nothingToConfirm("deploy"))
  }

  @Test("A countersignature typed at the same terminal stays unverified")
  func typed() throws {
    var run = try Self.alone()
    try run.confirm("deploy", by: .typed("bo", at: "ana"))
    #expect(run.progress(of: "deploy").confirmation == .countersigned(by: "bo", .unverified))
  }

  @Test("The one who did it does not countersign")
  func samePerson() throws {
    #expect(try Self.alone().refusal(of: .confirm("deploy")) == .confirmationNeedsAnotherPerson("deploy"))
  }

  @Test("A run that is paused, finished, rolled back or aborted still takes a countersignature")
  func afterwards() throws {
    var paused = try Self.alone()
    try paused.act(.pause(reason: nil))
    var finished = try Self.alone()
    try finished.tick("check")
    try finished.act(.finish)
    var rolledBack = finished
    try rolledBack.act(.markRolledBack(reason: "logs dropped", by: nil))
    var aborted = try Self.alone()
    try aborted.act(.abort(reason: "storm"))
    for var run in [paused, finished, rolledBack, aborted] {
      let state = run.state
      try run.confirm("deploy", at: .t0 + .minutes(1000))
      #expect(run.progress(of: "deploy").confirmation == .countersigned(by: "bo", .verified))
      #expect(run.state == state)
    }
  }

  @Test("A finished run takes no first confirmation: there is none left to give")
  func finished() throws {
    var run = try Run.sample(.killer("deploy"))
    try run.tick("deploy")
    try run.act(.abort(reason: "storm"))
    #expect(run.refusal(of: .confirm("deploy"), by: .bo) == .runIsOver(RunNumber(42), .aborted))
  }

  @Test("A run by one person alone settles a killer step with a reason")
  func onePerson() throws {
    var run = try Run.sample(.killer("deploy"), pair: ["ana"])
    try run.tick("deploy")
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["deploy"]))
    try run.act(.goOnWithoutPartner("deploy", reason: "alone tonight"))
    #expect(run.refusal(of: .finish) == nil)
  }
}
