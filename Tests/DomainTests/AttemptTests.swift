import Domain
import Testing

@Suite("Attempts: the last decides, the failures stay")
struct AttemptTests {
  @Test("A failed step may be tried again, and every failure stays on the record")
  func again() throws {
    var run = try Run.sample(.line("canary"))
    try run.fail("canary", reason: "port in use")
    try run.start("canary", by: .bo, at: .t0 + .minutes(11))
    try run.fail("canary", by: .bo, at: .t0 + .minutes(12), reason: "again")
    try run.tick("canary", at: .t0 + .minutes(13))
    let attempts = run.progress(of: "canary").attempts
    #expect(attempts.map(\.outcome) == [.failed, .failed, .done])
    #expect(attempts.map(\.reason) == ["port in use", "again", nil])
    #expect(run.state("canary") == .done)
    #expect(run.kinds(of: "canary") == [.failed, .started, .failed, .done])
  }

  @Test("An attempt lasts from its start to its outcome")
  func duration() throws {
    var run = try Run.sample(.line("canary"))
    try run.start("canary", by: .bo, at: .t0 + .minutes(5))
    try run.tick("canary", by: .ana, at: .t0 + .minutes(12))
    let attempt = try #require(run.progress(of: "canary").lastAttempt)
    #expect(attempt.duration == .minutes(7))
    #expect(attempt.startedBy == "bo")
    #expect(attempt.endedBy?.by == "ana")
  }

  @Test("A failed step that succeeds later does not unsay the failure of another")
  func apart() throws {
    var run = try Run.sample(.line("a"), .line("b"))
    try run.fail("a")
    try run.fail("b")
    try run.tick("a")
    #expect(run.state("b") == .failed)
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["b"]))
  }

  @Test("Pausing and resuming never turns a failed step into a good one")
  func resume() throws {
    var run = try Run.sample(.line("canary"))
    try run.fail("canary")
    try run.act(.pause(reason: "lunch"))
    try run.act(.resume)
    #expect(run.state("canary") == .failed)
    #expect(run.refusal(of: .finish) == .stepsUnsettled(RunNumber(42), ["canary"]))
  }
}
