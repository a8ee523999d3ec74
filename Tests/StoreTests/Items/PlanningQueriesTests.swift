import Domain
import Testing

@testable import Store

@Suite("What planning reads of the store")
struct PlanningQueriesTests {
  /// A Monday, three weeks before the others.
  private static let monday = Instant.morning - .minutes(21 * 24 * 60)
  private static let week: Duration = .minutes(7 * 24 * 60)

  private func accept(_ world: World, _ points: Int, _ type: ItemType = .feature, at moment: Instant) throws {
    let draft = ItemDraft(
      team: World.platform, title: "done", type: type, state: .accepted, points: type == .feature ? points : nil)
    try world.perform(AddItems(draft), at: moment)
  }

  private func schedule(_ world: World, over iterations: Int = 0) throws -> BacklogSchedule {
    BacklogSchedule(
      try world.store.read { try $0.backlogFacts(of: World.platform, at: .morning, over: iterations) })
  }

  @Test("A team that has finished nothing has the velocity it guessed, and is in its first iteration")
  func fresh() throws {
    let world = try World()
    try world.add("one", .feature, .unstarted) { $0.points = 8 }
    try world.add("two", .feature, .unstarted) { $0.points = 5 }
    let schedule = try schedule(world)
    #expect(schedule.velocity == Velocity(points: 10))
    #expect(schedule.parts.map(\.iteration.number) == [1, 2])
    #expect(schedule.parts.map { $0.items.map(\.value) } == [[1], [2]])
    #expect(schedule.parts[0].iteration.first == "2026-12-07")
  }

  @Test("The velocity is the average of the last finished iterations, whatever was done long before")
  func velocity() throws {
    let world = try World()
    for (weeks, points) in [(-30, 8), (0, 5), (0, 3), (1, 8), (2, 2)] {
      try accept(world, points, at: Self.monday + .minutes(Int64(weeks) * 7 * 24 * 60))
    }
    let schedule = try schedule(world)
    #expect(schedule.velocity.points == 6)
    #expect(schedule.history.entries.map(\.points) == [8, 8, 2])
    #expect(schedule.parts[0].iteration.number == 34)
    #expect(try self.schedule(world, over: 5).history.entries.map(\.points) == [0, 0, 8, 8, 2])
  }

  @Test("While its prod pair is on duty there is less of a team, unless somebody says otherwise")
  func duties() throws {
    let world = try World.withRotation()
    try world.perform(SetBacklog(World.platform) { $0.strengths["2026-12-21"] = .init(percent: 90) })
    for _ in 1...8 { try world.add("ahead", .feature, .unstarted) { $0.points = 5 } }
    #expect(try schedule(world).parts.allSatisfy { !$0.isOnDuty })
    try world.plan(2, from: "2026-12-14")
    #expect(try schedule(world).parts.prefix(4).map(\.isOnDuty) == [false, true, false, true])
    #expect(try schedule(world).parts.prefix(4).map(\.strength) == [100, 80, 90, 80])
    try world.perform(SetBacklog(World.platform) { $0.strengths["2026-12-14"] = .init(isOnDuty: false) })
    #expect(try schedule(world).parts.prefix(4).map(\.strength) == [100, 100, 90, 80])
  }

  @Test("An iteration in which nobody was there is passed over, and the one before it counts")
  func strength() throws {
    let world = try World()
    try world.perform(
      SetBacklog(World.platform) {
        $0.velocityOver = 1
        $0.strengths = [
          "2026-11-30": .init(percent: 0), "2026-12-14": .init(isOnDuty: true), "2026-12-07": .init(percent: 50),
        ]
      })
    try accept(world, 8, at: Self.monday + Self.week)
    for _ in 1...3 { try world.add("ahead", .feature, .unstarted) { $0.points = 5 } }
    let schedule = try schedule(world)
    #expect(schedule.velocity == Velocity(points: 8, iterations: 1))
    #expect(schedule.parts.map(\.capacity) == [4, 6, 8])
    #expect(schedule.parts.map(\.isOnDuty) == [false, true, false])
  }

  @Test("What is in progress, planned by hand or accepted by now is in the iteration under way")
  func committed() throws {
    let world = try World()
    try accept(world, 3, at: .morning - .minutes(30))
    try world.add("started", .feature, .started) { $0.points = 5 }
    try world.add("far down", .feature, .planned) { $0.points = 1 }
    try world.add("ahead", .feature, .unstarted) { $0.points = 2 }
    try world.add("v2", .release, .planned) { $0.due = "2026-12-13" }
    let schedule = try schedule(world)
    #expect(schedule.parts.first?.points == 9)
    #expect(Set(schedule.parts[0].committed.map(\.value)) == [1, 2, 3])
    #expect(schedule.parts[1].items.map(\.value) == [4, 5])
    let forecast = try #require(schedule.forecast(of: ItemNumber(5)))
    #expect(forecast.expected == "2026-12-20" && forecast.isLate)
  }

  @Test("A plan reaches no further than it is told, and says so")
  func reach() throws {
    let world = try World()
    for _ in 1...4 { try world.add("ahead", .feature, .unstarted) { $0.points = 8 } }
    let facts = try world.store.read { try $0.backlogFacts(of: World.platform, at: .morning, reach: 3, distance: 3) }
    #expect(facts.ahead.count == 3 && !facts.isWhole)
    #expect(try world.store.read { try $0.backlogFacts(of: World.platform, at: .morning, reach: 4) }.isWhole)
  }

  @Test("The burndown of a release counts what stands between it and the release before it")
  func release() throws {
    let world = try World()
    try world.add("other", .feature, .unstarted) { ($0.points, $0.target) = (8, .bottom) }
    try world.add("v1", .release, .unstarted) { $0.target = .bottom }
    try world.add("a", .feature, .started) { ($0.points, $0.target) = (3, .bottom) }
    try world.add("ice") { ($0.points, $0.target) = (5, .bottom) }
    try world.add("b", .feature, .accepted) { ($0.points, $0.target) = (2, .bottom) }
    try world.add("v2", .release, .unstarted) { $0.target = .bottom }
    let (facts, release) = try world.store.read {
      (try $0.backlogFacts(of: World.platform, at: .morning), try $0.releaseFacts(of: ItemNumber(6)))
    }
    #expect(Set(release.items.map(\.number.value)) == [3, 5])
    let burndown = release.burndown(facts, BacklogSchedule(facts))
    #expect(burndown.days.first == "2026-12-07" && burndown.remaining.first == 3)
    #expect(burndown.days.last == "2026-12-20")
    #expect(throws: Missing.release(ItemNumber(3), .feature)) {
      try world.store.read { try $0.releaseFacts(of: ItemNumber(3)) }
    }
  }

  @Test("Of the flow only what was touched is read, and the rest is counted")
  func flow() throws {
    let world = try World()
    let old = Instant.morning - .minutes(100 * 24 * 60)
    let numbers = try world.perform(
      AddItems(
        (1...5).map { ItemDraft(team: World.platform, title: "item \($0)", type: .bug, state: .unstarted) }), at: old)
    try world.perform(AdvanceItems([numbers[0]], .ahead), at: .morning - .minutes(3 * 24 * 60))
    try accept(world, 1, at: .morning - .minutes(2 * 24 * 60))
    let facts = try world.store.read {
      try $0.flowFacts(of: World.platform, since: .morning - .minutes(10 * 24 * 60))
    }
    #expect(facts.touched.map(\.number.value) == [1, 6])
    #expect(facts.standing == [.unstarted: 4])
    let days = FlowDay.history(
      facts.touched, facts.transitions, standing: facts.standing, from: "2026-12-03", through: "2026-12-07", zone: .gmt)
    #expect(days.map { $0.counts[.unstarted] } == [5, 4, 4, 4, 4])
    #expect(days.map { $0.counts[.started] } == [nil, 1, 1, 1, 1])
    #expect(days.map { $0.counts[.accepted] } == [nil, nil, 1, 1, 1])
  }

  @Test("What was imported without its transitions is accepted from its day on, and not before")
  func imported() {
    let item = ItemFacts(
      number: ItemNumber(1), state: .accepted, createdAt: .morning - .minutes(5000), acceptedAt: .morning)
    let known = item.knownTransitions(startedAt: .morning - .minutes(1500))
    #expect(known.map(\.to) == [.started, .accepted] && known.map(\.from) == [.unstarted, .started])
  }

  @Test("Another team's items are no part of a plan")
  func teams() throws {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("payments"))))
    try world.add("theirs", .feature, .unstarted) { $0.team = TeamName("payments") }
    let facts = try world.store.read {
      (
        try $0.backlogFacts(of: World.platform, at: .morning),
        try $0.flowFacts(of: World.platform, since: .morning - .minutes(60))
      )
    }
    #expect(facts.0.ahead.isEmpty && facts.1.touched.isEmpty && facts.1.standing.isEmpty)
  }
}
