import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("Words and times")
struct WordsTests {
  @Test("An hour that comes twice in autumn is told with its offset")
  func daylightSaving() throws {
    let clock = LocalClock(zone: try #require(TimeZone(identifier: "Europe/Berlin")), zoneName: "Europe/Berlin")
    let start = try #require(Instant(rfc3339: "2026-10-25T00:00:00Z"))
    #expect(clock.time(start + .minutes(30), near: start) == "02:30")
    #expect(clock.time(start + .minutes(90), near: start) == "02:30+01:00")
    #expect(clock.time(start + .minutes(1440), near: start) == "2026-10-26 01:00+01:00")
  }

  @Test("How long it took", arguments: [(0, "0s"), (95, "1m35s"), (3661, "1h1m"), (90_061, "1d1h"), (-5, "0s")])
  func elapsed(seconds: Int, expected: String) {
    #expect(ElapsedText.text(.seconds(seconds)) == expected)
  }

  @Test(
    "A run's values are filled in, once",
    arguments: [
      ("Upload {{version}}", "Upload v205"), ("{{ version }}!", "v205!"),
      ("{{other}} {{version}", "{{other}} {{version}"),
      ("{{trick}}", "{{version}}"),
    ])
  func filled(text: String, expected: String) {
    #expect(Filled.text(text, ["version": "v205", "trick": "{{version}}"]) == expected)
  }

  @Test("First, second, third, eleventh", arguments: [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd")])
  func ordinals(number: Int, expected: String) {
    #expect(EntryPhrase.ordinal(number) == expected)
  }
}
