import Domain
import Testing

@testable import Store

@Suite("Alerts become incidents")
struct TakeAlertsTests {
  private func alert(
    _ key: String, _ change: AlertChange = .triggered, from source: AlertSource = .alertmanager, group: String? = nil,
    severity: Int? = nil, services: [String] = [], team: String? = nil, at minute: Int64 = -10, by: String? = nil
  ) -> Alert {
    let at = Instant.morning + .minutes(minute)
    let isOver = change == .resolved
    return Alert(
      source, key: key, groupKey: group, change: change, title: "Alert \(key)", severity: severity, services: services,
      team: team, startedAt: isOver ? nil : at, endedAt: isOver ? at : nil, changedAt: at, by: by)
  }

  @discardableResult
  private func take(
    _ alerts: [Alert], in world: World, as content: String = "{}", title: String? = nil, team: TeamName? = nil,
    at now: Instant = .morning
  ) throws -> AlertIntake {
    let payload = AlertPayload(alerts.first?.source ?? .alertmanager, alerts: alerts, title: title)
    return try world.perform(TakeAlerts(payload, content: Array(content.utf8), team: team), at: now)
  }

  private func entries(_ number: Int, in world: World) throws -> [IncidentEntry] {
    try world.store.read { try $0.entries(of: IncidentNumber(number)) }
  }

  private func alertTexts(_ number: Int, in world: World) throws -> [String] {
    try entries(number, in: world).filter { $0.kind == .alert }.map(\.text)
  }

  private func incident(_ number: Int, in world: World) throws -> Incident {
    try world.store.read { try $0.incident(IncidentNumber(number)) }
  }

  private func known(_ key: String, _ source: AlertSource = .alertmanager, in world: World) throws -> KnownAlert {
    try #require(try world.store.read { try $0.knownAlert(source, key: key) })
  }

  private func journalLength(_ world: World) throws -> Int { try world.store.read { try $0.journalHead().seq } }

  @Test("What fires opens one incident: the worst of it, the services of all, detected by the earliest")
  func opens() throws {
    let world = try World()
    let before = try journalLength(world)
    let intake = try take(
      [
        alert("a", severity: 3, services: ["router"], at: -10),
        alert("b", severity: 1, services: ["cell, router"], at: -20),
        alert("c"),
      ], in: world)
    #expect(intake.opened == [IncidentNumber(1)] && intake.others == [] && intake.remarks == [])
    let incident = try incident(1, in: world)
    #expect(incident.title == "Alert b and 2 more" && incident.severity == .critical)
    #expect(incident.services == ["router", "cell"] && incident.team == World.platform)
    #expect(incident.times.detected == Instant.morning - .minutes(20) && incident.times.impactBegan == nil)
    #expect(try journalLength(world) == before + 1, "one payload is one action")
  }

  @Test("The payload stands on the timeline as a file, byte by byte")
  func evidence() throws {
    let world = try World()
    try take([alert("a")], in: world, as: "{ \"odd\": 1 }\n")
    let entry = try #require(try entries(1, in: world).first { $0.kind == .alert })
    let file = try #require(entry.evidence.first?.file)
    #expect(entry.evidence.map(\.kind) == [.file] && file.name == "alertmanager.json" && file.size == 13)
    let content = try world.store.read {
      try $0.rows("SELECT content FROM evidence WHERE sha256 = ?", [.text(file.sha256)])
    }
    #expect(try content.first?.blob("content") == Array("{ \"odd\": 1 }\n".utf8))
  }

  @Test("The same payload again changes nothing but the count", arguments: AlertSource.allCases)
  func again(_ source: AlertSource) throws {
    let world = try World()
    for change in [AlertChange.triggered, .acknowledged, .resolved] {
      let told = alert("a", change, from: source, at: change == .resolved ? -1 : -10)
      try take([told], in: world, as: change.word)
      let (entries, before) = (try entries(1, in: world), try known("a", source, in: world))
      let intake = try take([told], in: world, as: change.word, at: .morning + .minutes(5))
      #expect(intake.opened == [] && intake.others == [IncidentNumber(1)])
      var after = try known("a", source, in: world)
      #expect(after.count == before.count + 1 && after.lastAt == .morning + .minutes(5))
      (after.count, after.lastAt) = (before.count, before.lastAt)
      #expect(after == before)
      #expect(try self.entries(1, in: world) == entries)
    }
  }

  @Test("An alert goes to the incident of its key, another to that of its group, a third opens one")
  func matching() throws {
    let world = try World()
    try take([alert("a", group: "g")], in: world, as: "1")
    #expect(try take([alert("a", group: "other", at: -10)], in: world, as: "2").incidents == [IncidentNumber(1)])
    #expect(try take([alert("b", group: "g")], in: world, as: "3").others == [IncidentNumber(1)])
    #expect(try take([alert("c", group: "h")], in: world, as: "4").opened == [IncidentNumber(2)])
    #expect(try take([alert("d")], in: world, as: "5").opened == [IncidentNumber(3)])
    #expect(try alertTexts(1, in: world).map { $0.contains("Alert b") } == [false, true])
  }

  @Test("A mitigated incident is seen to still")
  func mitigated() throws {
    let world = try World()
    try take([alert("a")], in: world, as: "1")
    try world.perform(SettleIncident(IncidentNumber(1), .mitigate))
    try take([alert("a", .resolved, at: -5)], in: world, as: "2")
    #expect(try take([alert("a", at: -2)], in: world, as: "3").others == [IncidentNumber(1)])
    #expect(try alertTexts(1, in: world).last?.hasPrefix("Alertmanager: fires again: Alert a") == true)
  }

  @Test("An end is noted, says what still fires, and resolves nothing")
  func ends() throws {
    let world = try World()
    try take([alert("a", group: "g"), alert("b", group: "g")], in: world, as: "1")
    try take([alert("a", .resolved, group: "g", at: -2), alert("b", group: "g")], in: world, as: "2")
    #expect(try alertTexts(1, in: world).last?.hasSuffix("1 of its 2 alerts still fires") == true)
    try take([alert("b", .resolved, from: .alertmanager, group: "g", at: -1, by: "Bo")], in: world, as: "3")
    #expect(try alertTexts(1, in: world).last?.contains("is over, resolved by Bo: Alert b") == true)
    #expect(try alertTexts(1, in: world).last?.hasSuffix("all of its 2 alerts are quiet") == true)
    #expect(try incident(1, in: world).state == .open)
    let last = try #require(try entries(1, in: world).last)
    #expect(last.at == .morning - .minutes(1) && last.written == .morning)
  }

  @Test("What fires after its incident was resolved opens another one, which names the first")
  func afterwards() throws {
    let world = try World()
    try take([alert("a")], in: world, as: "1")
    try take([alert("a", .resolved, at: -5)], in: world, as: "2")
    try world.perform(SettleIncident(IncidentNumber(1), .resolve))
    #expect(try take([alert("a", at: 5)], in: world, as: "3", at: .morning + .minutes(6)).opened == [IncidentNumber(2)])
    #expect(try alertTexts(2, in: world)[0].contains("the same alert as in incident 1"))
    #expect(try world.store.read { try $0.recurrences(of: IncidentNumber(2)) }.isEmpty, "that is for people to say")
    #expect(try known("a", in: world).incident == IncidentNumber(2))
  }

  @Test("What fires on after its incident was resolved opens another one, which begins then")
  func firesOn() throws {
    let world = try World()
    try take([alert("a")], in: world, as: "1")
    try world.perform(SettleIncident(IncidentNumber(1), .resolve))
    let later = Instant.morning + .minutes(60)
    #expect(try take([alert("a")], in: world, as: "1", at: later).opened == [IncidentNumber(2)])
    #expect(try incident(2, in: world).times.detected == later)
  }

  @Test("An end that overtakes its beginning is remembered, and the beginning says that it is over")
  func overtaking() throws {
    let world = try World()
    let first = try take([alert("a", .resolved, at: -5)], in: world, as: "1")
    #expect(first.incidents == [] && first.remarks.count == 1)
    #expect(try known("a", in: world).incident == nil)
    let second = try take([alert("a", at: -10)], in: world, as: "2")
    #expect(second.opened == [IncidentNumber(1)])
    #expect(try alertTexts(1, in: world)[0].contains("was over before it was told: Alert a\n"))
    let known = try known("a", in: world)
    #expect(!known.isFiring && known.incident == IncidentNumber(1) && known.count == 2)
    #expect(known.startedAt == .morning - .minutes(10) && known.endedAt == .morning - .minutes(5))
  }

  @Test("What is told late is counted, said, and on no timeline")
  func late() throws {
    let world = try World()
    try take([alert("a")], in: world, as: "1")
    try take([alert("a", .resolved, at: -5)], in: world, as: "2")
    let intake = try take([alert("a")], in: world, as: "1")
    #expect(intake.others == [IncidentNumber(1)] && intake.remarks.map { $0.contains("told late") } == [true])
    #expect(try alertTexts(1, in: world).count == 2)
    #expect(try known("a", in: world).isFiring == false)
  }

  @Test("Who acknowledged, an escalation and a note stand on the timeline at their time")
  func told() throws {
    let world = try World()
    try take([alert("a", from: .pagerduty, group: "P1")], in: world, as: "1")
    try take([alert("a", .acknowledged, from: .pagerduty, group: "P1", at: -8, by: "Ana")], in: world, as: "2")
    try take([alert("a", .escalated, from: .pagerduty, group: "P1", at: -7)], in: world, as: "3")
    // A note knows PagerDuty's id of the incident, and not its key.
    let note = alert("P1", .other("annotated"), from: .pagerduty, group: "P1", at: -6, by: "Bo")
    #expect(try take([note], in: world, as: "4").others == [IncidentNumber(1)])
    #expect(try take([note], in: world, as: "4").others == [IncidentNumber(1)])
    #expect(
      try alertTexts(1, in: world).dropFirst().map { $0.prefix(while: { $0 != "\n" }) } == [
        "PagerDuty: acknowledged by Ana: Alert a", "PagerDuty: escalated: Alert a",
        "PagerDuty: annotated by Bo: Alert P1",
      ])
    #expect(try world.store.read { try $0.knownAlert(.pagerduty, key: "P1") } == nil)
  }

  @Test("A note of an incident that nobody knows is said, and nothing is written")
  func unknown() throws {
    let world = try World()
    let before = try journalLength(world)
    let intake = try take([alert("a", .other("annotated"), from: .pagerduty, group: "P9")], in: world)
    #expect(intake.incidents == [] && intake.remarks.count == 1)
    #expect(try journalLength(world) == before)
  }

  @Test("A clock ahead is taken as now, and said on the timeline and beside it")
  func ahead() throws {
    let world = try World()
    let intake = try take([alert("a", at: 600)], in: world)
    #expect(try incident(1, in: world).times.detected == .morning)
    #expect(try alertTexts(1, in: world)[0].contains("clock is ahead: it says"))
    #expect(intake.remarks.map { $0.contains("clock is ahead") } == [true])
  }

  @Test("The team is the one named, else the alert's, else the only one; else it is asked for")
  func teams() throws {
    let world = try World()
    #expect(try take([alert("a", team: "strangers")], in: world).opened.count == 1)
    let web = TeamName("web")
    try world.perform(AddTeam(Team(name: web)))
    #expect(throws: Missing.self) { try take([alert("b")], in: world) }
    #expect(throws: Missing.self) { try take([alert("b")], in: world, team: TeamName("nobody")) }
    #expect(try take([alert("b", team: "Web"), alert("c", team: "platform")], in: world).opened.count == 2)
    #expect(try incident(2, in: world).team == web && incident(3, in: world).team == World.platform)
    #expect(try take([alert("d", team: "platform")], in: world, team: web).opened == [IncidentNumber(4)])
    #expect(try incident(4, in: world).team == web)
    // Repeats and ends need no team.
    #expect(try take([alert("a")], in: world).others == [IncidentNumber(1)])
    #expect(try take([alert("z", .resolved)], in: world).incidents == [])
  }

  @Test("A thousand alerts are one incident with a short entry; and the store is sound")
  func thousand() throws {
    let world = try World()
    let many = (0..<1000).map { alert("\($0)", group: "g", severity: 2, services: ["s\($0)"]) }
    #expect(try take(many, in: world, as: "1", title: "Everything").opened == [IncidentNumber(1)])
    let incident = try incident(1, in: world)
    #expect(incident.title == "Everything" && incident.services.count == 50)
    #expect(try alertTexts(1, in: world)[0].split(separator: "\n").count == 7)
    #expect(try world.store.read { try $0.alerts(of: IncidentNumber(1)) }.count == 1000)
    #expect(try take(many, in: world, as: "2").others == [IncidentNumber(1)])
    #expect(try world.store.verify().findings.isEmpty)
  }

  @Test("Hostile text is kept as it came, and services that could not be ones are split")
  func hostile() throws {
    let world = try World()
    var told = alert("'; DROP TABLE incident; --", services: ["a,b\n c", " , "])
    told.title = "\u{1B}[2J<script>"
    try take([told], in: world)
    let incident = try incident(1, in: world)
    #expect(incident.title == "\u{1B}[2J<script>" && incident.services == ["a", "b c"])
  }
}
