import Domain
import Testing

@Suite("Instants and durations")
struct InstantTests {
  @Test(
    "An instant is written in UTC with milliseconds, and reads back as itself",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_796_635_800_000, "2026-12-07T09:30:00.000Z"), (951_782_400_050, "2000-02-29T00:00:00.050Z"),
      (-11_676_096_000_000, "1600-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
  func rfc3339(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
    #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(
    "Offsets and missing fractions are read",
    arguments: [
      "2026-12-07T09:30:00Z", "2026-12-07T10:30:00+01:00", "2026-12-07T04:30:00.000-05:00", "2026-12-07T15:00:00+05:30",
    ])
  func offsets(text: String) { #expect(Instant(rfc3339: text) == .t0) }

  @Test(
    "What is no RFC 3339 time is refused",
    arguments: [
      "", "now", "2026-12-07", "09:30", "2026-12-07T09:30:00", "2026-13-07T09:30:00Z", "2026-12-32T09:30:00Z",
      "12/07/2026 09:30",
    ])
  func refused(text: String) { #expect(Instant(rfc3339: text) == nil) }

  @Test(
    "A day that does not exist, and text after the time, are refused too",

    arguments: [
      "2026-02-30T09:30:00Z", "2026-12-07T09:30:00Z tomorrow", "2026-12-07T09:30:00ZZ", "2026-12-07T25:30:00Z",
      "2026-12-07T09:61:00Z", "2026-12-07T24:00:00Z",
    ])
  func refusedToo(text: String) { #expect(Instant(rfc3339: text) == nil) }

  @Test("Instants and durations add up")
  func arithmetic() {
    #expect(Instant.t0 + .minutes(15) - .t0 == .minutes(15))
    #expect(Instant.t0 - .milliseconds(1) < .t0)
    #expect((Instant.t0 - .milliseconds(1)) - .t0 == .milliseconds(-1))
    #expect(Instant(Instant.t0.date) == .t0)
  }

  @Test(
    "A step's duration is read, and written in the shortest exact way",
    arguments: [
      ("90s", 90, "1m30s"), ("15m", 900, "15m"), ("1h30m", 5400, "1h30m"), ("1d", 86_400, "1d"), ("24h", 86_400, "1d"),
      ("1d2h3m4s", 93_784, "1d2h3m4s"), ("0s", 0, "0s"), ("007m", 420, "7m"),
    ])
  func duration(text: String, seconds: Int64, written: String) throws {
    let duration = try #require(StepDuration.parse(text))
    #expect(duration == .seconds(seconds))
    #expect(StepDuration.text(duration) == written)
    #expect(StepDuration.parse(written) == duration)
  }

  @Test(
    "What is no duration is refused",
    arguments: [
      "", " ", "15", "m", "15 m", "m15", "1.5h", "-5m", "+5m", "30m1h", "1m1m", "1H", "15min", "1h30", "٥m",
      "99999999999999999999s", "1h 30m", "15m ",
    ])
  func noDuration(text: String) { #expect(StepDuration.parse(text) == nil) }
}
