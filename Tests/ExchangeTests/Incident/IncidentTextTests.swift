import Domain
import Testing

@testable import Exchange

@Suite("Incidents as text")
struct IncidentTextTests {
  @Test("The list: severity, state, how long it took; no cursor is moved by a title")
  func list() {
    var open = Sample.incident
    (open.number, open.title, open.severity) = (IncidentNumber(14), "Router\u{1B}[2J slow", .low)
    open.times = IncidentTimes(declared: Sample.start)
    (open.services, open.roles, open.customersNoticed) = ([], IncidentRoles(), .unknown)
    #expect(
      IncidentListText.text([open, Sample.incident], in: .utc) == """
        INCIDENT  SEV  STATE     TEAM      DECLARED (UTC)     TOOK  CUSTOMERS  COMMANDER  SERVICES               TITLE
              14  4    open      platform  2026-12-07 08:30         unknown                                      Router␛[2J slow
               9  2    resolved  platform  2026-12-07 08:44  1h50m  no         ana        log-aggregators,drain  Logs are dropped

        """)
    #expect(IncidentListText.text([], in: .utc) == "")
  }

  @Test("Everything of an incident: times and what lies between, people, updates, actions, lessons, and the timeline")
  func show() {
    #expect(
      IncidentShowText.text(Sample.incidentRecord()) == """
        incident 9 (resolved, sev 2)
        Logs are dropped
          severity         2, customers feel it, and there is a way around
          team             platform
          services         log-aggregators, drain
          customers        did not notice
          commander        Ana (ana)
          scribe           cy
          pair             Ana (ana), Bo | <U+202E>B (bo)
          called in        dee
          opened by        Ana (ana)
          impact began     2026-12-07 08:50 Europe/Berlin
          detected         2026-12-07 09:42 Europe/Berlin, 52m after impact began
          declared         2026-12-07 09:44 Europe/Berlin, 54m after impact began
          mitigated        2026-12-07 10:25 Europe/Berlin, 1h35m after impact began
          resolved         2026-12-07 10:40 Europe/Berlin, 1h50m after impact began
          closed           not yet
          happened before  incident 3, lesson 4
          came back in     incident 14
          retro            4, draft, due 2026-12-14, led by cy

        Status updates
          - 1, sent by bo, 09:50: We see it.
            | More at ten.
          - 2, draft by bo, 10:41: It is over.

        Actions
          - prevent, item 31, unscheduled, ana, bo, due 2026-12-20: 20 a zone

        Lessons
          - lesson 12, incident, new-release: Scale the aggregators with the app
            folded into v8, by bo, 12:50

        Timeline, in Europe/Berlin
          09:42  ana, entry 1, alert: lag above 5m
          09:44  ana, entry 2, state: declared, sev 2: Logs are dropped
          09:46  bo, entry 3, hypothesis [struck: see entry 4, typed at the login ana]: the drain is full
                   sick, metric aggregator 3: queue depth: 9000
                   healthy, metric aggregator 1: queue depth: 12
                   log agent: dropped 14 lines
                   | dropped 90 lines
                   file top.log, 2048 bytes, SHA-256 \(String(repeating: "c3", count: 32))
          09:46  ana, entry 4, correction of entry 3 [written 10:10]: the aggregators are too few
          09:50  ana, entry 5, status update: We see it.
                 | More at ten.
          10:00  bo, entry 6, observation: ␛[2J<U+202E>x | <img src=x onerror=y> `rm` @ops #12 ![a](http://e.example) **b** www.e.example :tada: $x$
                 | second | line

        """)
  }

  @Test("A run's entries stand among the incident's own, and the header says what the run is to it")
  func runs() throws {
    let run = IncidentRecord.RelatedRun(.caused, Sample.record(try Sample.full()))
    let text = IncidentShowText.text(Sample.incidentRecord(runs: [run]))
    #expect(text.contains("run              42, caused it: new-release v7, cf-release@v205 in prod, rolled-back\n"))
    let failed = try #require(text.firstRange(of: "bo, run 42, 3 canary: failed"))
    let alert = try #require(text.firstRange(of: "entry 1, alert"))
    let started = try #require(text.firstRange(of: "ana, run 42: started the run"))
    let hypothesis = try #require(text.firstRange(of: "entry 3, hypothesis"))
    #expect(started.lowerBound < alert.lowerBound && alert.lowerBound < failed.lowerBound)
    #expect(failed.lowerBound < hypothesis.lowerBound)
  }

  @Test("A retro that should have been held says so, and a closed incident without one says that")
  func retros() {
    var record = Sample.incidentRecord()
    record.now = Sample.after(10 * 1440)
    #expect(IncidentShowText.text(record).contains("due 2026-12-14, which is over"))
    record.retro?.reviewedAt = Sample.after(1440)
    #expect(IncidentShowText.text(record).contains("4, draft, reviewed 2026-12-08 09:30, led by cy"))
    record.retro = nil
    #expect(!IncidentShowText.text(record).contains("  retro"))
    record.incident.times.closed = Sample.after(90)
    #expect(IncidentShowText.text(record).contains("  retro            none\n"))
  }

  @Test("No word of anybody's reaches the terminal as more than a word", arguments: [nil, 60])
  func hostile(_ width: Int?) throws {
    var record = Sample.incidentRecord(runs: [.init(.remedy, Sample.record(try Sample.full()))])
    record.incident.title = Sample.hostile
    record.incident.services = [Sample.hostile]
    for line in IncidentShowText.text(record, width: width).unicodeScalars.split(separator: "\n") {
      #expect(line.allSatisfy { $0.value >= 32 && $0.value != 0x7F && $0.value != 0x202E })
    }
  }

  @Test("What a run says of its incidents, and an item of those that it has to do with")
  func elsewhere() throws {
    var record = Sample.record(try Sample.full())
    #expect(RunText.text(record).contains("  incident    9\n"))
    var cause = Sample.incident
    cause.number = IncidentNumber(14)
    record.incidents = [RunIncident(Sample.incident, .remedy), RunIncident(cause, .caused)]
    let text = RunText.text(record)
    #expect(text.contains("  incident    9, which this run is to put right (sev 2, resolved): Logs are dropped\n"))
    #expect(text.contains("  incident    14, caused by this run (sev 2, resolved): Logs are dropped\n"))
    #expect(RunMarkdown.page(record).contains("caused by this run"))
    let json = try Decoded(RunJSON.json(record))
    #expect(json["incident"].number == 9 && json["incidents"].elements.count == 2)
    #expect(json["incidents"][1]["kind"].text == "caused" && json["incidents"][1]["severity"].number == 2)
    var item = Item(number: ItemNumber(3), team: TeamName("platform"), title: "x", createdAt: Sample.start)
    item.links = [ItemLink(.incident, "9"), ItemLink(.incident, "99")]
    let shown = ItemShowText.text(
      ItemRecord(item, incidents: [Sample.incident.number: Sample.incident]), in: .utc)
    #expect(shown.contains("incident     9, sev 2, resolved: Logs are dropped\n"))
    #expect(shown.contains("incident     99\n"))
  }
}
