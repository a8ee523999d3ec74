import Domain
import Testing

@Suite("An incident")
struct IncidentTests {
  @Test("It says what it is", arguments: ["", " ", "\n\t"])
  func title(_ title: String) {
    var incident = Incident.sample()
    incident.title = title
    #expect(throws: IncidentRefusal.textMissing("what the incident is, in a few words")) {
      try incident.check(at: .t0)
    }
  }

  @Test("A service is a name on one line, without a comma", arguments: ["", " ", "a,b", "a\nb"])
  func services(_ name: String) throws {
    #expect(throws: IncidentRefusal.serviceUnusable(name)) {
      try Incident.sample(services: ["router", name]).check(at: .t0)
    }
    try Incident.sample(services: ["router", "log aggregators"]).check(at: .t0)
  }

  @Test("The worse of two severities is the one with the smaller number, and each says what it means")
  func severities() {
    #expect(IncidentSeverity.allCases.sorted() == [.critical, .major, .minor, .low])
    #expect(IncidentSeverity.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(Set(IncidentSeverity.allCases.map(\.meaning)).count == 4)
  }

  @Test("Everybody in it is named once, whatever they do")
  func everybody() {
    let (ana, bo, cy) = (Handle("ana"), Handle("bo"), Handle("cy"))
    let roles = IncidentRoles(commander: bo, scribe: ana, pair: [ana, bo], called: [cy, bo])
    #expect(roles.everybody == [bo, ana, cy])
  }

  @Test("What people write on a timeline, and what the program writes, are the kinds that there are")
  func kinds() {
    let own: [IncidentEntryKind] = [.update, .time, .change, .correction]
    #expect(Set(IncidentEntryKind.written + own) == Set(IncidentEntryKind.allCases))
    #expect(IncidentEntryKind.written.allSatisfy { !own.contains($0) })
  }

  @Test("A step that failed is the beginning of an incident: what failed and why, on one line")
  func failure() throws {
    var run = try Run.sample(.line("canary"), .deploys("deploy"))
    #expect(run.failure(of: "canary") == nil && run.failure(of: "no-such") == nil)
    try run.fail("canary", at: .t10, reason: "port 34567 in use\nby another agent")
    let failure = try #require(run.failure(of: "canary"))
    #expect(failure.title == "Do canary failed: port 34567 in use by another agent")
    #expect(failure.at == .t10 && failure.run == run.number && !failure.changedProduction)
    try run.tick("canary", at: .t0 + .minutes(20))
    #expect(run.failure(of: "canary")?.at == .t10, "a later attempt does not make it undone")
  }

  @Test("Each refusal says what to do, or what was left as it was")
  func refusals() {
    let nine = IncidentNumber(9)
    let refusals: [IncidentRefusal] = [
      .textMissing("why"), .serviceUnusable(","), .alreadyAt(nine, .mitigated, .t0),
      .notYet(nine, .closed, needs: .resolved), .closed(nine, .t0), .notSaid(nine, .mitigated), .said(nine, .resolved),
      .stillOpen(nine), .retroOpen(nine, RetroNumber(2)), .needsRetro(nine, .major), .alreadyCorrected(nine, 3, by: 4),
      .notTheirs(nine, 3, .time), .alreadySent(nine, 1, by: Handle("bo")), .happenedBeforeItself(nine),
      .cameLater(nine, .lesson(LessonNumber(12))), .isRemedy(RunNumber(42), nine),
      .entryInTheFuture(.t10, now: .t0),
    ]
    for refusal in refusals { #expect("\(refusal)".contains("Nothing was"), "\(refusal)") }
    for refusal in [IncidentRefusal.noSuchEntry(nine, 3), .noSuchUpdate(nine, 3)] {
      #expect("\(refusal)".contains("prodpair incident show 9"))
    }
    #expect("\(IncidentRefusal.notSaid(nine, .closed))".contains("prodpair incident close 9"))
  }
}
