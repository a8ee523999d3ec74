import Foundation
import Testing

@testable import Domain

@Suite("A pair that is on in working hours only")
struct WorkingHoursTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
  private func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

  /// Five people, daily at nine, Monday to Friday from nine to five, in Berlin.
  private func planning() throws -> DutyPlanning {
    DutyPlanning(
      members: ["ana", "bo", "cy", "dee", "eli"].map { RosterMember(Handle($0)) },
      pattern: try DutyPattern(typed: "daily 09:00 in working hours"), zone: try zone("Europe/Berlin"),
      hours: .officeHours)
  }

  @Test(
    "The hours of a day are those that its clocks show, also where these are changed",
    arguments: [
      ("Europe/Berlin", "2027-03-27T23:00:00Z", 2), ("Europe/Berlin", "2026-10-24T22:00:00Z", 4),
      ("Europe/Berlin", "2026-12-05T23:00:00Z", 3), ("America/Santiago", "2027-04-03T03:00:00Z", 3),
      ("UTC", "2026-12-06T00:00:00Z", 3),
    ])
  func clocks(name: String, midnight: String, hours: Int64) throws {
    let zone = try zone(name)
    let start = try instant(midnight)
    let window = DutyWindow(start: start, end: start + .seconds(86_400))
    let night = try #require(WeeklyWindow("Sat-Sun 01:00-03:00, Sun 02:00-04:00, Sat 03:00-04:00"))
    let stretches = night.stretches(in: window, zone)
    #expect(stretches.count == 1, "what touches is one")
    #expect(stretches.time(in: window) == .seconds(hours * 3600))
  }

  @Test("Of a window only what is worked in it counts, and an end belongs to what comes after it")
  func parts() throws {
    let friday = try instant("2026-12-11T16:30:00Z")
    let monday = try instant("2026-12-14T09:00:00Z")
    let hours = WeeklyWindow.officeHours
    #expect(hours.stretches(in: DutyWindow(start: friday, end: monday), .gmt).map(\.length) == [.seconds(1800)])
    #expect(!hours.isWorked(in: DutyWindow(start: friday + .seconds(1800), end: monday), .gmt))
    #expect(hours.isWorked(in: DutyWindow(start: friday, end: monday + .seconds(1)), .gmt))
    #expect(abs(hours.shareOfWeek - 40.0 / 168) < 1e-9)
    #expect(WeeklyWindow("Mon-Sun 00:00-24:00")?.shareOfWeek == 1)
  }

  @Test("Days on which nobody works are not planned, and are no gap")
  func planned() throws {
    let planning = try planning()
    let start = try instant("2026-12-05T12:00:00Z")
    let plan = try planning.plan(from: start, count: 12)
    #expect(plan.map { CivilTime($0.window.start, in: planning.zone).weekday } == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2])
    #expect(plan == (try planning.plan(from: start, until: start + .seconds(17 * 86_400))).prefix(12).map { $0 })
    let duties = plan.enumerated().map { TeamDuty(DutyWorld.platform, $0.offset + 1, $0.element) }
    let period = DutyWindow(start: start, end: plan[11].window.end)
    #expect(DutyProblems.found(in: duties, teams: [DutyWorld.platform: planning], within: period).isEmpty)
    let without = duties.filter { $0.number != 7 }
    #expect(
      DutyProblems.found(in: without, teams: [DutyWorld.platform: planning], within: period)
        == [.gap(DutyWorld.platform, plan[6].window)])
  }

  @Test("Time on duty is what is worked of it, in loads and in limits; a Saturday is no duty")
  func time() throws {
    let planning = try planning()
    let start = try instant("2026-12-07T08:00:00Z")
    let plan = try planning.plan(from: start, count: 5)
    let saturday = Duty(
      DutyWindow(start: plan[4].window.end, end: plan[4].window.end + .seconds(86_400)), ["ana", "bo"])
    let week = DutyWindow(start: start, end: start + .seconds(7 * 86_400))
    let fairness = Fairness(planning, duties: plan + [saturday], in: week)
    #expect(fairness.loads.map(\.duties) == [2, 2, 2, 2, 2])
    #expect(fairness.loads.allSatisfy { $0.time == .seconds(2 * 8 * 3600) })
    // On every day of 13 weeks, eight hours of five days are 24 % of the time.
    let always = (0..<91).map { day in
      TeamDuty(
        DutyWorld.platform, day + 1,
        Duty(
          DutyWindow(start: start + .seconds(day * 86_400), end: start + .seconds((day + 1) * 86_400)), ["ana", "bo"]))
    }
    #expect(DutyLimits.warnings(always, teams: [DutyWorld.platform: planning], at: start).isEmpty)
    #expect(DutyLimits.warnings(always, teams: [:], others: [DutyWorld.platform: planning], at: start).isEmpty)
    #expect(DutyLimits.warnings(always, teams: [:], at: start).count == 2)
    var long = planning
    long.members.removeLast()
    long.hours = WeeklyWindow("Mon-Fri 06:00-22:00")
    #expect(DutyLimits.warnings([], teams: [DutyWorld.platform: long], at: start).isEmpty)
    long.members.removeLast()
    #expect(
      DutyLimits.warnings([], teams: [DutyWorld.platform: long], at: start)
        == [.tooFew(DutyWorld.platform, members: 3, least: 4)])
  }

  @Test("A pattern is kept without the hours, which are the team's")
  func kept() throws {
    let pattern = try planning().pattern
    let kept = try JSONDecoder().decode(DutyPattern.self, from: JSONEncoder().encode(pattern))
    #expect(kept.isWorkingHours && kept.hours == nil && kept.text == pattern.text)
  }
}
