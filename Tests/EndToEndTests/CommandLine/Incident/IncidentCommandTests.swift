import Foundation
import Testing

@Suite("`incident`, on the command line")
struct IncidentCommandTests {
  private func timeline(_ desk: Desk, _ number: Int = 1) throws -> [[String: Any]] {
    try desk.must("incident show \(number) --json").object["timeline"] as? [[String: Any]] ?? []
  }

  @Test("incident open prints the new number alone on the first line, whatever comes with it")
  func open() throws {
    let desk = try Desk.ready()
    #expect(try desk.must("incident open 'Logs are dropped'").output == "1\n")
    let whole = try desk.must(
      "incident open Again --severity 1 --service a,b --service c --customers yes --commander ana --scribe bo --pair ana,bo "
        + "--called ana --impact 2026-01-05T08:00:00Z --detected 2026-01-05T08:10:00Z --note 'seen it'")
    #expect(whole.output == "2\n" && whole.errors.isEmpty)
    let shown = try desk.must("incident show 2 --json").object
    #expect(shown["severity"] as? Int == 1 && shown["services"] as? [String] == ["a", "b", "c"])
    #expect(shown["commander"] as? String == "ana" && shown["pair"] as? [String] == ["ana", "bo"])
    #expect(shown["impactBeganAt"] as? String == "2026-01-05T08:00:00.000Z" && shown["toDetectSeconds"] as? Int == 600)
    #expect(try timeline(desk, 2).map { $0["kind"] as? String } == ["observation", "time"])
    try desk.must("verify")
  }

  @Test("From a failed step the title is what failed and why, and the run's entries are the timeline's start")
  func fromStep() throws {
    let desk = try Desk.ready()
    try desk.must(Samples.start)
    let early = try desk.run("incident open --run 1 --step canary")
    #expect(early.exitCode == 65 && early.errors.contains("has not failed"))
    try desk.must("run fail 1 1 --reason 'port 34567 in use' --as bo")
    #expect(try desk.must("incident open --run 1 --step final-release").output == "1\n")
    let shown = try desk.must("incident show 1 --json").object
    #expect(shown["title"] as? String == "Generate the final release v205 failed: port 34567 in use")
    #expect(shown["team"] as? String == "platform")
    let events = try timeline(desk)
    #expect(events.first?["kind"] as? String == "run-started")
    let failed = try #require(events.first { $0["kind"] as? String == "failed" })
    #expect(failed["at"] as? String == shown["detectedAt"] as? String && failed["run"] as? Int == 1)
    #expect(((shown["runs"] as? [[String: Any]])?.first)?["kind"] as? String == "related")
    #expect(try desk.must("run show 1").output.contains("has to do with this run (sev 3, open)"))
    let incidents = try desk.must("run show 1 --json").object["incidents"] as? [[String: Any]]
    #expect(incidents?.first?["number"] as? Int == 1)
  }

  @Test("Of a failed deploy to production it is said how to name it as the cause, and --caused-by names it")
  func causedBy() throws {
    let desk = try Desk.ready()
    try desk.must(
      "run start new-release --env prod --artifact cf@v1 --pair ana,bo --param version=v1 --override drill")
    try desk.must("run tick 1 1 --as ana")
    try desk.must("run fail 1 deploy --reason 'two runners down' --as ana")
    let opened = try desk.must("incident open --run 1 --step deploy")
    #expect(opened.output == "1\n" && opened.errors.contains("prodpair incident edit 1 --caused-by 1"))
    try desk.must("incident edit 1 --caused-by 1")
    let again = try desk.must("incident open --caused-by 1 --step deploy").errors
    #expect(again.contains("incident 1 of the same run is open too") && !again.contains("--caused-by"))
    for number in [1, 2] {
      let runs = try desk.must("incident show \(number) --json").object["runs"] as? [[String: Any]]
      #expect(runs?.map { $0["kind"] as? String } == ["caused"])
    }
    let listed = try desk.must("run list --json").list.first?["incidents"] as? [[String: Any]]
    #expect(listed?.map { $0["number"] as? Int } == [1, 2] && listed?.first?["kind"] as? String == "caused")
    #expect(try desk.must("run list").output.contains("caused incident 1, caused incident 2"))
    try desk.must("incident edit 1 --not-run 1")
    #expect((try desk.must("incident show 1 --json").object["runs"] as? [Any])?.isEmpty == true)
  }

  @Test("Notes with evidence, from the line, from standard input and from files; corrections; the file comes back")
  func notes() throws {
    let desk = try Desk.ready()
    try desk.must("incident open 'Logs are dropped'")
    try desk.write("top.log", [0, 1, 255])
    let note = try desk.must(
      "incident note 1 'the drain is full' --kind hypothesis --metric 'sick:aggregator 3: queue depth=9000' "
        + "--metric 'healthy:aggregator 1: queue depth=12' --log agent=- --file sick:top.log", input: "a\nb\n")
    #expect(note.lines.first == "incident 1: entry 2, hypothesis")
    let sha256 = try #require(note.lines.last?.split(separator: " ").last)
    let kept = try desk.must("incident show 1 --evidence \(sha256.prefix(12))")
    #expect(kept.exitCode == 0)
    #expect(try desk.must("incident note 1 -", input: "two\nlines").output == "incident 1: entry 3, observation\n")
    try desk.must("incident note 1 'aggregators too few' --corrects 2 --as bo")
    let events = try timeline(desk)
    let wrong = try #require(events.first { $0["seq"] as? Int == 2 })
    #expect(wrong["correctedBy"] as? Int == 4 && wrong["text"] as? String == "the drain is full")
    let evidence = try #require(wrong["evidence"] as? [[String: Any]])
    #expect(
      evidence.map { $0["name"] as? String } == [
        "aggregator 3: queue depth", "aggregator 1: queue depth", "agent", "top.log",
      ])
    #expect(evidence.map { $0["health"] as? String } == ["sick", "healthy", nil, "sick"])
    #expect(evidence[2]["text"] as? String == "a\nb\n" && evidence[3]["size"] as? Int == 3)
    let text = try desk.must("incident show 1").output
    #expect(text.contains("[struck: see entry 4") && text.contains("correction of entry 2"))
    try desk.must("verify")
  }

  @Test("Status updates are drafted, written anew and sent, and what is sent stands on the timeline")
  func updates() throws {
    let desk = try Desk.ready()
    try desk.must("incident open 'Logs are dropped'")
    #expect(try desk.must("incident update 1 'We see it.'").output == "1\n")
    #expect(try desk.must("incident update 1 'We are on it.' --draft 1").output == "1\n")
    let sent = try desk.must("incident update 1 --send")
    #expect(sent.output == "1\n" && sent.errors.contains("status update 1 is sent"))
    #expect(try desk.must("incident update 1 'More at ten.' --send").output == "2\n")
    #expect(try desk.run("incident update 1 --send").exitCode == 66)
    for text in ["three", "four"] { try desk.must("incident update 1 \(text)") }
    let which = try desk.run("incident update 1 --send")
    #expect(which.exitCode == 64 && which.errors.contains("2 drafts (3, 4)"))
    #expect(try desk.must("incident update 1 --send 4").output == "4\n")
    #expect(try desk.run("incident update 1 --send 4").exitCode == 1)
    let updates = try #require(try desk.must("incident show 1 --json").object["updates"] as? [[String: Any]])
    #expect(updates.map { $0["state"] as? String } == ["sent", "sent", "draft", "sent"])
    #expect(updates.first?["text"] as? String == "We are on it.")
    let told = try timeline(desk).filter { $0["kind"] as? String == "update" }
    #expect(told.map { $0["text"] as? String } == ["We are on it.", "More at ten.", "four"])
  }

  @Test("Mitigated, resolved, closed and taken up again, with what did it and when")
  func settled() throws {
    let desk = try Desk.ready()
    try desk.must("incident open 'Logs are dropped' --severity 2")
    #expect(try desk.must("incident mitigate 1 '20 a zone'").output == "incident 1: mitigated\n")
    let resolved = try desk.must("incident resolve 1")
    #expect(resolved.output == "incident 1: resolved\n" && resolved.errors.contains("prodpair incident retro 1"))
    let refused = try desk.run("incident close 1")
    #expect(refused.exitCode == 1 && refused.errors.contains("--without-retro") && refused.output.isEmpty)
    try desk.must("incident close 1 --without-retro 'a drill'")
    #expect(try desk.must("incident list --json").list.isEmpty)
    #expect(try desk.must("incident reopen 1 'it is back'").output == "incident 1: open\n")
    let open = try desk.must("incident list --json").list
    #expect(open.count == 1 && open.first?["state"] as? String == "open" && open.first?["closedAt"] is NSNull)
    #expect(try timeline(desk).last?["text"] as? String == "reopened: it was closed: it is back")
  }

  @Test("What is known is changed, added to and taken away, and stands on the timeline")
  func edit() throws {
    let desk = try Desk.ready()
    try desk.must("lesson add --checklist new-release --learned 'scale the aggregators'")
    try desk.must("incident open First --service router")
    try desk.must("incident open Second")
    try desk.must(
      "incident edit 1 --title Better --severity 1 --service drain --no-service router --customers no --commander bo "
        + "--pair ana,bo --called ana --impact '2026-01-05 08:00'")
    var shown = try desk.must("incident show 1 --json").object
    #expect(shown["title"] as? String == "Better" && shown["services"] as? [String] == ["drain"])
    #expect(shown["impactBeganAt"] as? String == "2026-01-05T08:00:00.000Z" && shown["called"] as? [String] == ["ana"])
    try desk.must("incident edit 1 --no-commander --not-called ana --no-impact")
    shown = try desk.must("incident show 1 --json").object
    #expect(shown["commander"] is NSNull && (shown["called"] as? [Any])?.isEmpty == true)
    #expect(shown["impactBeganAt"] is NSNull)
    #expect(try timeline(desk).filter { $0["kind"] as? String == "change" }.count == 2)
    try desk.must("incident edit 2 --happened-before incident:1")
    try desk.must("incident edit 2 --happened-before lesson:1")
    #expect(try desk.must("incident show 2").output.contains("happened before  incident 1, lesson 1\n"))
    #expect(try desk.must("incident show 1 --json").object["cameBackIn"] as? [Int] == [2])
    try desk.must("incident edit 2 --not-before lesson:1")
    #expect((try desk.must("incident show 2 --json").object["happenedBefore"] as? [Any])?.count == 1)
    try desk.must("verify")
  }

  @Test("A run that is started for it is its remedy, and an item that names it shows what it is")
  func elsewhere() throws {
    let desk = try Desk.ready()
    try desk.must("incident open 'Logs are dropped' --severity 2")
    try desk.must(Samples.start + " --incident 1")
    let runs = try desk.must("incident show 1 --json").object["runs"] as? [[String: Any]]
    #expect(runs?.first?["kind"] as? String == "remedy" && runs?.first?["state"] as? String == "running")
    #expect(try desk.must("run show 1").output.contains("incident    1, which this run is to put right (sev 2, open)"))
    try desk.must("item add 'Scale the aggregators' --incident 1")
    #expect(try desk.must("item show 1").output.contains("1, sev 2, open: Logs are dropped"))
  }

  @Test("Lists: words, team, service, severity and worse, since when, how many; nothing is an empty array")
  func list() throws {
    let desk = try Desk.ready()
    #expect(try desk.must("incident list --json").output == "[\n\n]\n")
    #expect(try desk.must("incident list").errors.contains("no unclosed incidents"))
    try desk.must("incident open 'Logs are dropped' --severity 2 --service drain")
    try desk.must("incident open 'Router slow' --severity 4 --service router")
    try desk.must("incident resolve 2")
    func numbers(_ options: String) throws -> [Int] {
      try desk.must("incident list --json " + options).list.compactMap { $0["number"] as? Int }
    }
    #expect(try numbers("") == [2, 1] && numbers("--open") == [1] && numbers("--limit 1") == [2])
    #expect(try numbers("logs") == [1] && numbers("--service router") == [2] && numbers("--severity 2") == [1])
    #expect(try numbers("--team platform --all") == [2, 1] && numbers("--since 2999-01-01") == [])
    #expect(try numbers("--before 2") == [1])
    #expect(try desk.must("incident list --limit 1").errors.contains("--all lists all"))
    #expect(try desk.must("incident list").lines.first?.hasPrefix("INCIDENT  SEV  STATE") == true)
  }
}
