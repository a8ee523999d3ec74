import Domain
import Testing

@Suite("Who is on a run, and when (rule 12)")
struct PeopleTests {
  @Test("The pair is on the run from its start")
  func pair() throws {
    let run = try Run.sample(.line("s"))
    #expect(run.pair == ["ana", "bo"])
    #expect(run.progress.people.map(\.from) == [.t0, .t0])
  }

  @Test("Observers note, and do nothing else")
  func observers() throws {
    var run = try Run.sample(.line("s"), .killer("k"))
    try run.act(.join("oz", .observer))
    try run.tick("k")
    let refused: [RunAction] = [
      .start("s"), .tick("s"), .outcome(.failed, "s"), .confirm("k"), .correct("k", reason: "why"),
      .enter(.during, reason: nil), .pause(reason: nil), .finish, .abort(reason: "storm"),
    ]
    for action in refused where action != .finish {
      #expect(run.refusal(of: action, by: .oz) == .observersOnlyNote("oz"))
    }
    #expect(run.refusal(of: .finish, by: .oz) != nil)
    #expect(run.refusal(of: .note(nil, "it flickers"), by: .oz) == nil)
  }

  @Test("Helpers work and note, and do not confirm")
  func helpers() throws {
    var run = try Run.sample(.line("s"), .killer("k"))
    try run.act(.join("cy", .helper))
    #expect(run.refusal(of: .tick("s"), by: .cy) == nil)
    try run.tick("k")
    #expect(run.refusal(of: .confirm("k"), by: .cy) == .notInPair("cy", "k"))
  }

  @Test("A stranger who works joins as a helper, on the record")
  func strangers() throws {
    var run = try Run.sample(.line("s"))
    try run.tick("s", by: .own("di"))
    #expect(run.entries.suffix(3).map(\.kind) == [.joined, .sectionEntered, .done])
    #expect(run.role(of: "di") == .helper)
  }

  @Test("A stranger's note does not make a helper")
  func note() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.note("s", "it flickers"), by: .own("di"))
    #expect(run.role(of: "di") == nil)
    #expect(run.entries.last?.value == "it flickers")
    guard case .needsReason = run.refusal(of: .note("s", " ")) else {
      Issue.record("a blank note was taken")
      return
    }
  }

  @Test(
    "A note on a step that the version does not have is refused",
  )
  func noteOnNothing() throws {
    #expect(try Run.sample(.line("s")).refusal(of: .note("x", "it flickers")) != nil)
  }

  @Test("Nobody joins twice, and a pair is two")
  func joinRefused() throws {
    var run = try Run.sample(.line("s"))
    #expect(run.refusal(of: .join("ana", .helper)) == .alreadyOnRun("ana", .pair))
    #expect(run.refusal(of: .join("cy", .pair)) == .pairIsFull(["ana", "bo"]))
    try run.act(.join("cy", .observer))
    #expect(run.refusal(of: .join("cy", .observer)) == .alreadyOnRun("cy", .observer))
  }

  @Test("An observer may become a helper, and the record shows both")
  func observerToHelper() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.join("oz", .observer), at: .t0 + .minutes(1))
    try run.act(.join("oz", .helper), at: .t0 + .minutes(2))
    #expect(run.role(of: "oz") == .helper)
    #expect(
      run.progress.people.suffix(2) == [
        Participation(who: "oz", role: .observer, from: .t0 + .minutes(1), until: .t0 + .minutes(2)),
        Participation(who: "oz", role: .helper, from: .t0 + .minutes(2)),
      ])
  }

  @Test("A run begun alone takes a second into the pair")
  func second() throws {
    var run = try Run.sample(.killer("k"), pair: ["ana"])
    try run.act(.join("bo", .pair))
    try run.tick("k")
    try run.confirm("k")
    #expect(run.progress(of: "k").confirmation == .confirmed(by: "bo", .verified))
  }

  @Test("One of the pair leaves with a reason, a helper without")
  func leave() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.join("cy", .helper))
    #expect(run.refusal(of: .leave("cy", reason: nil)) == nil)
    #expect(run.refusal(of: .leave("di", reason: nil)) == .notOnRun("di"))
    for reason in [nil, " "] {
      guard case .needsReason = run.refusal(of: .leave("bo", reason: reason)) else {
        Issue.record("bo left ana alone without a reason")
        return
      }
    }
    try run.act(.leave("bo", reason: "ill"))
    #expect(run.pair == ["ana"])
    #expect(run.role(of: "bo") == nil)
  }

  @Test("A member hands over when the shift changes, and the record shows who was there when")
  func handOver() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.handOver(from: "ana", to: "cy"), at: .t0 + .minutes(60))
    #expect(Set(run.pair) == ["bo", "cy"])
    #expect(run.role(of: "ana") == nil)
    #expect(
      run.progress.people == [
        Participation(who: "ana", role: .pair, from: .t0, until: .t0 + .minutes(60)),
        Participation(who: "bo", role: .pair, from: .t0),
        Participation(who: "cy", role: .pair, from: .t0 + .minutes(60)),
      ])
  }

  @Test("A helper may take over; only one of the pair hands over, and not to the other")
  func handOverRefused() throws {
    var run = try Run.sample(.line("s"))
    try run.act(.join("cy", .helper))
    #expect(run.refusal(of: .handOver(from: "cy", to: "di")) == .notOnRun("cy"))
    #expect(run.refusal(of: .handOver(from: "ana", to: "bo")) == .alreadyOnRun("bo", .pair))
    try run.act(.handOver(from: "ana", to: "cy"))
    #expect(run.role(of: "cy") == .pair)
  }

  @Test("An entry says when it happened and when it was written")
  func moments() throws {
    var run = try Run.sample(.line("s"))
    let moment = Moment(happened: .t0 + .minutes(3), written: .t0 + .minutes(9))
    run.append(try run.decide(.tick("s"), by: .ana, at: moment))
    #expect(run.entries.last?.at == .t0 + .minutes(3))
    #expect(run.entries.last?.written == .t0 + .minutes(9))
  }

  @Test(
    "An outcome does not lie before the start that it ends",
  )
  func beforeStart() throws {
    var run = try Run.sample(.line("s"))
    try run.start("s", at: .t10)
    let moment = Moment(happened: .t0 + .minutes(2), written: .t10)
    #expect(throws: Refusal.self) { try run.decide(.tick("s"), by: .ana, at: moment) }
  }

  @Test("Nothing happened in the future, or before the run began")
  func impossible() throws {
    let run = try Run.sample(.line("s"))
    for (happened, refusal) in [
      (Instant.t10 + .milliseconds(1), Refusal.timeInTheFuture),
      (.t0 - .milliseconds(1), .timeBeforeStart(RunNumber(42))),
    ] {
      #expect(throws: refusal) {
        try run.decide(.tick("s"), by: .ana, at: Moment(happened: happened, written: .t10))
      }
    }
  }

  @Test("Where the run stands, and who is on it, is not backdated before what is written")
  func backdated() throws {
    var run = try Run.begun([.line("a")])
    try run.tick("a", at: .t10)
    let moment = Moment(happened: .t0 + .minutes(5), written: .t10 + .minutes(5))
    #expect(throws: Refusal.timeBeforeLastEntry) { try run.decide(.finish, by: .ana, at: moment) }
    // A clock that was set back gives the same time for both, and is taken as it is.
    #expect(try run.decide(.finish, by: .ana, at: Moment(.t0 + .minutes(5))).count == 1)
  }
}
