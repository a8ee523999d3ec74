import Domain
import Testing

@testable import Store

@Suite("The board of all teams")
struct BoardTests {
  private static let router = TeamName("router")

  /// Team platform with eight weeks of duties, and team router, whose rotation has cy and dan of platform in it.
  private static func world() throws -> World {
    let world = try World.withRotation()
    try world.plan(8)
    try world.perform(AddTeam(Team(name: router)))
    try world.perform(SetRosterMembers([Handle("cy"), Handle("dan")], of: router))
    return world
  }

  private func line(_ team: TeamName, _ world: World, at now: Instant = .morning) throws -> DutyBoard.Line {
    let board = try world.store.read { try $0.dutyBoard(at: now) }
    return try #require(board.lines.first { $0.team == team })
  }

  @Test("A team that is planned has its duty, the next one, and nothing wrong")
  func whole() throws {
    let world = try Self.world()
    let duties = try world.duties()
    let line = try line(World.platform, world)
    #expect(line.now?.number == duties[0].number.value && line.next?.people == duties[1].people)
    #expect(line.problems.isEmpty && !line.isOutOfHours)
  }

  @Test("A team with a rotation and no plan has a gap; one without a rotation has none")
  func gaps() throws {
    let world = try Self.world()
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    let gap = DutyWindow(start: .morning, end: .morning + DutyBoard.horizon)
    #expect(try line(Self.router, world).problems == [.gap(Self.router, gap)])
    #expect(try line(TeamName("apps"), world).problems.isEmpty)
    let last = try #require(try world.duties().last)
    let end = try line(World.platform, world, at: last.window.start + .seconds(60))
    #expect(end.next == nil && end.problems.map(\.window.start) == [last.window.end])
  }

  @Test("Who is on for two teams at once is told in both, and who is on across teams once")
  func doubleBooked() throws {
    let world = try Self.world()
    let next = try #require(try line(World.platform, world).next)
    let window = DutyWindow(start: next.window.start, end: next.window.start.days(1))
    try world.perform(SetRosterMembers(next.people, of: Self.router))
    try world.perform(SetDuty(Self.router, window, next.people))
    let board = try world.store.read { try $0.dutyBoard(at: .morning) }
    let told = board.lines.map { $0.problems.count { if case .doubleBooked = $0 { true } else { false } } }
    #expect(told == [2, 2])
    #expect(Set(board.acrossTeams.keys) == Set(next.people))
    #expect(board.acrossTeams.values.allSatisfy { $0 == [World.platform, Self.router] })
  }

  @Test("Who is on though away, or has left, or is on with somebody against a rule, is told")
  func people() throws {
    let world = try Self.world()
    let next = try #require(try line(World.platform, world).next)
    let (one, other) = (next.people[0], next.people[1])
    try world.perform(AddAbsence(Absence(one, next.window, reason: "ill")))
    try world.perform(AddPairRule(PairRule(.never, DutyPair(one, other)), of: World.platform))
    try world.perform(SetRosterMembers([other], of: World.platform) { $0.leaves = "2026-12-08" })
    let problems = try line(World.platform, world).problems
    #expect(problems.contains { if case .away(let absence, _) = $0 { absence.who == one } else { false } })
    #expect(problems.contains { if case .notMember(let who, _) = $0 { who == other } else { false } })
    #expect(problems.contains { if case .keptApart = $0 { true } else { false } })
  }

  @Test("A pair that is on in working hours only is shown as off outside of them")
  func hours() throws {
    let world = try Self.world()
    var pattern = DutyPattern.weekly
    pattern.isWorkingHours = true
    try world.perform(SetRota(pattern, of: World.platform))
    #expect(try line(World.platform, world, at: Instant.morning.days(5)).isOutOfHours)
    #expect(try !line(World.platform, world, at: Instant.morning).isOutOfHours)
  }

  @Test("In working hours only, the days off are neither planned nor counted, and are no gap on the board")
  func weekend() throws {
    let world = try Self.world()
    try world.perform(SetRota(DutyPattern(typed: "daily 09:00 in working hours"), of: World.platform))
    try world.plan(4)
    let coming = try world.duties().filter { $0.window.start > .morning }
    #expect(coming.allSatisfy { CivilTime($0.window.start, in: .gmt).weekday <= 5 } && coming.count >= 19)
    let saturday = Instant.morning.days(12)
    let line = try line(World.platform, world, at: saturday)
    #expect(line.now == nil && line.isOutOfHours && line.problems.isEmpty)
    let period = DutyWindow(start: saturday, end: saturday.days(1))
    let load = try world.store.read { try $0.teamLoad(of: World.platform, in: period, at: .morning) }
    #expect(load.fairness.loads.allSatisfy { $0.time == .zero && $0.duties == 0 })
  }

  @Test("Limits are told of the team, and of its people in all teams")
  func warnings() throws {
    let world = try Self.world()
    try world.perform(PlanDuties(Self.router, weeks: 13))
    let warnings = try world.store.read { try $0.dutyWarnings(of: World.platform, at: .morning) }
    #expect(warnings.first == .tooFew(World.platform, members: 5))
    #expect(warnings.contains { if case .tooOften("cy", _, .next) = $0 { true } else { false } })
    #expect(!warnings.contains(.tooFew(Self.router, members: 2)))
    #expect(try world.store.read { try $0.dutyWarnings(at: .morning) }.contains(.tooFew(Self.router, members: 2)))
  }
}
