import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("A handoff, and a stand-up, as pages")
struct HandoffTextTests {
  @Test("A handoff as text: a note can't look like a signature")
  func text() {
    #expect(
      HandoffText.text(DutySample.handoff, names: DutySample.names, in: DutySample.clock) == """
        Handoff of platform, duty 12
          duty        Mon 2026-12-07 10:00 to Mon 2026-12-14 10:00 Europe/Berlin
          outgoing    ana (Ana) and bo (Bo "the␍␊ATTENDEE:x" O'Neil; a, b: c^nn)
          incoming    bo (Bo "the␍␊ATTENDEE:x" O'Neil; a, b: c^nn) and cy
          toil        20 min
          signed      ana (Ana), outgoing, 2026-12-14 10:00
          not signed  bo (Bo "the␍␊ATTENDEE:x" O'Neil; a, b: c^nn), cy

        Runs in flight
          - run 42, new-release v7 in prod for cf-release@v205, running, 3 of 10 steps

        Deferred steps
          - run 41, step smoke: Smoke tests (deferred by ana: no | lab)

        Open incidents
          - incident 9 sev 1: Log <drains> drop logs

        Open redlines
          - lesson 5, new-release, by bo: Look at *the* logs too

        Items touched
          - item 31, feature, delivered: Scale <b>it</b>

        Toil
          - 20 min, ana (Ana): restarts (item 31)

        Note
          Watch z1.
          | - signed: nobody

        """)
  }

  @Test("A handoff as Markdown: nobody's words format, link, or begin another line, but in the note")
  func markdown() {
    #expect(
      HandoffMarkdown.page(DutySample.handoff, names: [:], in: DutySample.clock) == #"""
        # Handoff of platform, duty 12

        |  |  |
        | --- | --- |
        | duty | Mon 2026-12-07 10:00 to Mon 2026-12-14 10:00 Europe/Berlin |
        | outgoing | ana and bo |
        | incoming | bo and cy |
        | toil | 20 min |
        | signed | ana, outgoing, 2026-12-14 10:00 |
        | not signed | bo, cy |

        ## Runs in flight

        - run 42, new-release v7 in prod for `cf-release@v205`, running, 3 of 10 steps

        ## Deferred steps

        - run 41, step smoke: Smoke tests (deferred by ana: no \| lab)

        ## Open incidents

        - incident 9 sev 1: Log &lt;drains&gt; drop logs

        ## Open redlines

        - lesson 5, new-release, by bo: Look at \*the\* logs too

        ## Items touched

        - item 31, feature, delivered: Scale &lt;b&gt;it&lt;/b&gt;

        ## Toil

        - 20 min, ana: restarts (item 31)

        ## Note

        > Watch z1.
        > - signed: nobody

        """#)
  }

  @Test("The note is Markdown, and stays in its place on a Markdown page")
  func note() {
    var handoff = DutySample.handoff
    handoff.note = "# hi\r\n\n*look*: <b>\u{1B}\n```\nrestart z1"
    let page = HandoffMarkdown.page(handoff, names: [:], in: DutySample.clock)
    #expect(page.hasSuffix("\n## Note\n\n> # hi\n>\n> *look*: <b>\u{241B}\n> ```\n> restart z1\n"))
  }

  @Test("A handoff that has nothing in it says so")
  func empty() {
    let handoff = DutyHandoff(HandoffSides(DutySample.duties[0], incoming: []))
    #expect(
      HandoffText.text(handoff, in: .utc) == """
        Handoff of platform, duty 12
          duty        Mon 2026-12-07 09:00 to Mon 2026-12-14 09:00 UTC
          outgoing    ana and bo
          incoming    nobody
          not signed  ana, bo

        In flight
          - nothing is handed over but the duty

        """)
  }

  @Test("A morning in one screen")
  func standUp() {
    let team = Team(name: DutySample.platform, timeZone: "Europe/Berlin")
    let standUp = StandUp(
      team, day: StandUpDay(at: DutySample.start, for: team, zone: Sample.zone),
      runs: [
        DutySample.run(42, .running), DutySample.run(43, .planned, plan: DutySample.start + .minutes(90)),
      ],
      items: [DutySample.item(31, .delivered, "Scale\u{1B} it"), DutySample.item(30, .accepted, "Alerts")]
        .map { item in
          var item = item
          item.acceptedAt = item.acceptedAt.map { $0 - .minutes(60) }
          return item
        }, duties: DutySample.duties, incidents: [DutySample.incident],
      redlines: [DutySample.lesson], handoffs: [DutySample.handoff])
    #expect(
      StandUpText.text(standUp, in: DutySample.clock, width: 80) == """
        platform, 2026-12-07, times in Europe/Berlin

        On duty
          ana and bo, until Mon 2026-12-14 10:00

        Since 2026-12-04
          incident 9 sev 1: Log <drains> drop logs
          run 42, new-release v7 in prod for cf-release@v205, running, 3 of 10 steps

        Accepted
          item 30, feature: Alerts

        Planned
          2026-12-07 11:30 run 43, new-release v7 in prod for cf-release@v205,
          | planned, ana and bo

        Waiting
          bo, cy: sign the handoff of duty 12
          ana, bo: lesson 5, new-release, by bo: Look at *the* logs too
          cy: accept or reject item 31: Scale␛ it

        """)
    let quiet = StandUp(team, day: StandUpDay(at: DutySample.days(50), for: team, zone: Sample.zone))
    #expect(StandUpText.text(quiet, in: DutySample.clock, most: 1).contains("On duty\n  nobody is on duty\n"))
  }
}
