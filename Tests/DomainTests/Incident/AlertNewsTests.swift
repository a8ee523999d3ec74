import Domain
import Testing

@Suite("What alerts say on a timeline")
struct AlertNewsTests {
  private func alert(_ title: String, _ change: AlertChange = .triggered, by: String? = nil) -> Alert {
    Alert(
      .pagerduty, key: title, change: change, title: title, text: "It is full.", severity: 2, by: by,
      link: "https://example.org/1", details: "zone: z1")
  }

  private func text(_ lines: [AlertNews.Line], firing: Int = 1, all: Int = 1, ahead: Instant? = nil) -> String {
    AlertNews(.pagerduty, lines: lines, firing: firing, all: all, ahead: ahead).text
  }

  @Test("One alert says all that is known of it")
  func one() {
    #expect(
      text([.init(alert("Full disk"), .fires)])
        == "PagerDuty: fires: Full disk (sev 2)\nIt is full.\nzone: z1\nhttps://example.org/1")
  }

  @Test("Several say their first names, and how many more there are")
  func several() {
    let lines = (1...8).map { AlertNews.Line(alert("Disk \($0)"), .fires) }
    #expect(
      text(lines, firing: 8, all: 8)
        == "PagerDuty: 8 alerts fire\n" + (1...5).map { "- Disk \($0) (sev 2)\n" }.joined() + "- and 3 more")
  }

  @Test("An end says by whom, and what still fires")
  func ends() {
    let over = AlertNews.Line(alert("Full disk", .resolved, by: "Bo"), .over)
    #expect(text([over], firing: 0).hasPrefix("PagerDuty: is over, resolved by Bo: Full disk (sev 2)\nits only alert"))
    #expect(text([over], firing: 1, all: 3).hasSuffix("1 of its 3 alerts still fires"))
    #expect(text([over], firing: 2, all: 3).hasSuffix("2 of its 3 alerts still fire"))
    #expect(text([over], firing: 0, all: 3).hasSuffix("all of its 3 alerts are quiet"))
  }

  @Test("Where it was seen before, and a clock that is ahead, are said")
  func asides() {
    let again = AlertNews.Line(alert("Full disk"), .fires, seenIn: IncidentNumber(4))
    let text = text([again], ahead: Instant(milliseconds: 0))
    #expect(text.contains("\nthe same alert as in incident 4\n"))
    #expect(text.hasSuffix("clock is ahead: it says 1970-01-01T00:00:00.000Z, and that is taken as now"))
  }

  @Test("A clock may be a few seconds ahead without a word; what lies further ahead is now, and said")
  func clock() {
    let now = Instant(milliseconds: 1_731_909_600_000)
    var clock = SenderClock(now: now)
    var alert = alert("A")
    alert.startedAt = now + .seconds(4)
    #expect(clock.set(alert).startedAt == now && clock.ahead == nil)
    alert.changedAt = now + .seconds(3600)
    #expect(clock.set(alert).changedAt == now && clock.ahead == now + .seconds(3600))
    alert.startedAt = now - .seconds(10)
    #expect(clock.set(alert).startedAt == now - .seconds(10))
  }
}
