import Domain
import Foundation
import Testing

@testable import prodpair

@Suite("Times as people type them")
struct ClockTextTests {
  private let berlin: TimeZone
  /// 2026-12-07, half past noon in Berlin.
  private let now: Instant

  init() throws {
    berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    now = try #require(Instant(rfc3339: "2026-12-07T11:30:00Z"))
  }

  @Test(
    "Each form is read in the team's zone",
    arguments: [
      ("10:42", "2026-12-07T09:42:00.000Z"),
      ("2026-12-06 23:50", "2026-12-06T22:50:00.000Z"),
      ("2026-07-01T10:00", "2026-07-01T08:00:00.000Z"),
      ("2026-12-07T10:42:00Z", "2026-12-07T10:42:00.000Z"),
      ("2026-12-07T10:42:00+05:30", "2026-12-07T05:12:00.000Z"),
    ])
  func forms(_ text: String, _ expected: String) throws {
    #expect(try ClockText.instant(text, in: berlin, now: now).rfc3339 == expected)
  }

  @Test(
    "What is no time is refused",
    arguments: ["", "late", "9:30", "25:00", "10:60", "2026-02-30 10:00", "10:42 x", "１０:４２"])
  func refused(_ text: String) {
    #expect(throws: CommandLineError.timeUnreadable(text)) { try ClockText.instant(text, in: berlin, now: now) }
  }

  @Test("A time that the clocks leave out, and one that comes twice, are not guessed")
  func clockChanges() {
    #expect(throws: CommandLineError.timeSkipped("2026-03-29 02:30", zone: "Europe/Berlin")) {
      try ClockText.instant("2026-03-29 02:30", in: berlin, now: now)
    }
    #expect(throws: CommandLineError.timeTwice("2026-10-25 02:30", zone: "Europe/Berlin")) {
      try ClockText.instant("2026-10-25 02:30", in: berlin, now: now)
    }
  }
}
