import Domain

@testable import Store

extension World {
  /// A store with a team of so many people in the rotation, p0 and so on, ana and bo among them.
  static func withRotation(of people: [String] = ["ana", "bo", "cy", "dan", "eve"]) throws -> World {
    let world = try World()
    for name in people where name != "ana" && name != "bo" {
      try world.perform(
        AddPerson(Person(handle: Handle(name), name: name, login: name, teams: [World.platform])))
    }
    try world.perform(SetRosterMembers(people.map { Handle($0) }, of: World.platform))
    return world
  }

  @discardableResult
  func plan(_ weeks: Int, from day: String? = nil, at now: Instant = .morning) throws -> DutyOutlook {
    try perform(PlanDuties(World.platform, from: day, weeks: weeks), at: now)
  }

  func duties() throws -> [PlannedDuty] { try store.read { try $0.duties(of: World.platform) } }

  /// What a plan says, without the numbers that calendars see.
  func pairs() throws -> [[Handle]] { try duties().map(\.people) }

  /// The duties' rows as they count, without tombstones.
  func dutyRows() throws -> [String: Set<Row>] {
    let tables: Set = ["duty", "roster_member", "absence", "pair_rule", "rota", "toil_entry", "handoff"]
    return try rows().filter { tables.contains($0.key) }.mapValues { $0.filter { $0["deleted"] ?? 0 == 0 } }
  }
}

extension Instant {
  func days(_ count: Int) -> Instant { self + .seconds(Int64(count) * 86_400) }
}

extension Handle: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
