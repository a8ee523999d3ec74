import Domain
import Testing

@testable import Store

@Suite("Incidents, in hand-overs, stand-ups and limits of duties")
struct IncidentsInDutyTests {
  private func open(_ title: String, in world: World, at now: Instant) throws -> IncidentNumber {
    try world.perform(OpenIncident(IncidentDraft(team: World.platform, title: title, severity: .critical)), at: now)
  }

  @Test("A hand-over names those that somebody is at, and no other")
  func handoff() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let duty = try #require(try world.duties().first)
    let now = duty.window.start + .minutes(60)
    let gone = try open("Gone", in: world, at: now)
    let open = try open("Logs are lost", in: world, at: now + .minutes(1))
    try world.perform(SettleIncident(gone, .resolve), at: now + .minutes(5))
    let handoff = try world.store.read { try $0.handoff(of: duty.number, at: now + .minutes(6)) }
    #expect(handoff.incidents.map(\.number) == [open])
  }

  @Test("A morning has those of the last working day, and those that last on")
  func standUp() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let now = try #require(try world.duties().first).window.start + .minutes(60)
    let old = try open("Still there", in: world, at: now)
    let over = try open("Over", in: world, at: now)
    try world.perform(SettleIncident(over, .resolve), at: now + .minutes(5))
    func numbers(_ at: Instant) throws -> [IncidentNumber] {
      try world.store.read { try $0.standUp(of: World.platform, at: at) }.incidents.map(\.number)
    }
    #expect(try numbers(now + .minutes(10)) == [old, over])
    #expect(try numbers(now.days(8)) == [old])
  }

  @Test("A duty with more than two incidents is warned of, with how many there were")
  func limit() throws {
    let world = try World.withRotation()
    try world.plan(3)
    let duty = try #require(try world.duties().first)
    let now = duty.window.start + .minutes(60)
    func counts() throws -> [Int] {
      try world.store.read { try $0.dutyWarnings(of: World.platform, at: now + .minutes(9)) }.compactMap { warning in
        if case .tooManyIncidents(TeamDuty(duty), let count) = warning { count } else { nil }
      }
    }
    for index in 0..<2 { _ = try open("Trouble \(index)", in: world, at: now) }
    #expect(try counts() == [])
    _ = try open("Trouble 3", in: world, at: now)
    #expect(try counts() == [3])
  }
}
