import Domain
import Testing

@testable import Store

@Suite("Lists of incidents")
struct IncidentListTests {
  /// Five incidents, an hour apart: open, mitigated, resolved, closed, and one of another team.
  private func world() throws -> World {
    let world = try World()
    try world.perform(AddTeam(Team(name: TeamName("apps"), kind: .application)))
    for (index, title) in ["Logs are dropped", "Router slow", "Router down", "Keys expired", "App gone"].enumerated() {
      try world.openIncident(title, at: .after(Int64(index) * 60)) {
        $0.severity = IncidentSeverity(rawValue: index % 4 + 1) ?? .minor
        $0.services = index == 0 ? ["log-aggregators", "drain"] : ["router"]
        if index == 4 { $0.team = TeamName("apps") }
      }
    }
    try world.settle(.mitigate, 2, at: .after(300))
    try world.settle(.resolve, 3, at: .after(300))
    try world.settle(.resolve, 4, at: .after(300))
    try world.settle(.close(), 4, at: .after(300))
    return world
  }

  private func numbers(_ filter: IncidentFilter, before: Int? = nil, limit: Int = 10) throws -> [Int] {
    let world = try world()
    return try world.store.read {
      try $0.incidents(filter, before: before.map { IncidentNumber($0) }, limit: limit).map(\.number.value)
    }
  }

  @Test("Newest first, by how far they have come")
  func states() throws {
    #expect(try numbers(IncidentFilter()) == [5, 4, 3, 2, 1])
    #expect(try numbers(IncidentFilter(states: .unclosed)) == [5, 3, 2, 1])
    #expect(try numbers(IncidentFilter(states: .active)) == [5, 2, 1])
  }

  @Test("By team, severity and worse, service, since when, and words")
  func filters() throws {
    #expect(try numbers(IncidentFilter(team: TeamName("apps"))) == [5])
    #expect(try numbers(IncidentFilter(severity: .major)) == [5, 2, 1])
    #expect(try numbers(IncidentFilter(service: "drain")) == [1])
    #expect(try numbers(IncidentFilter(service: "drai")) == [])
    #expect(try numbers(IncidentFilter(since: .after(120))) == [5, 4, 3])
    #expect(try numbers(IncidentFilter(words: ["router"])) == [5, 4, 3, 2])
    #expect(try numbers(IncidentFilter(words: ["ROUTER", "slow"])) == [2])
    #expect(try numbers(IncidentFilter(words: ["log-agg"])) == [1])
    #expect(try numbers(IncidentFilter(words: ["%"])) == [] && numbers(IncidentFilter(words: ["'"])) == [])
  }

  @Test("Window by window, downwards and upwards")
  func windows() throws {
    #expect(try numbers(IncidentFilter(), limit: 2) == [5, 4])
    #expect(try numbers(IncidentFilter(), before: 4, limit: 2) == [3, 2])
    let world = try world()
    let up = try world.store.read { try $0.incidents(after: IncidentNumber(2), limit: 2) }
    #expect(up.map(\.number.value) == [3, 4])
  }

  @Test("Lessons of an incident are those that name it")
  func lessons() throws {
    let world = try world()
    try world.learn("scale the aggregators") { $0.source = .incident(1) }
    try world.learn("something else")
    #expect(try world.store.read { try $0.lessons(of: IncidentNumber(1)) }.map(\.text) == ["scale the aggregators"])
  }
}
