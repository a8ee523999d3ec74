import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("Duties as a calendar feed")
struct DutyCalendarTests {
  private func calendar(_ owner: DutyCalendar.Owner = .team(DutySample.platform)) -> DutyCalendar {
    DutyCalendar(
      owner,
      duties: [
        CalendarDuty(DutySample.duties[1], sequence: 2, changedAt: DutySample.days(1), isCancelled: true),
        CalendarDuty(DutySample.duties[0], changedAt: DutySample.days(-1)),
      ],
      runs: [
        CalendarRun(
          DutySample.run(43, .planned, plan: DutySample.days(2), pair: [DutySample.ana]), expected: .seconds(5400),
          changedAt: DutySample.days(-1))
      ], people: DutySample.people, storeID: "1A2B", madeAt: DutySample.start)
  }

  @Test("A known plan, as a whole")
  func whole() {
    let lines = calendar().text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    #expect(lines.dropLast().joined(separator: "\n") == ExpectedCalendar.team)
    #expect(calendar().text == calendar().text)
  }

  @Test("A person's feed has their duties of all teams, with the other's name")
  func person() {
    let text = calendar(.person(DutySample.ana)).text
    #expect(text.contains("UID:duty-platform-12@1a2b.prodpair\r\n") && !text.contains("duty-platform-13"))
    #expect(text.contains("UID:run-43@1a2b.prodpair\r\n"))
    #expect(text.contains("SUMMARY:On duty for platform with Bo"))
    #expect(text.contains("NAME:Ana on duty\r\n"))
    let nobody = calendar(.person(Handle("zoe"))).text
    #expect(!nobody.contains("VEVENT") && nobody.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test("A duty keeps its UID when it moves; the method can be left out")
  func stable() {
    var moved = calendar()
    moved.duties[1].duty.duty.window = DutySample.week(5)
    moved.duties[1].sequence = 1
    moved.isPublished = false
    #expect(moved.text.contains("UID:duty-platform-12@1a2b.prodpair\r\nSEQUENCE:1\r\n"))
    #expect(!moved.text.contains("METHOD"))
    // Without a method the stamp says when it was changed, and not when the feed was made.
    #expect(moved.text.contains("SEQUENCE:1\r\nDTSTAMP:20261206T090000Z\r\nLAST-MODIFIED:20261206T090000Z\r\n"))
    moved.owner = .team(TeamName("a b@\r\nc"))
    moved.duties[1].duty.team = TeamName("a b@\r\nc")
    #expect(moved.text.contains("UID:duty-a%20b%40%0D%0Ac-12@1a2b.prodpair\r\n"))
  }

  @Test("Nothing in a name begins a line of its own")
  func hostile() {
    let lines = calendar().text.components(separatedBy: "\r\n")
    #expect(lines.filter { $0.hasPrefix("ATTENDEE") }.count == 5)
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE:x") || $0.hasPrefix("X:y") })
    #expect(!calendar().text.unicodeScalars.contains { $0.value == 0x1B })
    #expect(lines.filter { $0.hasPrefix("BEGIN:VEVENT") }.count == lines.filter { $0.hasPrefix("END:VEVENT") }.count)
  }
}
