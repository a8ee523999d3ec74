import Domain
import Testing

@testable import Store

@Suite("Acting on a run")
struct ActTests {
  /// What the run's row says, which has to be what its entries add up to.
  private func check(_ world: World, _ state: RunState, settled: Int, active: Int = 5, pair: [String] = ["ana", "bo"])
    throws
  {
    let summary = try #require(try world.summary())
    let run = try world.run()
    #expect(summary.state == state && run.state == state)
    #expect(summary.settled == settled && summary.active == active)
    #expect(summary.pair == pair.map { Handle($0) } && run.pair == summary.pair)
    #expect(summary.startedAt == run.progress.startedAt && summary.endedAt == run.progress.endedAt)
  }

  @Test("The run's row follows each act from the first step to the last")
  func wholeRun() throws {
    let world = try World()
    try world.start()
    try world.act(.start(StepID("manifests")))
    try check(world, .running, settled: 0)
    try world.act(.settle("manifests", .failed, "dirty tree"))
    try check(world, .running, settled: 0)
    try world.act(.done("manifests"), by: .bo)
    try check(world, .running, settled: 1)
    try world.act(.correct(StepID("manifests"), reason: "wrong branch"))
    try check(world, .running, settled: 0)
    #expect(try world.state("manifests") == .failed)
    try world.act(.settle("manifests", .skipped, "nothing changed"))
    try world.act(.settle(StepID("attend"), Settlement(.notApplicable, reason: .owed)))
    try check(world, .running, settled: 2)
    try world.act(.giveReason(nil, "nobody must"))
    try world.act(.done("deploy", "95; 0"))
    try check(world, .running, settled: 2)
    try world.act(.confirm(StepID("deploy")), by: .bo)
    try check(world, .running, settled: 3)
    try world.act(.pause(reason: "lunch"))
    try check(world, .paused, settled: 3)
    try world.act(.resume)
    try world.act(.settle(StepID("smoke"), Settlement(.done, includesChildren: true)))
    try check(world, .running, settled: 5)
    try world.act(.finish, at: .morning + .minutes(60))
    try check(world, .completed, settled: 5)
    #expect(try world.summary()?.endedAt == .morning + .minutes(60))
    try world.act(.note(nil, "all quiet"), at: .morning + .minutes(90))
    try check(world, .completed, settled: 5)
    try world.act(.markRolledBack(reason: "logs dropped", by: nil), at: .morning + .minutes(99))
    try check(world, .rolledBack, settled: 5)
    #expect(try world.store.verify().isSound)
  }

  @Test("People come, hand over and leave, and the row has the pair as it stands")
  func people() throws {
    let world = try World()
    for name in ["cy", "di"] {
      try world.perform(AddPerson(Person(handle: Handle(name), name: name, login: name)))
    }
    try world.start()
    try world.act(.join(Handle("cy"), .observer), by: .bo)
    try world.act(.handOver(from: Handle("bo"), to: Handle("di")))
    try check(world, .running, settled: 0, pair: ["ana", "di"])
    try world.act(.leave(Handle("ana"), reason: "ill"), by: Actor(login: "di", uid: 9, person: Handle("di")))
    try check(world, .running, settled: 0, pair: ["di"])
    for name in ["ana", "bo", "cy", "di"] {
      let runs = try world.store.read { try $0.runs(RunFilter(person: Handle(name)), limit: 9) }
      #expect(runs.count == 1, "\(name)")
    }
  }

  @Test("Whoever works without having joined is a helper on the record, and is found by the run")
  func helper() throws {
    let world = try World()
    try world.start()
    try world.act(.done("manifests"), by: Actor(login: "ci", uid: 9))
    #expect(try world.run().role(of: Handle("ci")) == .helper)
    #expect(try world.store.read { try $0.runs(RunFilter(person: Handle("ci")), limit: 9) }.count == 1)
  }

  @Test("Rollback is entered, its steps count, and finishing ends the run rolled back")
  func rollback() throws {
    let world = try World()
    try world.start()
    for step in ["manifests", "attend"] { try world.act(.done(step)) }
    try world.act(.start(StepID("deploy")))
    try world.act(.rollBack(reason: "two runners failed", override: nil), by: .bo)
    try check(world, .running, settled: 2, active: 6)
    for step in ["deploy", "push", "smoke"] {
      let settlement = Settlement(.skipped, reason: .given("rolled back"), override: "rolled back")
      try world.act(.settle(StepID(step), settlement))
      if step == "deploy" { try world.act(.confirm(StepID(step)), by: .bo) }
    }
    try world.act(.done("back"))
    try world.act(.finish)
    try check(world, .rolledBack, settled: 6, active: 6)
  }

  @Test("When it really happened stays beside when it was written")
  func happened() throws {
    let world = try World()
    try world.start()
    let written = Instant.morning + .minutes(30)
    try world.act(.done("manifests"), at: written, happened: .morning + .minutes(5))
    let entry = try #require(try world.run().entries.last)
    #expect(entry.at == .morning + .minutes(5) && entry.written == written)
    #expect(throws: Refusal.timeInTheFuture) {
      try world.act(.done("attend"), at: written, happened: written + .minutes(1))
    }
    #expect(throws: Refusal.timeBeforeStart(RunNumber(1))) {
      try world.act(.done("attend"), at: written, happened: .morning - .minutes(1))
    }
  }

  @Test("A refused act leaves nothing behind: neither a row nor an entry in the journal")
  func refused() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy")))
    try world.start()
    try world.act(.join(Handle("cy"), .observer))
    try world.act(.done("manifests"))
    let before = try world.content()
    let refusals: [(RunAction, Actor, any Error)] = [
      (.done("manifests"), .ana, Refusal.stepAlready(StepID("manifests"), .done)),
      (.done("nothing"), .ana, Refusal.stepInactive(StepID("nothing"), why: "version 1 has no such step")),
      (.settle("attend", .skipped, " "), .ana, Refusal.needsReason("skipped for step attend")),
      (.done("deploy", "1; 0"), .ana, Refusal.sectionsUnsettled(.during, [StepID("attend")])),
      (.done("attend"), Actor(login: "cy", uid: 9, person: Handle("cy")), Refusal.observersOnlyNote(Handle("cy"))),
      (.confirm(StepID("attend")), .bo, Refusal.notAKiller(StepID("attend"))),
      (.finish, .ana, Refusal.stepsUnsettled(RunNumber(1), [StepID("attend")])),
      (.join(Handle("di"), .helper), .ana, Missing.person("di", known: ["ana", "bo", "cy"])),
      (.handOver(from: Handle("bo"), to: Handle("di")), .ana, Missing.person("di", known: ["ana", "bo", "cy"])),
      (.resume, .ana, Refusal.runNotPaused(RunNumber(1))),
      (.rollBack(reason: "x", override: nil), .ana, Refusal.rollbackTooEarly),
      (.markRolledBack(reason: "x", by: nil), .ana, Refusal.runNotFinished(RunNumber(1), .running)),
      (.markRolledBack(reason: "x", by: RunNumber(7)), .ana, Missing.run(RunNumber(7))),
    ]
    for (action, actor, expected) in refusals {
      do {
        try world.act(action, by: actor)
        Issue.record("\(action) passed")
      } catch {
        #expect("\(error)" == "\(expected)")
      }
    }
    #expect(throws: Missing.run(RunNumber(8))) { try world.act(.finish, on: RunNumber(8)) }
    #expect(try world.content() == before)
  }

  @Test("The same person does not confirm, whatever name the terminal types")
  func confirmation() throws {
    let world = try World()
    try world.start()
    for step in ["manifests", "attend"] { try world.act(.done(step)) }
    try world.act(.done("deploy", "1; 0"))
    let before = try world.content()
    #expect(throws: Refusal.confirmationNeedsAnotherPerson(StepID("deploy"))) {
      try world.act(.confirm(StepID("deploy")))
    }
    #expect(throws: Refusal.confirmationNeedsAnotherPerson(StepID("deploy"))) {
      try world.act(.confirm(StepID("deploy")), by: world.actor("bo", as: "ana"))
    }
    #expect(try world.content() == before)
    #expect(try world.act(.confirm(StepID("deploy")), by: .bo).last?.assurance == .verified)
  }
}
