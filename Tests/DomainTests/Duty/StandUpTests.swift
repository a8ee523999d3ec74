import Foundation
import Testing

@testable import Domain

@Suite("A team's morning")
struct StandUpTests {
  private static let team = Team(name: DutyWorld.platform, holidays: [Holiday(date: "2026-12-04", name: "fair")])

  private func run(
    _ number: Int, _ state: RunState, plan: Int? = nil, from: Int? = nil, to: Int? = nil, review: String? = nil,
    team: TeamName = DutyWorld.platform
  ) -> RunSummary {
    RunSummary(
      number: RunNumber(number), version: VersionReference(checklist: ChecklistName("release"), number: 1), team: team,
      environment: "prod", artifact: Artifact(name: "a", version: "1"), state: state, pair: ["ana", "bo"],
      isRehearsal: false, incident: nil, plan: plan.map { Plan(at: DutyWorld.start + .minutes(Int64($0 * 60))) },
      startedAt: from.map(DutyWorld.days), endedAt: to.map(DutyWorld.days), settled: 0, active: 0, reviewDue: review)
  }

  private func item(_ number: Int, _ state: ItemState, accepted: Int? = nil, isBlocked: Bool = false) -> ItemLine {
    ItemLine(
      number: ItemNumber(number), team: DutyWorld.platform, type: .feature, state: state, title: "\(number)",
      requester: "pam", owners: ["cy"], isBlocked: isBlocked, order: .first, createdAt: DutyWorld.days(-30),
      updatedAt: DutyWorld.days(-1), acceptedAt: accepted.map(DutyWorld.days))
  }

  @Test("On a Monday it looks back on the last day that was one of work")
  func monday() {
    let day = StandUpDay(at: DutyWorld.start, for: Self.team, zone: .gmt)
    #expect(day.today == "2026-12-07" && day.last == "2026-12-03")
    #expect(day.lookBack.start == Instant(rfc3339: "2026-12-03T00:00:00Z"))
    #expect(day.rest.end == Instant(rfc3339: "2026-12-08T00:00:00Z"))
    let tuesday = StandUpDay(at: DutyWorld.days(1), for: Self.team, zone: .gmt)
    #expect(tuesday.last == "2026-12-07")
  }

  private func incident(_ number: Int) -> Incident {
    Incident(
      number: IncidentNumber(number), team: DutyWorld.platform, title: "Logs are lost",
      times: IncidentTimes(declared: DutyWorld.days(-1)), openedBy: "ana")
  }

  @Test("It has what was, who is on, what is planned, and what waits for whom")
  func whole() {
    let duties = [
      DutyWorld.duty(DutyWorld.platform, 6, week: -1, "bo", "cy"),
      DutyWorld.duty(DutyWorld.platform, 7, week: 0, "ana", "bo"),
      DutyWorld.duty(DutyWorld.router, 1, week: 0, "zoe", "yu"),
    ]
    let standUp = StandUp(
      Self.team, day: StandUpDay(at: DutyWorld.start, for: Self.team, zone: .gmt),
      runs: [
        run(5, .completed, from: -3, to: -2, review: "2026-12-07"), run(4, .running, from: -20),
        run(3, .completed, from: -20, to: -19), run(8, .planned, plan: 5), run(7, .planned, plan: -2),
        run(9, .planned, plan: 24), run(10, .running, from: -1, team: DutyWorld.router),
      ],
      items: [
        item(1, .accepted, accepted: -2), item(2, .accepted, accepted: -9), item(3, .delivered),
        item(4, .started, isBlocked: true), item(5, .unstarted, isBlocked: true),
      ],
      duties: duties, incidents: [9, 8, 9].map(incident),
      handoffs: [DutyHandoff(HandoffSides(duties[0], incoming: ["ana", "bo"]))])
    #expect(standUp.runs.map(\.number.value) == [4, 5])
    #expect(standUp.incidents.map(\.number.value) == [8, 9])
    #expect(standUp.accepted.map(\.number.value) == [1])
    #expect(standUp.duty == duties[1] && standUp.handsOverTo == nil)
    #expect(standUp.plans.map(\.number.value) == [7, 8])
    #expect(standUp.waiting.map(\.people) == [["bo", "cy", "ana"], ["ana", "bo"], ["pam"], ["cy"]])
  }
}
