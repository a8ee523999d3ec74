import Foundation
import Testing

@testable import Domain

@Suite("What would be another way")
struct DutyDiffTests {
  @Test("Only duties with other people are changes, with what is new about them")
  func changes() {
    let before = [
      DutyWorld.duty(0, "ana", "bo"), Duty(DutyWorld.week(1), ["bo", "cy"], reasons: [.neverPaired, .loads(1, 0)]),
      DutyWorld.duty(2, "cy", "ana"),
    ]
    let after = [
      DutyWorld.duty(0, "bo", "ana"),
      Duty(DutyWorld.week(1), ["bo", "dee"], reasons: [.neverPaired, .away("cy", "ill")]),
      DutyWorld.duty(3, "cy", "ana"),
    ]
    let diff = DutyDiff(before: before, after: after.reversed())
    #expect(diff.changes.map(\.window) == [1, 2, 3].map(DutyWorld.week))
    #expect(diff.changes[0].newReasons == [.away("cy", "ill")])
    #expect(diff.changes[1].after == nil && diff.changes[2].before == nil)
    #expect(diff.loads.map(\.who) == ["cy", "dee"])
    #expect(diff.loads.map(\.before) == [2, 0] && diff.loads.map(\.after) == [1, 1])
  }

  @Test("Out for a week: everybody who has that week changes, and what was before it does not")
  func out() throws {
    let planning = DutyWorld.planning("ana", "bo", "cy", "dee", "eve")
    let plan = try planning.plan(from: DutyWorld.start, count: 10)
    let who = try #require(plan[4].people.first)
    var without = planning
    without.absences = [Absence(who, plan[4].window, reason: "ill")]
    let diff = DutyDiff(
      before: plan,
      after: try without.plan(from: plan[4].window.start, count: 6, after: Array(plan.prefix(4)))
        + plan.prefix(4))
    #expect(diff.changes.first?.window == plan[4].window)
    #expect(diff.changes.first?.after?.people.contains(who) == false)
    #expect(DutyDiff(before: plan, after: plan).changes.isEmpty)
  }
}
