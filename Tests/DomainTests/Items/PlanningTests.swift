import Foundation
import Testing

@testable import Domain

@Suite("Iterations and velocity")
struct PlanningTests {
  let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  @Test("An iteration begins on the team's day and lasts its weeks")
  func iterations() throws {
    let settings = BacklogSettings(iterationWeeks: 2, startDay: 3)
    let calendar = try #require(IterationCalendar(settings, began: "2026-12-07"))
    let first = try #require(calendar.iteration(containing: "2026-12-07"))
    #expect(first == calendar.iteration(numbered: 1))
    #expect((first.first, first.last) == ("2026-12-02", "2026-12-15"))
    #expect(first.days.count == 14)
    #expect(calendar.next(after: first)?.first == "2026-12-16")
    #expect(calendar.iteration(containing: "2026-12-01")?.number == 0)
    #expect(calendar.iteration(containing: "2026-11-17")?.number == -1)
    #expect(calendar.iteration(containing: "no day") == nil)
    #expect(IterationCalendar(settings, began: "2026-02-30") == nil)
    #expect(calendar.iteration(numbered: .max) == nil)
  }

  @Test("Every day lies in the iteration that is found for it", arguments: 1...7)
  func everyDay(startDay: Int) throws {
    let settings = BacklogSettings(iterationWeeks: 1 + startDay % 4, startDay: startDay)
    let calendar = try #require(IterationCalendar(settings, began: "2026-03-01"))
    let from = try #require(DayNumber.of("2025-12-01"))
    for number in from..<from + 200 {
      let day = try #require(DayNumber.text(number))
      let iteration = try #require(calendar.iteration(containing: day))
      #expect(iteration.contains(day))
      #expect(CivilTime(date: iteration.first)?.weekday == startDay)
      #expect(calendar.iteration(numbered: iteration.number) == iteration)
    }
  }

  private func history(_ points: [(Int, Int)], _ settings: BacklogSettings = BacklogSettings()) throws -> Velocity {
    let calendar = try #require(IterationCalendar(settings, began: "2026-01-05"))
    return Velocity(
      try points.enumerated().map { index, entry in
        let iteration = try #require(calendar.iteration(numbered: index + 1))
        return VelocityHistory.Entry(iteration: iteration, points: entry.0, strength: entry.1)
      }, settings)
  }

  @Test("Velocity is the average of the last finished iterations, as if the whole team had been there")
  func velocity() throws {
    #expect(try history([]) == Velocity(points: 10))
    #expect(try history([(100, 100), (8, 100), (10, 100), (6, 50)]).points == 10)
    #expect(try history([(8, 100), (9, 100)]).points == 8)
    #expect(try history([(8, 100), (0, 0)]) == Velocity(points: 8, iterations: 1))
    #expect(try history([(0, 100)]) == Velocity(points: 0, iterations: 1))
  }

  @Test("Volatility is the standard deviation as a part of the mean")
  func volatility() throws {
    let velocity = try history([(5, 100), (15, 100)])
    #expect(velocity.volatility == 0.5)
    #expect(velocity.worst.points == 5)
    #expect(try history([(7, 100), (7, 100)]).volatility == 0)
  }

  @Test("A capacity is rounded down, at least 1 where anybody is there, and 0 where nobody is")
  func capacity() {
    #expect([150, 100, 55, 1, 0].map { Velocity(points: 10).capacity(atStrength: $0) } == [15, 10, 5, 1, 0])
    #expect(Velocity(points: 0).capacity(atStrength: 100) == 1)
  }

  @Test("What was accepted counts in the iteration of its day where the team is")
  func accepted() throws {
    let settings = BacklogSettings()
    let calendar = try #require(IterationCalendar(settings, began: "2026-11-23"))
    // Half past midnight on Monday in Berlin is still Sunday in UTC.
    let midnight = try #require(Instant(rfc3339: "2026-11-30T00:30:00+01:00"))
    let facts = [
      ItemFacts(number: ItemNumber(1), points: 5, state: .accepted, createdAt: .t0, acceptedAt: midnight),
      ItemFacts(
        number: ItemNumber(2), type: .chore, points: 3, state: .accepted, createdAt: .t0, acceptedAt: midnight),
      ItemFacts(
        number: ItemNumber(3), points: 2, state: .accepted, createdAt: .t0, acceptedAt: midnight - .minutes(60)),
    ]
    let history = VelocityHistory(facts, calendar: calendar, settings: settings, today: "2026-12-07", zone: berlin)
    #expect(history.entries.map(\.points) == [2, 5])
    #expect(history.velocity.points == 3)
    let toil = ToilShare(facts, calendar: calendar, today: "2026-12-07", zone: berlin)
    #expect(toil.iterations.map(\.all) == [1, 2, 0])
  }

  @Test("A burndown falls by what is accepted, rises by what is added, and ends today")
  func burndown() throws {
    func facts(_ number: Int, _ points: Int, created: String, accepted: String? = nil) throws -> ItemFacts {
      ItemFacts(
        number: ItemNumber(number), points: points, state: accepted == nil ? .started : .accepted,
        createdAt: try #require(Instant(rfc3339: created + "T12:00:00Z")),
        acceptedAt: accepted.flatMap { Instant(rfc3339: $0 + "T12:00:00Z") })
    }
    let burndown = Burndown(
      [
        try facts(1, 5, created: "2026-12-01", accepted: "2026-12-08"), try facts(2, 3, created: "2026-12-01"),
        try facts(3, 2, created: "2026-12-09"), try facts(4, 8, created: "2026-12-01", accepted: "2026-12-02"),
      ], settings: BacklogSettings(), from: "2026-12-07", through: "2026-12-11", today: "2026-12-09", zone: berlin)
    #expect(burndown.days.count == 5)
    #expect(burndown.remaining == [8, 3, 5, nil, nil])
    #expect(burndown.ideal == [8, 6, 4, 2, 0])
  }

  @Test("Flow counts each item in the state that it was in at the end of the day")
  func flow() throws {
    let facts = [
      ItemFacts(number: ItemNumber(1), state: .accepted, createdAt: .t0 - .seconds(86_400 * 5)),
      ItemFacts(number: ItemNumber(2), state: .unstarted, createdAt: .t0 + .seconds(86_400)),
    ]
    let moves = [
      ItemTransition(item: ItemNumber(1), seq: 2, from: .started, to: .accepted, by: "ana", at: .t0 + .seconds(86_400)),
      ItemTransition(item: ItemNumber(1), seq: 1, from: .unscheduled, to: .started, by: "ana", at: .t0),
    ]
    let days = FlowDay.history(facts, moves, from: "2026-12-06", through: "2026-12-08", zone: berlin)
    #expect(days.map(\.day) == ["2026-12-06", "2026-12-07", "2026-12-08"])
    #expect(days.map(\.counts) == [[.unscheduled: 1], [.started: 1], [.accepted: 1, .unstarted: 1]])
  }
}
