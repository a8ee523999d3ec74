import Domain
import Foundation
import Testing

@Suite("Days, hours and time zones")
struct CalendarTests {
  @Test(
    "A wall clock reads as the zone has it, also across a change of clocks",
    arguments: [
      ("2026-12-07T09:30:00Z", "UTC", "2026-12-07", "09:30:00", 1),
      ("1969-12-31T23:59:59Z", "UTC", "1969-12-31", "23:59:59", 3),
      ("1970-01-01T00:00:00Z", "UTC", "1970-01-01", "00:00:00", 4),
      ("2000-02-29T12:00:00Z", "UTC", "2000-02-29", "12:00:00", 2),
      ("2100-03-01T00:00:00Z", "UTC", "2100-03-01", "00:00:00", 1),
      ("2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29", "01:59:59", 7),
      ("2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29", "03:00:00", 7),
      ("2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25", "02:30:00", 7),
      ("2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25", "02:30:00", 7),
      ("2026-11-01T05:59:59Z", "America/New_York", "2026-11-01", "01:59:59", 7),
      ("2026-11-01T06:00:00Z", "America/New_York", "2026-11-01", "01:00:00", 7),
      ("2026-12-07T09:30:00Z", "Asia/Kolkata", "2026-12-07", "15:00:00", 1),
      ("2026-12-07T11:30:00Z", "Pacific/Auckland", "2026-12-08", "00:30:00", 2),
      ("2026-12-07T09:30:00Z", "Pacific/Kiritimati", "2026-12-07", "23:30:00", 1),
    ])
  func civil(instant: String, zone: String, date: String, clock: String, weekday: Int) throws {
    let time = CivilTime(try #require(Instant(rfc3339: instant)), in: try #require(TimeZone(identifier: zone)))
    #expect([time.isoDate, time.clockWithSeconds] == [date, clock])
    #expect(time.weekday == weekday)
  }

  @Test("Every day from 1600 to 2400 follows the one before, as the Gregorian calendar has it")
  func everyDay() {
    var last = CivilTime(Instant(milliseconds: -11_676_096_000_000), offsetSeconds: 0)
    #expect(last.isoDate == "1600-01-01")
    for day in 1..<292_194 {
      let next = CivilTime(Instant(milliseconds: -11_676_096_000_000 + Int64(day) * 86_400_000), offsetSeconds: 0)
      let isNextDay = next.month == last.month && next.day == last.day + 1
      let isNextMonth =
        next.day == 1 && (next.month == last.month + 1 || (next.month == 1 && next.year == last.year + 1))
      guard isNextDay || isNextMonth, next.weekday == last.weekday % 7 + 1, CalendarDate.isValid(next.isoDate) else {
        Issue.record("\(next.isoDate) after \(last.isoDate)")
        return
      }
      last = next
    }
    #expect(last.isoDate == "2399-12-31")
  }

  @Test(
    "A calendar date is a day that exists, as YYYY-MM-DD",
    arguments: [
      ("2026-12-07", true), ("2024-02-29", true), ("2000-02-29", true), ("2026-02-29", false), ("1900-02-29", false),
      ("2026-04-31", false), ("2026-13-01", false), ("2026-00-01", false), ("2026-01-00", false), ("2026-1-1", false),
      ("26-01-01", false), ("2026/01/01", false), ("2026-01-01 ", false), ("", false), ("--", false),
      ("٢٠٢٦-01-01", false), ("+026-01-01", false),
    ])
  func date(text: String, isValid: Bool) { #expect(CalendarDate.isValid(text) == isValid) }

  @Test(
    "A weekly window holds from its first minute to before its last",
    arguments: [
      ("Mon-Thu 09:00-11:30", 1, 540, true), ("Mon-Thu 09:00-11:30", 1, 539, false),
      ("Mon-Thu 09:00-11:30", 4, 689, true), ("Mon-Thu 09:00-11:30", 4, 690, false),
      ("Mon-Thu 09:00-11:30", 5, 600, false), ("Sat 00:00-24:00", 6, 1439, true), ("Sat 00:00-24:00", 7, 0, false),
      ("fri-MON 9:00-10:00", 7, 540, true), ("Fri-Mon 09:00-10:00", 1, 599, true),
      ("Fri-Mon 09:00-10:00", 2, 540, false),
      ("Mon 09:00-10:00, Wed 14:00-15:00", 3, 850, true), ("Mon 09:00-10:00, Wed 14:00-15:00", 3, 550, false),
    ])
  func window(text: String, weekday: Int, minute: Int, isInside: Bool) throws {
    // 2026-12-07 is a Monday.
    let time = CivilTime(
      Instant(milliseconds: 1_796_601_600_000) + .minutes(Int64((weekday - 1) * 1440 + minute)), offsetSeconds: 0)
    #expect(time.weekday == weekday && time.minuteOfDay == minute)
    #expect(try #require(WeeklyWindow(text)).contains(time) == isInside)
  }

  @Test(
    "What is no weekly window is refused",
    arguments: [
      "", " ", ",", "Mon", "09:00-10:00", "Mon 09:00", "Mon 10:00-09:00", "Mon 09:00-09:00", "Mon 22:00-06:00",
      "Mon 09:00-24:01", "Mon 09:60-10:00", "Mon 25:00-26:00", "Mon 9-10", "Mon 09:0-10:00", "Montag 09:00-10:00",
      "Mon-Tue-Wed 09:00-10:00", "Mon- 09:00-10:00", "-Mon 09:00-10:00", "Mon 09:00-10:00 Tue",
      "Mon 09:00-10:00; Tue 09:00-10:00",
    ])
  func noWindow(text: String) { #expect(WeeklyWindow(text) == nil) }

  @Test(
    "A sign is no part of a time of day, nor is a stray comma part of a window",
    arguments: [
      "Mon +9:00-10:00", "Mon 09:+5-10:00", "Mon 009:00-10:00", "Mon 09:00-10:00,", "Mon 09:00-10:00,,Tue 09:00-10:00",
    ])
  func sloppyWindow(text: String) { #expect(WeeklyWindow(text) == nil) }

  @Test("A window is told as it was written, without the spaces around it; other white space is none of it")
  func told() {
    #expect(WeeklyWindow("  Mon 09:00-10:00,  Tue 9:00-10:00 ")?.text == "Mon 09:00-10:00,  Tue 9:00-10:00")
    for text in ["\tMon 09:00-10:00", "Mon 09:00-10:00\n", "Mon 09:00-10:00\u{A0}", " ", ""] {
      #expect(WeeklyWindow(text) == nil)
    }
  }

  @Test("A window is written as the same bytes each time, its days in the week's order")
  func written() throws {
    let window = try #require(WeeklyWindow("Mon-Sun 09:00-11:30"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for _ in 0..<8 {
      let same = try JSONDecoder().decode(WeeklyWindow.self, from: encoder.encode(window))
      #expect(String(decoding: try encoder.encode(same), as: UTF8.self).contains("[1,2,3,4,5,6,7]"))
    }
  }
}
