import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("A retro as text, as a page, and for programs")
struct RetroTextTests {
  private static let (ana, bo) = (Handle("ana"), Handle("bo"))
  private static let now = Sample.after(3 * 1440)

  private static func item(_ number: Int, _ title: String, _ owners: [Handle] = [], due: String? = nil) -> ItemLine {
    ItemLine(
      number: ItemNumber(number), team: TeamName("platform"), type: .feature, state: .unstarted, title: title,
      owners: owners, due: due, order: .first, createdAt: Sample.start, updatedAt: Sample.start)
  }

  private static func action(
    _ retro: Int, _ kind: RetroAction.Kind, _ item: ItemLine, for question: RetroQuestion? = nil
  ) -> RetroAction {
    RetroAction(retro: RetroNumber(retro), kind: kind, question: question, item: item, by: ana, at: Sample.start)
  }

  private static let record: RetroRecord = {
    let incident = Incident(
      number: IncidentNumber(9), team: TeamName("platform"), title: "Logs <b>dropped</b>", severity: .major,
      times: IncidentTimes(detected: Sample.start, declared: Sample.start, resolved: Sample.after(55)), openedBy: ana)
    let content = RetroContent(
      answers: [
        .whatHappened: RetroAnswer("# Drops\n**for** an hour"),
        .whatWentWrong: RetroAnswer("No alert.", decisions: [RetroDecision("page @ops", by: bo)], lessons: [99]),
        .willItHappenAgain: RetroAnswer(isUnknown: true),
      ],
      impact: "20 % of lines",
      factors: [
        ContributingFactor(.trigger, "surge"), ContributingFactor(.cause, "no *scaling*"),
      ],
      wentWell: [Sample.hostile], judgements: [ActionJudgement(ItemNumber(12), .worked, note: "so far")])
    var retro = Retro(
      number: RetroNumber(3), team: TeamName("platform"), title: "Logs dropped", incidents: [incident.number],
      state: .inReview, facilitator: bo, attendees: [ana, Handle("cy")], due: "2026-12-09", content: content,
      openedBy: ana, openedAt: Sample.after(60))
    retro.attendees = [ana, Handle("cy")]
    return RetroRecord(
      retro, incidents: [incident],
      actions: [
        action(3, .prevent, item(14, "Scale the drain", [bo, ana], due: "2026-12-20"), for: .whatDoWeDo),
        action(3, .detect, item(15, "Alert on drops")),
      ],
      earlier: [action(2, .mitigate, item(13, "Two zones")), action(1, .process, item(12, "Call bo first"))],
      clock: LocalClock(zone: Sample.zone, zoneName: "Europe/Berlin"), names: [ana: "Ana"], now: now)
  }()

  @Test("As text: earlier actions first, the four questions with their state, and what was found")
  func text() {
    let text = RetroText.text(Self.record)
    let expected = """
      Retro 3: Logs dropped
        of           incident 9, sev 2, resolved: Logs <b>dropped</b>
        team         platform
        state        in review
        review       1 day late, was due Wed 2026-12-09
        facilitator  bo
        attendees    ana (Ana), cy
        opened       2026-12-07 10:30

      Earlier actions, and whether they worked
        - item 13, mitigate, of retro 2, unstarted: Two zones (not judged yet)
        - item 12, process, of retro 1, unstarted: Call bo first (it worked: so far)

      What happened? (what-happened, answered)
        # Drops
        | **for** an hour
        - ends in nothing yet: no action, no lesson, no decision

      What went wrong? (what-went-wrong, answered)
        No alert.
        - decided by bo: page @ops
        - lesson 99, which was removed

      Will it happen again? (will-it-happen-again, open: we don't know)
        - asks for an action, with an owner and a date

      What do we do if it does? (what-do-we-do, an action settles it)
        - item 14, prevent, unstarted, of bo and ana, due 2026-12-20: Scale the drain

      Impact
        20 % of lines

      Contributing factors
        1. trigger: surge
        2. cause: no *scaling*

      Went well
      """
    #expect(text.hasPrefix(expected))
    #expect(
      text.hasSuffix(
        """
        Actions
          - item 14, prevent, unstarted, of bo and ana, due 2026-12-20: Scale the drain
          - item 15, detect, unstarted, of nobody, without a date: Alert on drops

        """))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test("As Markdown: answers are quoted, and nobody else's words format, mention or begin a heading")
  func markdown() {
    let page = RetroMarkdown.page(Self.record)
    #expect(page.hasPrefix("# Retro 3: Logs dropped\n\n|  |  |\n| --- | --- |\n"))
    #expect(page.contains("## What happened? (what-happened, answered)\n\n> # Drops\n> **for** an hour\n"))
    #expect(page.contains("Logs &lt;b>dropped&lt;/b>") || page.contains("Logs &lt;b&gt;dropped&lt;/b&gt;"))
    #expect(page.contains("- cause: no \\*scaling\\*\n"))
    #expect(!page.contains("page @ops") && !page.contains("<img") && !page.contains("\u{1B}"))
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }.count
    #expect(headings == 10)
  }

  @Test("As JSON: every question with its state, and what ends it")
  func json() {
    guard case .object(let members) = RetroJSON.json(Self.record), case .array(let questions)? = members["questions"],
      case .array(let earlier)? = members["earlierActions"]
    else {
      Issue.record("it is no object")
      return
    }
    #expect(members["openQuestions"] == 1 && members["daysLate"] == 1 && members["state"] == "in-review")
    func values(_ key: String, _ list: [JSON]) -> [JSON?] {
      list.map { if case .object(let members) = $0 { members[key] } else { nil } }
    }
    #expect(values("state", questions) == ["answered", "answered", "unknown", "promised"])
    #expect(values("endsInNothing", questions) == [true, false, false, false])
    #expect(values("actions", questions) == [[], [], [], [14]])
    #expect(
      values("verdict", earlier) == [.some(.null), "worked"] && values("note", earlier) == [.some(.null), "so far"])
  }

  @Test("Lists say by when, or how late")
  func due() {
    var retro = Self.record.retro
    func words(_ due: String?, reviewed: Instant? = nil) -> (String, String) {
      retro.due = due
      retro.reviewedAt = reviewed
      return (
        RetroDueText.text(retro, at: Self.now, in: Sample.zone),
        RetroDueText.short(retro, at: Self.now, in: Sample.zone)
      )
    }
    #expect(words("2026-12-10") == ("due today", "today"))
    #expect(words("2026-12-11") == ("due tomorrow, Fri 2026-12-11", "Fri 12-11"))
    #expect(words("2026-12-14") == ("due Mon 2026-12-14, in 4 days", "Mon 12-14"))
    #expect(words("2026-12-01") == ("9 days late, was due Tue 2026-12-01", "9 days late"))
    #expect(words("2026-12-10", reviewed: Self.now) == ("reviewed in time", "in time"))
    #expect(words("2026-12-09", reviewed: Self.now) == ("reviewed 1 day late", "1 day late"))
    #expect(words(nil) == ("no day yet: it is counted from when the trouble was gone", ""))
    retro.incidents = []
    #expect(words(nil) == ("no day is set", "") && words(nil, reviewed: Self.now) == ("reviewed", ""))
    let lines = [RetroLine(retro, openQuestions: 2, zone: Sample.zone)]
    #expect(RetroListText.text(lines, at: Self.now).contains("2 of 4  bo"))
    #expect(RetroListText.text([], at: Self.now).isEmpty)
  }
}
