import Foundation
import Testing

@testable import Domain

@Suite("What is wrong with the duties")
struct DutyProblemsTests {
  private static let month = DutyWindow(start: DutyWorld.start, end: DutyWorld.days(28))
  private static let platform = DutyWorld.platform

  private func problems(_ duties: [TeamDuty], _ planning: DutyPlanning? = nil) -> [DutyProblem] {
    DutyProblems.found(
      in: duties, teams: planning.map { [Self.platform: $0] } ?? [:], within: Self.month)
  }

  @Test("A whole plan has none")
  func none() throws {
    let planning = DutyWorld.planning("ana", "bo", "cy", "dee")
    let plan = try planning.plan(from: DutyWorld.start, count: 6)
    let duties = plan.enumerated().map { TeamDuty(Self.platform, $0.offset + 1, $0.element) }
    #expect(problems(duties.shuffled(), planning).isEmpty)
  }

  @Test("A time without a duty is a gap, before the first one, between two, and where the plan ends")
  func gaps() {
    let planning = DutyWorld.planning("ana", "bo")
    let duties = [
      DutyWorld.duty(Self.platform, 1, week: 1, "ana", "bo"), DutyWorld.duty(Self.platform, 2, week: 3, "ana", "bo"),
    ]
    #expect(
      problems(duties, planning) == [
        .gap(Self.platform, DutyWorld.week(0)), .gap(Self.platform, DutyWorld.week(2)),
      ])
    #expect(problems([], planning) == [.gap(Self.platform, Self.month)])
    let short = [
      DutyWorld.duty(Self.platform, 1, week: 0, "ana"), DutyWorld.duty(Self.platform, 2, week: 1),
      DutyWorld.duty(Self.platform, 3, week: 2, "bo", "bo"), DutyWorld.duty(Self.platform, 4, week: 3, "ana", "bo"),
    ]
    #expect(problems(short, planning) == short.prefix(3).map { .short($0) })
    #expect(
      problems(short).map(\.description) == [
        "ana is alone on duty for platform", "nobody is on duty for platform", "bo is alone on duty for platform",
      ])
  }

  @Test("Duties of a team that overlap, and somebody on for two teams at once")
  func overlaps() {
    let long = TeamDuty(
      Self.platform, 1, Duty(DutyWindow(start: DutyWorld.start, end: DutyWorld.days(8)), ["ana", "bo"]))
    let next = DutyWorld.duty(Self.platform, 2, week: 1, "ana", "cy")
    let other = DutyWorld.duty(DutyWorld.router, 1, week: 1, "cy", "dee")
    let found = problems([other, next, long])
    #expect(found == [.overlap(long, next), .doubleBooked("cy", next, other)])
    #expect(found[0].window == DutyWindow(start: DutyWorld.days(7), end: DutyWorld.days(8)))
    #expect(found[1].teams == [Self.platform, DutyWorld.router])
  }

  @Test("Somebody who has left, is away, or is on with one whom a rule keeps apart")
  func people() {
    let away = Absence("bo", DutyWindow(start: DutyWorld.days(10), end: DutyWorld.days(11)), reason: "the dentist")
    let rule = PairRule(.never, DutyPair("ana", "bo"), reason: "a couple")
    var planning = DutyWorld.planning("ana", "bo", "cy", absences: [away], rules: [rule])
    planning.members[2].leaves = "2026-12-30"
    let duties = [
      DutyWorld.duty(Self.platform, 1, week: 0, "ana", "zoe"), DutyWorld.duty(Self.platform, 2, week: 1, "ana", "bo"),
      DutyWorld.duty(Self.platform, 3, week: 2, "ana", "cy"), DutyWorld.duty(Self.platform, 4, week: 3, "ana", "cy"),
    ]
    let found = problems(duties, planning)
    #expect(
      found == [
        .notMember("zoe", duties[0]), .keptApart(rule, duties[1]), .away(away, duties[1]), .notMember("cy", duties[3]),
      ])
    #expect(found[2].description == "bo is on for platform, and away (the dentist)")
  }

  @Test("The board says who is on, who is next, and what concerns each team")
  func board() throws {
    let duties = [
      DutyWorld.duty(Self.platform, 1, week: 0, "ana", "bo"), DutyWorld.duty(Self.platform, 2, week: 1, "bo", "cy"),
      DutyWorld.duty(DutyWorld.router, 1, week: 1, "cy", "dee"),
    ]
    let board = DutyBoard(
      teams: [DutyWorld.router, Self.platform], duties: duties, problems: problems(duties), at: DutyWorld.days(2))
    #expect(board.lines.map(\.team) == [DutyWorld.router, Self.platform])
    #expect(board.lines[0].now == nil && board.lines[0].next == duties[2])
    #expect(board.lines[1].now == duties[0] && board.lines[1].next == duties[1])
    #expect(board.lines.allSatisfy { $0.problems == [.doubleBooked("cy", duties[1], duties[2])] })
  }
}
