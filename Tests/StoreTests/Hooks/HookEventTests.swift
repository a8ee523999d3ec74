import Domain
import Testing

@testable import Store

@Suite("What hooks are told of is found in the journal")
struct HookEventTests {
  /// What the entries that were written since mean to hooks.
  private func events(_ world: World) throws -> [HookEvent] {
    try world.store.takeOwnEntries().flatMap { seq in try world.store.read { try $0.hookEvents(of: seq) } }
  }

  private func kinds(_ world: World) throws -> [HookEventKind] { try events(world).map(\.kind) }

  @Test("A run is planned, moved, started and finished; what lies between is nothing")
  func run() throws {
    let world = try World()
    #expect(try kinds(world) == [])
    let plan = Plan(at: .morning + .minutes(60), told: "ops")
    let number = try world.perform(PlanRun(world.order(), plan: plan))
    #expect(try kinds(world) == [.runPlanned])
    let later = Plan(at: .morning + .minutes(120), told: "ops")
    try world.act(.move(later), on: number)
    let moved = try #require(try events(world).first)
    #expect(moved.subject == .planned(try #require(try world.summary()), movedFrom: plan.at))
    try world.perform(StartPlannedRun(number))
    #expect(try kinds(world) == [.runStarted])
    try world.complete(number)
    #expect(try kinds(world) == [.runFinished])
    try world.act(.markRolledBack(reason: "customers", by: nil), on: number)
    let rolledBack = try #require(try events(world).first)
    #expect(rolledBack.kind == .runFinished && rolledBack.run?.state == .rolledBack)
    #expect(rolledBack.team == TeamName("platform") && rolledBack.by == "ana")
  }

  @Test("A cancelled plan and an aborted run have ended")
  func ended() throws {
    let world = try World()
    let number = try world.perform(PlanRun(world.order(), plan: Plan(at: .morning + .minutes(60))))
    try world.act(.cancel(reason: "no"), on: number)
    #expect(try events(world).map(\.run?.state) == [.planned, .cancelled])
    try world.start()
    try world.act(.abort(reason: "no"), on: RunNumber(2))
    #expect(try events(world).map(\.run?.state) == [.running, .aborted])
  }

  @Test("A failed step comes with what was said, and the run as it was then")
  func failed() throws {
    let world = try World()
    try world.start()
    try world.act(.settle(StepID("manifests"), Settlement(.failed, reason: .given("\u{1B}[2J <b>no</b>"))))
    try world.act(.settle(StepID("manifests"), Settlement(.done, value: "well")))
    let all = try events(world)
    #expect(all.map(\.kind) == [.runStarted, .stepFailed])
    guard case .failed(let step, let run) = all.last?.subject else {
      Issue.record("no step failed")
      return
    }
    #expect(step.id.text == "manifests" && step.step?.number == 1 && step.reason == "\u{1B}[2J <b>no</b>")
    #expect(step.parameters == ["version": "v205"])
    #expect(run.number == RunNumber(1) && run.settled == 0)
  }

  @Test("Somebody in somebody's place is one event with the duty, undone too; a new plan and a past duty are none")
  func pairs() throws {
    let world = try World.withRotation()
    try world.plan(4)
    #expect(try kinds(world) == [])
    let duty = try world.duties()[1]
    let other = try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !duty.people.contains($0) })
    try world.perform(ReplaceOnDuty(duty.number, from: duty.people[0], to: other, reason: "ill"))
    guard case .pairs(let changed)? = try events(world).first?.subject else {
      Issue.record("no pair changed")
      return
    }
    #expect(changed.map(\.was) == [duty.people] && changed.first?.duty.people.contains(other) == true)
    #expect(changed.first?.duty.number == duty.number)
    try world.store.undo(by: .ana, at: .morning)
    guard case .pairs(let back)? = try events(world).first?.subject else {
      Issue.record("no pair changed back")
      return
    }
    #expect(back.map(\.duty.people) == [duty.people])
  }

  @Test("A duty that is cut tells of its second part, and of nobody for the first")
  func cut() throws {
    let world = try World.withRotation()
    try world.plan(4)
    let duty = try world.duties()[0]
    let now = duty.window.start + .minutes(600)
    let other = try #require(["ana", "bo", "cy", "dan", "eve"].map { Handle($0) }.first { !duty.people.contains($0) })
    _ = try events(world)
    try world.perform(ReplaceOnDuty(duty.number, from: duty.people[0], to: other), at: now)
    guard case .pairs(let changed)? = try events(world).first?.subject else {
      Issue.record("no pair changed")
      return
    }
    #expect(changed.count == 1 && changed.first?.duty.partOf == duty.number && changed.first?.was == duty.people)
    let cut = try #require(changed.first?.duty.people)
    try world.store.undo(by: .ana, at: now)
    guard case .pairs(let back)? = try events(world).first?.subject else {
      Issue.record("no pair changed back")
      return
    }
    #expect(back.count == 1 && back.first?.duty.number == duty.number)
    #expect(back.first?.was == cut && back.first?.duty.people == duty.people)
  }

  @Test("Lessons that one version carries are one event")
  func folded() throws {
    let world = try World()
    try world.learn("one")
    try world.learn("two")
    try world.perform(SettleLessons([LessonNumber(1)], .declined(reason: "no")))
    try world.perform(ReopenLesson(LessonNumber(1)))
    #expect(try kinds(world) == [])
    try world.perform(SettleLessons([1, 2].map { LessonNumber($0) }, .folded(version: 1, step: nil)))
    guard case .folded(let lessons, let version)? = try events(world).first?.subject else {
      Issue.record("nothing was folded")
      return
    }
    #expect(lessons.map(\.text) == ["one", "two"] && version.number == 1)
    try world.store.undo(by: .ana, at: .morning)
    try world.store.redo(by: .ana, at: .morning)
    #expect(try kinds(world) == [], "what is taken back and brought back is not told again")
  }

  @Test("An incident is opened, told of, resolved, and taken up again; a note on it is nothing")
  func incident() throws {
    let world = try World()
    let number = try world.perform(OpenIncident(IncidentDraft(team: TeamName("platform"), title: "logs are dropped")))
    try world.perform(SettleIncident(number, .mitigate))
    let update = try world.perform(DraftStatusUpdate(number, "we look into it"))
    #expect(try kinds(world) == [.incidentOpened])
    try world.perform(SendStatusUpdate(number, update: update))
    try world.perform(SettleIncident(number, .resolve, note: "scaled"))
    try world.perform(SettleIncident(number, .reopen, note: "it is back"))
    let all = try events(world)
    #expect(all.map(\.kind) == [.incidentUpdate, .incidentResolved, .incidentOpened])
    let incident = try #require(all.first?.incident)
    #expect(all.first?.subject == .updated(incident, text: "we look into it"))
    guard case .resolved(let resolved, let note)? = all.dropFirst().first?.subject,
      case .opened(_, again: true, _)? = all.last?.subject
    else {
      Issue.record("not resolved, or not taken up again")
      return
    }
    #expect(resolved.state == .resolved && note == "resolved: scaled")
  }

  @Test("Only what this process wrote is told, each once, and never what hooks did")
  func ownEntries() throws {
    let world = try World()
    _ = world.store.takeOwnEntries()
    let other = try Store.open(path: world.path, options: StoreOptions(catalogue: .prodpair))
    defer { try? other.close() }
    try other.perform(AddPerson(Person(handle: "cy", name: "Cy", login: nil, teams: [])), by: .ana, at: .morning)
    try world.start()
    try world.perform(RecordHookRuns([.sample]))
    #expect(throws: (any Error).self) { try world.perform(StartPlannedRun(RunNumber(7))) }
    let own = world.store.takeOwnEntries()
    #expect(own.count == 1 && world.store.takeOwnEntries() == [])
    #expect(try own.flatMap { seq in try world.store.read { try $0.hookEvents(of: seq) } }.map(\.kind) == [.runStarted])
  }
}
