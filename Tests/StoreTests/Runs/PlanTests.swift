import ChecklistFile
import Domain
import Testing

@testable import Store

@Suite("Planned runs in the store")
struct PlanTests {
  private let plan = Plan(at: .morning + .seconds(86_400), told: "support")

  @Test("A planned run is listed with its plan and pair before anything has begun")
  func planned() throws {
    let world = try World()
    #expect(try world.perform(PlanRun(world.order("prod"), plan: plan)) == RunNumber(1))
    let summary = try #require(try world.summary())
    #expect(summary.state == .planned && summary.plan == plan && summary.pair == [Handle("ana"), Handle("bo")])
    #expect(summary.startedAt == nil)
    #expect(try world.store.read { try $0.runs(limit: 9) }.count == 1)
  }

  @Test("It may be moved and cancelled, each on the record, and keeps who was to run it")
  func moveAndCancel() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("prod"), plan: plan))
    let later = Plan(at: plan.at + .seconds(3600), told: "support; the board")
    try world.act(.move(later))
    #expect(try world.summary()?.plan == later)
    #expect(try world.run().plan == later)
    try world.act(.cancel(reason: "the release was withdrawn"), by: .bo)
    #expect(try world.summary()?.state == .cancelled)
    #expect(try world.summary()?.pair == [Handle("ana"), Handle("bo")])
    #expect(throws: Refusal.runNotPlanned(RunNumber(1), .cancelled)) {
      try world.perform(StartPlannedRun(RunNumber(1)))
    }
  }

  @Test("Starting it keeps the plan, checks the rules, and takes the version that is the latest by then")
  func start() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("prod"), plan: plan))
    try world.importRelease(World.release.replacing("Tell who must", with: "Tell all who must"))
    #expect(throws: Refusal.self) { try world.perform(StartPlannedRun(RunNumber(1)), at: plan.at) }
    #expect(try world.summary()?.state == .planned)
    let staging = try world.start()
    try world.complete(staging)
    try world.perform(StartPlannedRun(RunNumber(1)), by: .bo, at: plan.at)
    let run = try world.run()
    #expect(run.state == .running && run.plan == plan && !run.isUnplanned)
    #expect(run.version.reference.number == 2)
    #expect(run.pair == [Handle("ana"), Handle("bo")])
    #expect(run.entries.map(\.seq) == Array(1...run.entries.count))
    #expect(try world.summary()?.state == .running)
    #expect(throws: Refusal.runNotPlanned(RunNumber(1), .running)) {
      try world.perform(StartPlannedRun(RunNumber(1)))
    }
    #expect(try world.store.verify().isSound)
  }

  @Test(
    "Started with another pair, it is that pair's run, and no more that of the planned one")
  func otherPair() throws {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy")))
    try world.perform(PlanRun(world.order("staging"), plan: plan))
    try world.perform(StartPlannedRun(RunNumber(1), pair: [Handle("ana"), Handle("cy")]), at: plan.at)
    #expect(try world.run().pair == [Handle("ana"), Handle("cy")])
    let found = try world.store.read { try $0.runs(RunFilter(person: Handle("cy")), limit: 9) }
    #expect(found.count == 1)
    func last(_ who: String) throws -> RunNumber? {
      try world.store.read {
        try $0.lastRun(of: ChecklistName("release"), by: Handle(who), before: RunNumber(9))?.number
      }
    }
    #expect(try last("cy") == RunNumber(1))
    #expect(try last("bo") == nil)
  }

  @Test(
    "A plan that names a version keeps it")
  func plannedVersion() throws {
    let world = try World()
    try world.importRelease(World.release.replacing("Tell who must", with: "Tell all who must"))
    try world.perform(PlanRun(world.order("staging") { $0.version = 1 }, plan: plan))
    try world.perform(StartPlannedRun(RunNumber(1)), at: plan.at)
    #expect(try world.run().version.reference.number == 1)
  }

  @Test("A newer version that asks for another parameter refuses the start and says which")
  func newParameter() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("staging"), plan: plan))
    try world.importRelease(
      World.release.replacing("parameters:\n", with: "parameters:\n  - name: region\n"))
    let before = try world.content()
    #expect(throws: ParameterError.missing(name: "region", ask: nil)) {
      try world.perform(StartPlannedRun(RunNumber(1)), at: plan.at)
    }
    #expect(try world.content() == before)
  }

  @Test(
    "No review is due for an incident's run that was planned and never begun")
  func noReview() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("prod") { $0.incident = 9 }, plan: plan))
    try world.act(.cancel(reason: "it went away"))
    #expect(try world.text("SELECT review_due AS found FROM run WHERE number = 1") == nil)
  }

  @Test("A planned run takes no work, but notes")
  func noWork() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("staging"), plan: plan))
    #expect(throws: Refusal.runNotStarted(RunNumber(1))) { try world.act(.done("manifests")) }
    try world.act(.note(nil, "bring the cable"))
    #expect(try world.summary()?.pair == [Handle("ana"), Handle("bo")])
  }
}
