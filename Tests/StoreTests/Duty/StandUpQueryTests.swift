import Domain
import Testing

@testable import Store

@Suite("A team's morning, from the store")
struct StandUpQueryTests {
  /// A Monday, ten o'clock.
  private static let monday = Instant.morning
  /// The day after, at nine.
  private static let tuesday = Instant.morning.days(1) - .minutes(60)

  private func standUp(_ world: World, at now: Instant = tuesday) throws -> StandUp {
    try world.store.read { try $0.standUp(of: World.platform, at: now) }
  }

  @Test("A team that has done nothing yet has an empty morning")
  func empty() throws {
    let standUp = try standUp(try World.withRotation())
    #expect(standUp.runs.isEmpty && standUp.plans.isEmpty && standUp.accepted.isEmpty && standUp.waiting.isEmpty)
    #expect(standUp.duty == nil && standUp.handsOverTo == nil && standUp.day.last == "2026-12-07")
  }

  @Test("Runs that go on or ended since the last working day are in it, older ones and other teams' are not")
  func runs() throws {
    let world = try World.withRotation()
    try world.complete(try world.start(at: Self.monday.days(-10)), at: Self.monday.days(-9))
    let old = try world.start(at: Self.monday.days(-10))
    try world.complete(old, at: Self.monday)
    let open = try world.start("prod", { $0.override = "the proof is old" }, at: Self.monday.days(-10))
    #expect(try standUp(world).runs.map(\.number) == [old, open])
  }

  @Test("The duty under way is in it, and the one that takes over today")
  func duties() throws {
    let world = try World.withRotation()
    let duties = try world.plan(2).duties
    #expect(!duties.isEmpty)
    let standUp = try standUp(world)
    let all = try world.duties()
    #expect(standUp.duty?.number == all[0].number.value && standUp.handsOverTo == nil)
    let handOver = try self.standUp(world, at: all[1].window.start - .minutes(60))
    #expect(handOver.handsOverTo?.number == all[1].number.value)
  }

  @Test("The hand-over of the duty that ended waits until all of both pairs have signed it")
  func signature() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let all = try world.duties()
    let after = all[0].window.end + .minutes(60)
    let waiting = try standUp(world, at: after).waiting
    guard case .signature(let duty)? = waiting.first?.what else {
      Issue.record("nobody is asked to sign: \(waiting)")
      return
    }
    #expect(duty.number == all[0].number.value && Set(waiting[0].people) == Set(all[0].people + all[1].people))
    let everybody = Set(all[0].people + all[1].people).sorted()
    for who in everybody {
      #expect(try standUp(world, at: after).waiting.count == 1)
      try world.perform(SignHandoff(all[0].number), by: try world.actor(who.text), at: after)
    }
    #expect(try standUp(world, at: after).waiting.isEmpty)
  }

  @Test("Steps that the last run of a checklist put off wait for the pair; those of the run before it do not")
  func deferred() throws {
    let world = try World.withRotation()
    try world.plan(1)
    try world.complete(try world.start(), deferring: ["push"])
    try world.complete(try world.start(), deferring: ["smoke"])
    let waiting = try standUp(world).waiting
    #expect(
      waiting.map { waiting -> String in
        if case .deferred(let step) = waiting.what { "run \(step.run), \(step.step): \(step.reason)" } else { "" }
      } == ["run 2, smoke: not today"])
    #expect(Set(waiting.flatMap(\.people)) == Set(try world.duties()[0].people))
    try world.complete(try world.start())
    #expect(try standUp(world).waiting.isEmpty)
  }

  @Test("Items that were accepted are in it; delivered and blocked ones wait for whom they should")
  func items() throws {
    let world = try World.withRotation()
    func add(_ title: String, _ state: ItemState, at now: Instant) throws {
      var draft = ItemDraft(team: World.platform, title: title, type: .feature, state: state, points: 1)
      draft.requester = "cy"
      try world.perform(AddItems(draft), at: now)
    }
    try add("old", .accepted, at: Self.monday.days(-9))
    try add("new", .accepted, at: Self.monday)
    try add("delivered", .delivered, at: Self.monday.days(-9))
    let standUp = try standUp(world)
    #expect(standUp.accepted.map(\.title) == ["new"])
    #expect(standUp.waiting.map(\.people) == [["cy"]])
  }

  @Test("Plans for today are in it, and those that should have begun; those for later are not")
  func plans() throws {
    let world = try World.withRotation()
    for (number, at) in [(1, Self.tuesday - .minutes(20)), (2, Self.tuesday + .minutes(60)), (3, Self.tuesday.days(1))]
    {
      let planned = try world.perform(PlanRun(world.order("staging"), plan: Plan(at: at)))
      #expect(planned == RunNumber(number))
    }
    #expect(try standUp(world).plans.map(\.number.value) == [1, 2])
  }

  @Test("A redline of the team's run waits until something comes of it, and the run of an incident for its review")
  func redlineAndReview() throws {
    let world = try World.withRotation()
    try world.start()
    let lesson = try world.redline("Look at the logs too", step: "deploy").lesson
    try world.start("prod", { $0.incident = 9 })
    let waiting = try standUp(world).waiting
    #expect(
      waiting.map { waiting -> String in
        switch waiting.what {
        case .review(let run): "review \(run.number)"
        case .redline(let lesson): "redline \(lesson.number)"
        default: "\(waiting)"
        }
      } == ["review 2", "redline \(lesson)"])
    #expect(waiting[0].people == ["ana", "bo"] && waiting[1].people.isEmpty)
  }
}
