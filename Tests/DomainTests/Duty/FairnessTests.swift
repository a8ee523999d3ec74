import Foundation
import Testing

@testable import Domain

@Suite("Who has how much of the duties")
struct FairnessTests {
  private static let month = DutyWindow(start: DutyWorld.start, end: DutyWorld.days(28))

  @Test("One's share is what one would have if all who were there had shared each duty")
  func shares() throws {
    let planning = DutyWorld.planning(
      "ana", "bo", "cy", "dee", absences: [Absence("dee", DutyWorld.week(0)), Absence("dee", DutyWorld.week(1))])
    let duties = [
      DutyWorld.duty(-1, "ana", "bo"), DutyWorld.duty(0, "ana", "bo"), DutyWorld.duty(1, "bo", "cy"),
      DutyWorld.duty(2, "ana", "cy"), DutyWorld.duty(3, "cy", "dee"), DutyWorld.duty(4, "ana", "bo"),
    ]
    let fairness = Fairness(planning, duties: duties, in: Self.month)
    #expect(fairness.loads.map(\.who) == ["ana", "bo", "cy", "dee"])
    #expect(fairness.loads.map(\.duties) == [2, 2, 3, 1])
    let dee = try #require(fairness.loads.last)
    #expect(abs(dee.share - 1) < 1e-9)
    #expect(abs(fairness.loads[0].share - 7.0 / 3) < 1e-9)
    #expect(dee.time == .seconds(7 * 86_400))
    #expect(abs(fairness.loads.reduce(0) { $0 + $1.surplus }) < 1e-9)
    #expect(abs(fairness.spread - 1) < 1e-9)
  }

  @Test("Somebody who helped out is told too, and time is cut at the ends of the period")
  func helper() throws {
    let duties = [Duty(DutyWindow(start: DutyWorld.days(-2), end: DutyWorld.days(1)), ["ana", "zoe"])]
    let fairness = Fairness(DutyWorld.planning("ana", "bo"), duties: duties, in: Self.month)
    #expect(fairness.loads.map(\.who) == ["ana", "bo", "zoe"])
    #expect(fairness.loads.map(\.duties) == [0, 0, 0])
    #expect(fairness.loads[2].time == .seconds(86_400))
  }

  @Test("A plan of a year leaves nobody further than a duty or two from their share")
  func planned() throws {
    let planning = DutyWorld.planning("a", "b", "c", "d", "e", "f", "g")
    let plan = try planning.plan(from: DutyWorld.start, count: 52)
    let fairness = Fairness(planning, duties: plan, in: DutyWindow(start: DutyWorld.start, end: DutyWorld.days(364)))
    #expect(fairness.loads.reduce(0) { $0 + $1.duties } == 104)
    #expect(fairness.spread <= 2, "\(fairness.spread)")
  }

  @Test("Above a quarter of the time, fewer than eight people, and more than two incidents are warned of")
  func limits() {
    let now = DutyWorld.start
    let duties = [
      DutyWorld.duty(DutyWorld.platform, 1, week: -2, "ana", "bo"),
      DutyWorld.duty(DutyWorld.platform, 2, week: -1, "ana", "cy"),
      // At the same time for another team: no more time for that.
      DutyWorld.duty(DutyWorld.router, 1, week: -1, "ana", "dee"),
      DutyWorld.duty(DutyWorld.platform, 3, week: 0, "ana", "bo"),
      DutyWorld.duty(DutyWorld.platform, 4, week: 1, "ana", "cy"),
      DutyWorld.duty(DutyWorld.platform, 5, week: 2, "ana", "cy"),
      DutyWorld.duty(DutyWorld.platform, 6, week: 3, "ana", "bo"),
    ]
    let warnings = DutyLimits.warnings(
      duties, teams: [DutyWorld.platform: DutyWorld.planning("ana", "bo", "cy")],
      incidents: [duties[0]: 3, duties[1]: 2], at: now)
    #expect(
      warnings == [
        .tooFew(DutyWorld.platform, members: 3), .tooOften("ana", percent: 31, .next),
        .tooManyIncidents(duties[0], count: 3),
      ])
    #expect(warnings[1].description == "ana will be on duty 31 % of the next 13 weeks, above 25 %")
    let eight = DutyWorld.planning("a", "b", "c", "d", "e", "f", "g", "h")
    #expect(DutyLimits.warnings([], teams: [DutyWorld.platform: eight], at: now).isEmpty)
  }
}
