import Domain
import Testing

@testable import Store

@Suite("Opening an incident")
struct OpenIncidentTests {
  @Test("It has the next number, is detected and declared now, and its timeline begins")
  func plain() throws {
    let world = try World()
    #expect(try world.openIncident() == IncidentNumber(1))
    #expect(try world.openIncident("Again") == IncidentNumber(2))
    let incident = try world.incident()
    #expect(incident.times == IncidentTimes(detected: .morning, declared: .morning))
    #expect(incident.severity == .minor && incident.customersNoticed == .unknown && incident.openedBy == Handle("ana"))
    #expect(try world.incidentEntries().map(\.text) == ["declared, sev 3: Logs are dropped"])
    #expect(try world.store.verify().isSound)
  }

  @Test("What was seen stands first, at the time at which it was seen")
  func note() throws {
    let world = try World()
    try world.openIncident {
      $0.note = "no logs of z1"
      $0.impactBegan = .after(-40)
      $0.detected = .after(-30)
    }
    let entries = try world.incidentEntries()
    #expect(entries.map(\.kind) == [.observation, .time] && entries.map(\.at) == [.after(-30), .morning])
    #expect(entries.map(\.written) == [.morning, .morning] && entries.map(\.seq) == [1, 2])
  }

  @Test("Without a pair it is of the two on duty; with one, of those")
  func pair() throws {
    let world = try World.withRotation()
    try world.plan(4)
    let duty = try world.store.read { try $0.pairOnDuty(of: try $0.team(TeamName("platform")), at: .morning) }
    try world.openIncident()
    #expect(try world.incident().roles.pair == duty && !duty.isEmpty)
    try world.openIncident { $0.roles.pair = [Handle("eve")] }
    #expect(try world.incident(2).roles.pair == [Handle("eve")])
  }

  @Test("Whoever is named has to be there, and so does a run, and a team")
  func missing() throws {
    let world = try World()
    let before = try world.content()
    #expect(throws: Missing.self) { try world.openIncident { $0.roles.commander = Handle("nobody") } }
    #expect(throws: Missing.self) { try world.openIncident { $0.roles.called = [Handle("nobody")] } }
    #expect(throws: Missing.self) { try world.openIncident { $0.runs = [IncidentRun(RunNumber(7), .related)] } }
    #expect(throws: Missing.self) { try world.openIncident { $0.team = TeamName("nobodys") } }
    #expect(try world.content() == before)
  }

  @Test("Bad times, no title and a service with a comma are refused, and nothing is opened")
  func refused() throws {
    let world = try World()
    let late = try world.refusal { try world.openIncident { $0.impactBegan = .after(1) } }
    #expect(late == .inTheFuture(.impactBegan, .after(1), now: .morning))
    let order = try world.refusal {
      try world.openIncident {
        $0.impactBegan = .after(-10)
        $0.detected = .after(-20)
      }
    }
    #expect(order == .outOfOrder(.impactBegan, .after(-10), .detected, .after(-20)))
    #expect(try world.refusal { try world.openIncident(" ") } != nil)
    #expect(try world.refusal { try world.openIncident { $0.services = ["a,b"] } } == .serviceUnusable("a,b"))
  }

  @Test("From a run: the run is related, its entries are the timeline's start, and the run knows its incident")
  func fromRun() throws {
    let world = try World()
    let run = try world.start()
    try world.act(.settle("manifests", .failed, "port 34567 in use"), at: .after(5))
    try world.openIncident(at: .after(10)) { $0.runs = [IncidentRun(run, .caused)] }
    let timeline = try world.store.read { try $0.timeline(of: IncidentNumber(1)) }
    let texts = timeline.events.map { event in
      switch event {
      case .entry(let entry): entry.kind.rawValue
      case .run(_, let entry): entry.kind.rawValue
      }
    }
    #expect(texts.first == "run-started" && texts.suffix(2) == ["failed", "time"])
    #expect(timeline.events.map(\.at) == timeline.events.map(\.at).sorted())
    let found = try world.store.read { try $0.incidents(of: run) }
    #expect(found.map(\.incident.number) == [IncidentNumber(1)] && found.map(\.kind) == [.caused])
  }

  @Test("A run that was begun for it is its remedy, whatever else is said")
  func remedy() throws {
    let world = try World()
    try world.openIncident()
    let run = try world.start("staging", { $0.incident = 1 })
    #expect(try world.store.read { try $0.runs(of: IncidentNumber(1)) } == [IncidentRun(run, .remedy)])
    #expect(try world.store.read { try $0.incidents(of: run) }.map(\.kind) == [.remedy])
    let kinds: [IncidentRunKind?] = [.caused, .related, nil]
    for kind in kinds {
      let refused = try world.refusal {
        try world.perform(EditIncident(IncidentNumber(1), runs: [(run: run, kind: kind)]))
      }
      #expect(refused == .isRemedy(run, IncidentNumber(1)))
    }
    try world.perform(EditIncident(IncidentNumber(1), runs: [(run: run, kind: .remedy)]))
    #expect(try world.store.verify().isSound)
  }

  @Test("Hostile text is kept as it came, line breaks made plain")
  func hostile() throws {
    let world = try World()
    try world.openIncident("a\r\nb\u{1B}[2J\u{202E}' ); DROP TABLE incident; --")
    #expect(try world.incident().title == "a\nb\u{1B}[2J\u{202E}' ); DROP TABLE incident; --")
    #expect(throws: StoreError.self) { try world.openIncident("a\u{0}b") }
    #expect(try world.store.verify().isSound)
  }
}
