import Foundation
import Testing

@testable import Domain

@Suite("Whom to call for a component")
struct CallOrderTests {
  private static let router = Component(
    ComponentName("router"), team: DutyWorld.platform, developers: ["ana", "bo", "cy", "dee", "eli"])

  /// In UTC, where the team is at work on weekdays from nine to five.
  private static func order(
    _ developers: [CallOrder.Developer], holidays: [Holiday] = [], duty: TeamDuty? = nil, absences: [Absence] = [],
    at now: Instant = DutyWorld.start
  ) -> CallOrder {
    CallOrder(
      router, developers: developers, team: Team(name: DutyWorld.platform, holidays: holidays), duty: duty,
      absences: absences, at: now)
  }

  @Test(
    "Whoever is on duty, then who is at work where they are, then who is awake, then the others; the away ones last")
  func ranks() throws {
    // At ten in the morning UTC it is half past three in the afternoon in India and two at night in California.
    let order = Self.order(
      [
        .init("ana"), .init("bo", timeZone: "America/Los_Angeles"),
        .init("cy", timeZone: "Asia/Tokyo"), .init("dee", timeZone: "Asia/Kolkata"),
        .init("eli"),
      ],
      duty: DutyWorld.duty(DutyWorld.platform, 7, week: 0, "eli", "zoe"),
      absences: [Absence("ana", DutyWorld.week(0), reason: "ill")])
    #expect(order.lines.map(\.who) == ["eli", "dee", "cy", "bo", "ana"])
    #expect(order.lines.map(\.reason.name) == ["on-duty", "at-work", "awake", "asleep", "away"])
    #expect(order.lines.map(\.local.clock) == ["10:00", "15:30", "19:00", "02:00", "10:00"])
    #expect(order.lines[1].timeZone == "Asia/Kolkata" && order.lines[0].timeZone == "UTC")
    #expect(order.lines[0].reason == .onDuty(until: DutyWorld.days(7)))
    #expect(order.lines[4].reason == .away(until: DutyWorld.days(7), reason: "ill"))
  }

  @Test("Of a time zone that this machine does not know, the team's is taken")
  func unknownZone() {
    let order = Self.order([.init("ana", timeZone: "Moon/Crater")])
    #expect(order.lines[0].timeZone == "UTC" && order.lines[0].local.clock == "10:00")
  }

  @Test("Among those alike the order is the one that was given")
  func stable() {
    #expect(Self.order([.init("cy"), .init("ana"), .init("bo")]).lines.map(\.who) == ["cy", "ana", "bo"])
  }

  @Test("Who is away is not called though they are on duty; absences without a gap between them are one")
  func away() {
    let second = DutyWindow(start: DutyWorld.days(7), end: DutyWorld.days(9))
    let order = Self.order(
      [.init("ana"), .init("bo")], duty: DutyWorld.duty(DutyWorld.platform, 7, week: 0, "ana", "bo"),
      absences: [
        Absence("ana", second, reason: "more"), Absence("ana", DutyWorld.week(0), reason: "ill"),
        Absence("bo", second),
      ])
    #expect(order.lines.map(\.who) == ["bo", "ana"])
    #expect(order.lines[1].reason == .away(until: DutyWorld.days(9), reason: "ill"))
  }

  @Test("Nobody is at work on a holiday of their team, and a duty that is over counts for nothing")
  func holiday() {
    let order = Self.order(
      [.init("ana")], holidays: [Holiday(date: "2026-12-07", name: "fair")],
      duty: DutyWorld.duty(DutyWorld.platform, 6, week: -1, "ana", "bo"))
    #expect(order.lines.map(\.reason) == [.awake])
  }

  @Test("From ten in the evening to seven in the morning somebody would be woken")
  func night() {
    for (hour, name) in [(12, "asleep"), (21, "awake"), (20, "asleep"), (11, "awake")] {
      let order = Self.order([.init("ana")], at: DutyWorld.start + .minutes(Int64(hour * 60)))
      #expect(order.lines.map(\.reason.name) == [name], "\(hour) hours later")
    }
  }

  @Test("A component needs a name and somebody to call, each once")
  func check() {
    func problem(_ name: String, _ developers: [Handle]) -> ComponentProblem? {
      do {
        try Component(ComponentName(name), team: DutyWorld.platform, developers: developers).check()
        return nil
      } catch { return error }
    }
    #expect(problem("router", ["ana"]) == nil)
    #expect(problem("a router", ["ana"]) == .nameUnusable("a router"))
    #expect(problem("", ["ana"]) == .nameUnusable(""))
    #expect(problem("router", []) == .nobody(ComponentName("router")))
    #expect(problem("router", ["ana", "bo", "ana"]) == .twice("ana", ComponentName("router")))
  }
}
