import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The report of an incident")
struct IncidentReportTests {
  static func report(_ format: IncidentReport.Format, isNamed: Bool = true, title: String? = nil, text: String? = nil)
    throws -> String
  {
    let (record, retro) = try Sample.whole(
      title: title ?? "Log lines are dropped", text: text ?? "queues are full, says Ana")
    return IncidentReport(record, retro: retro, isNamed: isNamed).text(format)
  }

  @Test(
    "Both forms have everything: times, entries, runs, evidence, updates, lessons, retro",
    arguments: [IncidentReport.Format.markdown, .html])
  func everything(_ format: IncidentReport.Format) throws {
    let page = try Self.report(format)
    let text = format == .html ? try ReadPage(page).text : page
    for part in [
      "Log lines are dropped", "customers feel it", "log-aggregators", "ana (Ana Lopez)", "2026-12-07 09:30", "37m",
      "queue depth over 90 %", "corrected by no. 6", "corrects no. 5", "written 09:49", "98 %", "12 %", "dropped 340",
      "Run 42: New release", "1st attempt", "folded into v8", "What happened?", "We don't know",
      "Will it happen again?",
      "Decided by dee", "we scale them together", "What set it off", "a surge", "nobody scaled them", "Got lucky",
      "We thought that it scales", "Alert on the queue", "started", "2026-12-20", "it worked", "incident 3",
      "incident 12",
      "sent 09:55 by cy", "eve", "flo", "Timeline",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("The same record gives the same bytes", arguments: [IncidentReport.Format.markdown, .html])
  func deterministic(_ format: IncidentReport.Format) throws {
    #expect(try Self.report(format) == Self.report(format))
    #expect(try Self.report(format, isNamed: false) == Self.report(format, isNamed: false))
  }

  @Test("Hostile text shows and does nothing", arguments: HTMLTests.hostile)
  func hostile(_ text: String) throws {
    for isNamed in [true, false] {
      let read = try ReadPage(try Self.report(.html, isNamed: isNamed, title: text, text: text))
      #expect(read.elements.isDisjoint(with: ["script", "img", "iframe", "form"]))
      #expect(read.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "style" && $0 != "src" })
      #expect(read.addresses.isEmpty)
      let markdown = try Self.report(.markdown, isNamed: isNamed, title: text, text: text)
      #expect(!markdown.contains("<script") && !markdown.contains("<img"))
      for table in markdown.components(separatedBy: "\n\n") where table.hasPrefix("|") {
        let widths = Set(
          table.split(separator: "\n").map { $0.replacingOccurrences(of: #"\|"#, with: "").filter { $0 == "|" }.count })
        #expect(widths.count == 1)
      }
    }
  }

  @Test("Without names no handle, login or name is left behind", arguments: [IncidentReport.Format.markdown, .html])
  func nameless(_ format: IncidentReport.Format) throws {
    let page = try Self.report(
      format, isNamed: false, text: "Ana's guess: ANA, bo and BO BERG, @cy asked Dee; Lopez agreed")
    let text = format == .html ? try ReadPage(page).text : page
    let words = Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    #expect(words.isDisjoint(with: ["ana", "bo", "cy", "dee", "lopez", "berg", "bberg", "eve", "flo"]))
    for alias in ["commander", "scribe", "facilitator", "responder A", "responder B", "colleague A"] {
      #expect(text.contains(alias), "\(alias)")
    }
    #expect(text.contains("Names are left out"))
    // A word that looks like a part of a name only when it is written so.
    #expect(text.contains("Will it happen again?"))
  }

  @Test("An incident of which hardly anything is known has a report too")
  func bare() throws {
    let record = Sample.bare(Sample.times(nil, nil, 5, nil, nil, nil), now: 5)
    let markdown = IncidentReport(record).text(.markdown)
    #expect(markdown.contains("not known"))
    #expect(markdown.contains("Still going on"))
    _ = try ReadPage(IncidentReport(record).text(.html))
  }

  @Test("The Markdown of a small incident, whole")
  func snapshot() throws {
    let record = Sample.bare(Sample.times(0, 3, 5, 40, 55, nil))
    #expect(IncidentReport(record).text(.markdown) == Self.small)
  }

  static let small = """
    # Incident 9: Log lines are dropped

    Resolved, sev 2: customers feel it, and there is a way around.

    |  |  |
    | --- | --- |
    | To detect | 3m |
    | Then to mitigate | 37m |
    | Then to resolve | 15m |
    | It hurt for | 40m |
    | Customers noticed | no |

    ## In short

    |  |  |
    | --- | --- |
    | Team | platform |
    | Services | log-aggregators |
    | Commander | ana |
    | Scribe | cy |
    | Pair | ana, bo |
    | Called in | dee |
    | Opened by | bo |
    | Impact began | 2026-12-07 09:30 Europe/Berlin |
    | Detected | 2026-12-07 09:33 Europe/Berlin |
    | Declared | 2026-12-07 09:35 Europe/Berlin |
    | Mitigated | 2026-12-07 10:10 Europe/Berlin |
    | Resolved | 2026-12-07 10:25 Europe/Berlin |

    ## Timeline

    ```text
    impact began  |                                                           09:30
    detected         |                                                        09:33
    declared           |                                                      09:35
    mitigated                                              |                  10:10
    resolved                                                               |  10:25
                 ------------------------------------------------------------
    to detect     ====                                                        3m
    to mitigate      =======================================                  37m
    to resolve                                             =================  15m
    ```

    2026-12-07, Europe/Berlin. To scale; `x` is a failed step.

    ---

    Report of incident 9, made with prodpair. Times are those of Europe/Berlin.

    """
}

@Suite("Names left out")
struct NameMaskTests {
  private let mask = NameMask(
    [Handle("ana"): "commander", Handle("bo-b"): "responder A", Handle("root"): "never"],
    people: [Handle("ana"): "Ana Will", Handle("zoë"): "Zoë Ångström", Handle("root"): "Root"])

  @Test(
    "Handles and names go where they are words, and stay inside of others",
    arguments: [
      ("ana did it", "commander did it"), ("ANA, Ana and ana's", "commander, commander and commander's"),
      ("banana, anaconda, ana_2", "banana, anaconda, ana_2"), ("@ana (ana)", "@commander (commander)"),
      ("Ana Will said so", "commander said so"), ("Will said, it will", "commander said, it will"),
      ("bo-b and bo", "responder A and bo"), ("Zoë and ZOË ÅNGSTRÖM", "somebody else and somebody else"),
      ("the root cause", "the root cause"), ("ana\nana", "commander\ncommander"), ("", ""),
    ])
  func words(text: String, expected: String) { #expect(mask.masked(text) == expected) }

  @Test("The letters go on after Z")
  func letters() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(IncidentAliases.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }
}

@Suite("Somebody's text of several lines")
struct ReportProseTests {
  @Test("Paragraphs, line breaks and lists are seen, and nothing else")
  func blocks() {
    #expect(
      ReportProse.blocks("one\ntwo\n\n- a\n* b\n\n3. c\n4. d\n# no heading\n\n\n> no quote") == [
        .paragraph(["one", "two"]), .bullets(["a", "b"]), .numbered(from: 3, ["c", "d"]), .paragraph(["# no heading"]),
        .paragraph(["> no quote"]),
      ])
  }

  @Test(
    "In Markdown nothing of it begins a heading, a list, a rule or a table",
    arguments: [
      ("# a", "> \\# a\n"), ("---", "> \\---\n"), ("===", "> \\===\n"), ("12) a", "> 12\\) a\n"),
      ("a\nb", "> a\\\n> b\n"), ("```\nx", "> \\`\\`\\`\\\n> x\n"), ("    code", "> code\n"),
      ("- [ ] a", "> - \\[ \\] a\n"),
      ("| a | b |", "> \\| a \\| b \\|\n"),
    ])
  func markdown(text: String, expected: String) { #expect(ReportMarkdown.prose(text) == expected) }
}
