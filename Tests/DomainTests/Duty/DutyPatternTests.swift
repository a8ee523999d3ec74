import Foundation
import Testing

@testable import Domain

@Suite("When a prod pair hands over")
struct DutyPatternTests {
  private func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }
  private func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  @Test(
    "A pattern reads as it is written",
    arguments: [
      "weekly Mon 10:00", "weekly Mon 10:00, Fri 10:00", "daily 08:00, 20:00", "daily 09:30 in working hours",
      "every 14 days from 2026-12-07 10:00",
    ])
  func text(pattern: String) throws {
    #expect(try DutyPattern(typed: pattern).text == pattern)
  }

  @Test(
    "What is no pattern says what is",
    arguments: [
      ("", "is no pattern"), ("weekly", "is no pattern"), ("weekly Foo 10:00", "`foo 10:00` is no pattern"),
      ("daily 25:00", "`25:00` is no pattern"), ("daily 08:00, 08:00", "twice at 08:00"),
      ("every 99 days from 2026-12-07 10:00", "from 1 to 56"), ("every 7 days from 2026-02-30 10:00", "is no pattern"),
    ])
  func mistakes(text: String, words: String) {
    let problem = #expect(throws: DutyPatternProblem.self) { try DutyPattern(typed: text) }
    #expect(problem?.description.contains(words) == true)
  }

  @Test("Four days and three: a week has two duties, and the one under way comes first")
  func fourAndThree() throws {
    let pattern = try DutyPattern(typed: "weekly Mon 10:00, Fri 10:00")
    let windows = pattern.windows(from: try instant("2026-12-09T00:00:00Z"), count: 3, in: .gmt)
    #expect(
      windows.map(\.start.rfc3339) == [
        "2026-12-07T10:00:00.000Z", "2026-12-11T10:00:00.000Z", "2026-12-14T10:00:00.000Z",
      ])
    #expect(windows.last?.end == (try instant("2026-12-18T10:00:00Z")))
  }

  @Test(
    "A change of clocks leaves neither gap nor overlap, and hand-overs stay where the clocks show them",
    arguments: [
      // North, south, and half an hour off (Lord Howe moves by half an hour besides).
      ("Europe/Berlin", "2027-03-25T00:00:00Z"), ("Europe/Berlin", "2027-10-28T00:00:00Z"),
      ("America/Santiago", "2027-04-01T00:00:00Z"), ("America/Santiago", "2027-09-02T00:00:00Z"),
      ("Australia/Lord_Howe", "2027-04-01T00:00:00Z"), ("Australia/Lord_Howe", "2027-09-30T00:00:00Z"),
      ("Australia/Adelaide", "2027-04-01T00:00:00Z"), ("Australia/Adelaide", "2027-09-30T00:00:00Z"),
    ], ["daily 00:00", "daily 02:15", "daily 02:30, 14:30", "weekly Sun 02:30"])
  func clocks(place: (String, String), text: String) throws {
    let zone = try zone(place.0)
    let pattern = try DutyPattern(typed: text)
    let windows = pattern.windows(from: try instant(place.1), count: 24, in: zone)
    for (one, other) in zip(windows, windows.dropFirst()) {
      #expect(one.end == other.start)
      #expect(one.start < one.end)
    }
    let minutes = Set(pattern.moments.map(\.minute))
    let odd = windows.filter { !minutes.contains(CivilTime($0.start, in: zone).minuteOfDay) }
    // Only a time that the clocks go past is shown otherwise, and that is once.
    #expect(odd.count <= 1)
    for window in odd {
      #expect(CivilTime(window.start, in: zone).minuteOfDay - (minutes.min() ?? 0) <= 60)
    }
  }

  @Test("Of an hour that comes twice the first is meant; one that does not exist is read as before the change")
  func twiceAndNever() throws {
    let zone = try zone("Europe/Berlin")
    let autumn = try #require(CivilTime(date: "2026-10-25"))
    #expect(Instant(day: autumn, minute: 150, in: zone).rfc3339 == "2026-10-25T00:30:00.000Z")
    let spring = try #require(CivilTime(date: "2027-03-28"))
    #expect(Instant(day: spring, minute: 150, in: zone).rfc3339 == "2027-03-28T01:30:00.000Z")
  }

  @Test("A plan that begins later has the same windows", arguments: 0..<20)
  func anywhere(day: Int) throws {
    let pattern = try DutyPattern(typed: "every 10 days from 2026-12-07 10:00")
    let start = try instant("2026-11-01T12:00:00Z")
    let all = pattern.windows(from: start, count: 12, in: .gmt)
    let later = pattern.windows(from: start + .seconds(Int64(day) * 86_400), count: 2, in: .gmt)
    #expect(all.contains(later[0]) && all.contains(later[1]))
  }
}
