import Foundation
import Testing

@Suite("The story of the log aggregators, from the alert to the line of the next version", .inTurn)
struct IncidentStoryTests {
  private static let checklist = """
    ---
    checklist: manifest-only
    title: Manifest only
    deploy: manifest-only
    without-staging: the manifest names the machines of production
    ---
    # Manifest only

    ## Pre
    - [ ] Pull the manifests <!-- id: manifests -->

    ## During
    - [ ] Deploy the manifest, zone by zone <!-- id: deploy; deploys -->

    ## Post
    - [ ] Every aggregator takes logs <!-- id: logs; value: "lines a second, dropped" -->

    ## Rollback
    Roll back when fewer logs arrive than before.
    - [ ] Deploy the previous manifest <!-- id: back; deploys -->

    """

  private static let line = "Scale the log aggregators with the apps: one for each 10 runners"

  /// Two zones, as Alertmanager tells of them. The times are those of a clock that is behind.
  private static let alert = """
    {"version": "4", "groupKey": "{}:{alertname='LogsDropped'}", "status": "firing", "receiver": "prodpair",
     "groupLabels": {"alertname": "LogsDropped"},
     "commonLabels": {"alertname": "LogsDropped", "service": "log-aggregators", "severity": "warning"},
     "commonAnnotations": {}, "externalURL": "http://alerts.example.com",
     "alerts": [
       {"status": "firing", "fingerprint": "a1", "startsAt": "2026-11-19T09:02:00Z", "endsAt": "0001-01-01T00:00:00Z",
        "labels": {"alertname": "LogsDropped", "zone": "z1", "service": "log-aggregators", "severity": "warning"},
        "annotations": {"summary": "Log lines are dropped in z1"}, "generatorURL": "http://alerts.example.com/1"},
       {"status": "firing", "fingerprint": "a2", "startsAt": "2026-11-19T09:03:00Z", "endsAt": "0001-01-01T00:00:00Z",
        "labels": {"alertname": "LogsDropped", "zone": "z2", "service": "log-aggregators", "severity": "warning"},
        "annotations": {"summary": "Log lines are dropped in z2"}, "generatorURL": "http://alerts.example.com/2"}
     ]}
    """

  /// The alert, begun a while ago: a time that lies ahead of this machine's clock would be taken as now.
  private static func payload() -> String {
    let clock = ISO8601DateFormatter()
    let now = Date()
    return alert.replacing("2026-11-19T09:02:00Z", with: clock.string(from: now.addingTimeInterval(-180)))
      .replacing("2026-11-19T09:03:00Z", with: clock.string(from: now.addingTimeInterval(-120)))
  }

  @Test("An alert, an incident, a remedy, four questions, a lesson, the next version, and the report")
  func story() async throws {
    let desk = try StoryDesk("manifest-only", Self.checklist)
    var transcript = Transcript(
      "log-aggregators", title: "The log aggregators",
      opening: """
        Two days before a festival opens its apps surge, and logs are dropped: nobody has scaled the aggregators with them.
        No customer notices. A manifest-only deploy puts it right, and the next one begins with the line that was missing.
        """, folder: desk.folder.path)
    _ = try desk.file("alert.json", Self.payload())
    let terminal = try desk.terminal(rows: 30)

    // The alert becomes an incident.
    try await terminal.run("cd \(desk.folder.path)")
    try await terminal.run("prodpair incident intake --from alertmanager < alert.json")
    try await terminal.wait("the incident's number") { $0.contains("\n1\n") }
    transcript.add("Alertmanager's webhook is handed on, and an incident is open.", try terminal.rows())
    try await terminal.run("clear; prodpair")
    try await terminal.wait(for: "incident 1 sev 3")
    transcript.add("It stands on Today, on everybody's.", try terminal.rows())

    // Somebody takes command, and writes down what they see and think.
    try await terminal.go(to: "i", showing: "Log lines are dropped")
    try terminal.press("Enter")
    try await terminal.wait(for: "INCIDENT 1", "2 alerts fire")
    try terminal.press("C")
    try await terminal.wait(for: "commander ana")
    try await note("o", "observation", "six aggregators a zone, as in spring; twice the apps", in: terminal)
    try await note("h", "hypothesis", "nobody scaled the aggregators with the apps", in: terminal)
    try terminal.press("i")
    try await terminal.wait(for: "evidence of what?")
    try terminal.press("m")
    try await terminal.wait(for: "metric of what is sick")
    try terminal.type("z1: dropped = 1840 lines/s")
    try terminal.press("Enter")
    try await terminal.wait(for: "metric of something healthy")
    try terminal.type("z1 yesterday: dropped = 0 lines/s")
    try terminal.press("Enter")
    try await terminal.wait(for: "healthy metric")
    try await note("d", "decision", "20 aggregators a zone, by a deploy of the manifest alone", in: terminal)
    transcript.add("One key and the words, for each thing that is seen, thought and decided.", try terminal.rows())

    // The remedy is a run, and its record is the timeline.
    try terminal.press("r")
    try await terminal.wait(for: "which checklist is the remedy by?")
    try terminal.press("Enter")
    try await terminal.wait(for: "Start a run by manifest-only", "incident      1")
    try terminal.press("Right", "Down")
    try terminal.type("log-drain@m12")
    try terminal.press("Down", "Down", "C-u")
    try terminal.type("ana bo")
    try await terminal.wait(for: "pair          ana bo")
    transcript.add("`r` starts the run that puts it right; the incident is its reason.", try terminal.rows())
    try terminal.press("C-s")
    try await terminal.wait(forStep: 1, "RUN 1", "for incident 1")
    for (step, count) in [(2, "PRE 1/1"), (3, "DURING 1/1")] {
      try terminal.press("Space")
      try await terminal.wait(forStep: step, count)
    }
    try terminal.press("Space")
    try await terminal.wait(for: "step 3 done")
    try terminal.type("41,000 a second, none dropped")
    try terminal.press("Enter")
    try await terminal.wait(for: "POST 1/1")
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    try terminal.press("y")
    try await terminal.wait(for: "COMPLETED")
    try terminal.press("T")
    try await terminal.wait(for: "INCIDENT 1", "41,000 a second, none")

    // It is over, and those who wait are told.
    try terminal.press("v")
    try await terminal.wait(for: "resolved: what did it?")
    try terminal.type("20 aggregators a zone")
    try terminal.press("Enter")
    try await terminal.wait(for: "RESOLVED", "resolved: 20 aggregators a zone")
    try terminal.press("s")
    try await terminal.wait(for: "status update: what is to be told?")
    try terminal.type("Some logs of the last hour are missing. Apps ran as they should.")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "status update 1 is drafted")
    try await terminal.wait(for: "S send")
    try terminal.press("S")
    try await terminal.wait(for: "Send it")
    try terminal.press("Enter")
    try await terminal.wait(for: "y send it")
    try terminal.press("y")
    try await terminal.wait(for: "@ update")
    transcript.add("What the pair did in the run is the timeline. It is resolved, and told.", try terminal.rows())

    // The four questions.
    try terminal.press("R")
    try await terminal.wait(for: "Enter opens one")
    try terminal.press("Enter")
    try await terminal.wait(for: "THE FOUR QUESTIONS", "4 open")
    try await answer(
      "What happened?", "A surge two days before the festival: logs dropped in every zone.", 3, in: terminal)
    try terminal.press("j")
    try await answer("What went wrong?", "Nobody scaled the aggregators with the apps.", 2, in: terminal)
    try terminal.press("j", "w")
    try await terminal.wait(for: "open: we don't know")
    transcript.add("\"We don't know\" is an answer, and an open one.", try terminal.rows())
    #expect(throws: (any Error).self) { try desk.must("incident", "retro", "1", "--close") }
    try terminal.press("a")
    try await terminal.wait(for: "An action of retro 1")
    try terminal.type("Scale the log aggregators with the apps")
    try terminal.press("Down", "Down", "Down")
    try terminal.type("bo")
    try terminal.press("Down")
    try terminal.type("2026-12-01")
    try terminal.press("C-s")
    try await terminal.wait(for: "an action settles it")
    try terminal.press("j")
    try await answer(
      "What do we do if it does?", "Twenty aggregators a zone, by a manifest-only deploy.", 0, in: terminal)

    // What was learned becomes the next version.
    try terminal.press("l")
    try await terminal.wait(for: "A new lesson of retro 1", "proposes")
    try terminal.press("Right", "Right")
    try await terminal.wait(for: "add after")
    try terminal.press("Down")
    try terminal.type("manifests")
    try terminal.press("Down")
    try terminal.type(Self.line)
    try terminal.press("C-s")
    try await terminal.wait(for: "lesson 1: after manifests")
    transcript.add("Each question ends in something: an action, and a lesson for the checklist.", try terminal.rows())
    try await terminal.go(to: "l", showing: "proposes")
    try terminal.press("f")
    try await terminal.wait(for: "into manifest-only v2", "(c: one on branch main")
    try terminal.press("c")
    try await terminal.waitUntilGone("(c: one on branch main")
    try terminal.press("Enter")
    try await terminal.wait(for: "why is it made?")
    try terminal.press("C-u")
    try terminal.type("incident 1: logs were dropped, as nobody scaled the aggregators")
    try terminal.press("Enter")
    try await terminal.wait(for: "Fold lesson 1 into manifest-only v2?")
    try terminal.press("y")
    try await terminal.wait(forSaid: "manifest-only v2")
    try await terminal.wait(for: "No lesson waits")
    try terminal.press("q")
    try await terminal.wait("the shell") { $0.hasSuffix("ready>") }

    // In git, the commit names the incident; the retro closes, and the incident with it.
    let log = try desk.git("log", "-1", "--format=%B")
    #expect(log.contains("Lesson: 1") && log.contains("Incident: 1"), "\(log)")
    transcript.add("`git show`", try desk.git("show", "--format=%B"))
    transcript.add(
      "`prodpair incident retro 1 --facilitator bo --close`",
      try desk.must("incident", "retro", "1", "--facilitator", "bo", "--close")
        + desk.must("incident", "list", "--all"))
    let shown = try desk.must("incident", "show", "1", "--json")
    let incident = try #require(JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
    #expect(incident["state"] as? String == "closed")
    let checklist = try desk.must("checklist", "show", "manifest-only")
    #expect(checklist.contains(Self.line))
    try transcript.keep()
    try transcript.keep(
      try desk.must("incident", "report", "1"), as: "log-aggregators-report.md")
    try transcript.keep(
      try desk.must("incident", "report", "1", "--html", "-"), as: "log-aggregators-report.html")
  }

  private func note(_ key: String, _ kind: String, _ words: String, in terminal: TerminalSession) async throws {
    try terminal.press(key)
    try await terminal.wait(for: "Enter write")
    try terminal.type(words)
    try terminal.press("Enter")
    try await terminal.wait("the \(kind)") { $0.contains("\(kind)") && !$0.contains("Enter write") }
  }

  private func answer(_ question: String, _ words: String, _ left: Int, in terminal: TerminalSession) async throws {
    try terminal.press("Enter")
    try await terminal.wait(for: "In a line of Markdown")
    try terminal.type(words)
    try terminal.press("Enter")
    try await terminal.wait(for: "\(left == 0 ? "none" : "\(left)") open")
  }
}
