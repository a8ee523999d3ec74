import Domain
import Testing

@testable import Store

@Suite("Components in the store")
struct ComponentStoreTests {
  private static let router = ComponentName("router")

  private static func world() throws -> World {
    let world = try World.withRotation()
    try world.perform(AddComponent(Component(router, team: World.platform, developers: ["cy", "ana"], note: "traces")))
    return world
  }

  private func order(_ world: World, at now: Instant = .morning) throws -> CallOrder {
    try world.store.read { try $0.callOrder(of: Self.router, at: now) }
  }

  @Test("A component is added, changed and removed, and undo takes each back")
  func life() throws {
    let world = try Self.world()
    try world.perform(EditComponent(Self.router) { $0.developers = ["bo"] })
    #expect(try world.store.read { try $0.components().map(\.developers) } == [["bo"]])
    try world.perform(RemoveComponent(Self.router))
    #expect(try world.store.read { try $0.components(of: World.platform) } == [])
    #expect(throws: Missing.component("router", known: [])) { try order(world) }
    for developers: [[Handle]] in [[["bo"]], [["cy", "ana"]], []] {
      try world.store.undo(by: .ana, at: .morning)
      #expect(try world.store.read { try $0.components().map(\.developers) } == developers)
    }
  }

  @Test("Its name stays, and one that is taken is refused")
  func name() throws {
    let world = try Self.world()
    let changed = try world.perform(
      EditComponent(Self.router) { component in
        component = Component(ComponentName("x"), team: World.platform, developers: ["bo"])
      })
    #expect(changed.name == Self.router)
    #expect(throws: ComponentProblem.exists(Self.router)) {
      try world.perform(AddComponent(Component(Self.router, team: World.platform, developers: ["bo"])))
    }
    // After it was removed the name is free again.
    try world.perform(RemoveComponent(Self.router))
    try world.perform(AddComponent(Component(Self.router, team: World.platform, developers: ["bo"])))
    #expect(try world.store.read { try $0.component(Self.router).note } == "")
  }

  @Test("Teams and developers that nobody knows are refused, and nothing is written")
  func unknown() throws {
    let world = try Self.world()
    let before = try world.store.read { try $0.journalHead().seq }
    #expect(throws: Missing.self) {
      try world.perform(AddComponent(Component(ComponentName("uaa"), team: World.platform, developers: ["zoe"])))
    }
    #expect(throws: Missing.self) {
      try world.perform(AddComponent(Component(ComponentName("uaa"), team: TeamName("none"), developers: ["bo"])))
    }
    #expect(throws: ComponentProblem.twice("bo", Self.router)) {
      try world.perform(EditComponent(Self.router) { $0.developers = ["bo", "bo"] })
    }
    #expect(try world.store.read { try $0.journalHead().seq } == before)
  }

  @Test("Whom to call follows from who is on duty and who is away")
  func call() throws {
    let world = try Self.world()
    #expect(try order(world).lines.map(\.who) == ["cy", "ana"])
    let morning = Instant.morning
    try world.perform(
      SetDuty(World.platform, DutyWindow(start: morning, end: morning.days(1)), ["ana", "bo"]))
    let now = morning + .minutes(60)
    #expect(try order(world, at: now).lines.map(\.reason.name) == ["on-duty", "at-work"])
    #expect(try order(world, at: now).lines.map(\.who) == ["ana", "cy"])
    try world.perform(AddAbsence(Absence("ana", DutyWindow(start: morning, end: morning.days(2)), reason: "ill")))
    #expect(try order(world, at: now).lines.map(\.who) == ["cy", "ana"])
    let all = try world.store.read { try $0.callOrders(of: World.platform, at: now) }
    #expect(all == [try order(world, at: now)])
  }

  @Test("A pair that is on in working hours only is not called outside of them")
  func workingHours() throws {
    let world = try Self.world()
    try world.perform(SetRota(DutyPattern(typed: "weekly Mon 10:00 in working hours"), of: World.platform))
    let morning = Instant.morning
    try world.perform(SetDuty(World.platform, DutyWindow(start: morning, end: morning.days(2)), ["ana", "bo"]))
    #expect(try order(world, at: morning + .minutes(30)).duty?.people == ["ana", "bo"])
    #expect(try order(world, at: morning + .minutes(12 * 60)).duty == nil)
  }
}
