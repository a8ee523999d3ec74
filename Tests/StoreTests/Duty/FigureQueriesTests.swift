import ChecklistFile
import Domain
import Testing

@testable import Store

@Suite("The figures of a team's duties, from the store")
struct FigureQueriesTests {
  private static let now = Instant.morning.days(40)

  /// Five people who had six weeks of duties; ana and bo have run the release, twice and once.
  private static func world() throws -> World {
    let world = try World.withRotation()
    try world.plan(8)
    try world.complete(try world.start())
    try world.start(
      "prod",
      {
        $0.pair = ["ana", "cy"]
        $0.override = "the proof is of another digest"
      })
    return world
  }

  @Test("The matrix is that of all duties, without those who have left")
  func matrix() throws {
    let world = try Self.world()
    try world.perform(SetRosterMembers(["eve"], of: World.platform) { $0.leaves = "2026-12-31" })
    let matrix = try world.store.read { try $0.pairMatrix(of: World.platform, at: Self.now) }
    #expect(matrix.people == ["ana", "bo", "cy", "dan"])
    let duties = try world.duties().map(\.duty)
    let all = PairMatrix(people: matrix.people, duties: duties, at: Self.now)
    #expect(matrix.pairs.map { matrix.recency(of: $0) } == all.pairs.map { all.recency(of: $0) })
    let onLastDay = Instant(rfc3339: "2026-12-31T23:00:00Z") ?? .morning
    #expect(try world.store.read { try $0.pairMatrix(of: World.platform, at: onLastDay) }.people.contains("eve"))
  }

  @Test("The load counts the duties of its period, warns around now, and says where the plan ends")
  func load() throws {
    let world = try Self.world()
    let duties = try world.duties()
    let period = DutyWindow(start: Self.now - .seconds(28 * 86_400), end: Self.now)
    let load = try world.store.read { try $0.teamLoad(of: World.platform, in: period, at: Self.now) }
    let planning = try world.store.read { try $0.dutyPlanning(of: World.platform) }
    #expect(load.fairness == Fairness(planning, duties: duties.map(\.duty), in: period))
    #expect(load.plannedUntil == duties.last?.window.end && load.isPlanShort(at: Self.now))
    #expect(load.warnings.contains(.tooFew(World.platform, members: 5)))
    let after = try world.store.read { try $0.teamLoad(of: World.platform, in: period, at: Self.now.days(100)) }
    #expect(after.plannedUntil == nil && after.isPlanShort(at: Self.now.days(100)))
  }

  @Test("Coverage counts what the domain counts, and leaves out checklists that only other teams ran")
  func coverage() throws {
    let world = try Self.world()
    let document = try ChecklistDocument(source: World.release, fileName: "unrun.md")
    try world.perform(ImportChecklist(document, as: ChecklistName("unrun"), reason: "new", origin: nil))
    let coverage = try world.store.read { try $0.coverage(of: World.platform, at: Self.now) }
    let members = try world.store.read { try $0.roster(of: World.platform).map(\.who) }
    let runs = try world.store.read { try $0.runs(limit: 100) }
    let plain = Coverage(
      members: members, checklists: coverage.lines.map(\.checklist), runs: runs,
      duties: try world.duties().map(\.duty), at: Self.now)
    #expect(coverage == plain)
    #expect(coverage.lines.first { $0.checklist == ChecklistName("release") }?.times["ana"]?.count == 2)
    try world.perform(AddTeam(Team(name: TeamName("payments"))))
    let theirs = try world.store.read { try $0.coverage(of: TeamName("payments"), at: Self.now) }
    #expect(!theirs.lines.contains { $0.checklist == ChecklistName("release") })
  }
}
