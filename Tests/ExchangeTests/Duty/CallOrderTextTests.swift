import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("Whom to call, and a team's load, as they are written")
struct CallOrderTextTests {
  private static let component = Component(
    ComponentName("router"), team: DutySample.platform, developers: [DutySample.ana, DutySample.bo, DutySample.cy],
    note: "Have the trace id\u{1B}[2J")

  /// At ten on a Monday in Berlin: ana is on duty, bo is away, cy sleeps in California.
  private static let order = CallOrder(
    component,
    developers: [
      .init(DutySample.bo, name: "Bo \"the\nB\""), .init(DutySample.cy, name: "cy", timeZone: "America/Los_Angeles"),
      .init(DutySample.ana, name: "Ana", call: "+49 30 1\t2"),
    ], team: Team(name: DutySample.platform, timeZone: "Europe/Berlin"), duty: DutySample.duties[0],
    absences: [Absence(DutySample.bo, DutySample.week(0), reason: "ill;\nat home")], at: DutySample.start)

  @Test("A line each, the first to call first, with the reason and their own time")
  func text() {
    #expect(
      CallOrderText.text(Self.order, in: DutySample.clock) == """
        router, run by platform
        on duty: ana and bo, until Mon 2026-12-14 10:00 Europe/Berlin
        note: Have the trace id␛[2J

           CALL  NAME        AT          WHY                                            THEIR TIME
        1  ana   Ana         +49 30 1␉2  on duty until Mon 2026-12-14 10:00             Mon 10:00 Europe/Berlin
        2  cy                            asleep, most likely                            Mon 01:00 America/Los_Angeles
        3  bo    Bo "the␊B"              away until Mon 2026-12-14 10:00: ill;␊at home  Mon 10:00 Europe/Berlin

        """)
  }

  @Test("For programs everything is as it was written")
  func json() throws {
    let json = try Decoded(CallOrderJSON.json(Self.order))
    #expect(json["component"].text == "router" && json["note"].text == "Have the trace id\u{1B}[2J")
    #expect(json["duty"]["number"].number == 12)
    #expect(json["developers"].elements.map { $0["who"].text } == ["ana", "cy", "bo"])
    #expect(json["developers"].elements.map { $0["reason"].text } == ["on-duty", "asleep", "away"])
    #expect(json["developers"][1]["timeZone"].text == "America/Los_Angeles")
    #expect(json["developers"][1]["localTime"].text == "2026-12-07 01:00" && json["developers"][1]["until"].isNull)
    #expect(json["developers"][2]["absence"].text == "ill;\nat home")
    let list = try Decoded(ComponentList.json([Self.component]))
    #expect(list[0]["developers"].texts == ["ana", "bo", "cy"])
  }

  @Test("A load tells the limits that are not kept, and what it does not know")
  func load() throws {
    let planning = DutyPlanning(members: [RosterMember(DutySample.ana)], zone: .gmt)
    let period = DutyWindow(start: DutySample.start, end: DutySample.days(7))
    let fairness = Fairness(planning, duties: DutySample.duties.map(\.duty), in: period)
    let warnings: [DutyWarning] = [
      .tooFew(DutySample.platform, members: 1), .tooOften(DutySample.ana, percent: 40, .next),
      .tooManyIncidents(DutySample.duties[0], count: 3),
    ]
    let load = TeamLoad(DutySample.platform, fairness, warnings: warnings, plannedUntil: DutySample.days(21))
    let text = LoadText.text(load, in: DutySample.clock, at: DutySample.start, glyphs: .ascii)
    #expect(text.hasPrefix("platform, Mon 2026-12-07 10:00 to Mon 2026-12-14 10:00 Europe/Berlin\n\nWHO"))
    #expect(text.contains("! ana will be on duty 40 % of the next 13 weeks, above 25 %\n"))
    #expect(text.contains("  the plan ends Mon 2026-12-28 10:00: what comes after counts in nothing here\n"))
    let far = TeamLoad(DutySample.platform, fairness, warnings: [], plannedUntil: DutySample.days(100))
    #expect(!LoadText.text(far, in: DutySample.clock, at: DutySample.start).contains("the plan ends"))
    let json = try Decoded(FairnessJSON.json(load))
    #expect(json["limits"].elements.map { $0["kind"].text } == ["too-few", "too-often", "too-many-incidents"])
    #expect(json["limits"][1]["percent"].number == 40 && json["limits"][1]["quarter"].text == "next")
    #expect(json["limits"][2]["duty"].number == 12 && json["team"].text == "platform")
  }
}
