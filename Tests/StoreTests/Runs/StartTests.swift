import ChecklistFile
import Domain
import Testing

@testable import Store

@Suite("Starting a run")
struct StartTests {
  @Test("A run begins with its pair, and the list has it with what it counts")
  func start() throws {
    let world = try World()
    #expect(try world.start() == RunNumber(1))
    let run = try world.run()
    #expect(run.state == .running && run.pair == [Handle("ana"), Handle("bo")] && run.isUnplanned)
    #expect(run.parameters == ["version": "v205"])
    let summary = try #require(try world.summary())
    #expect(summary.state == .running && summary.pair == run.pair && summary.startedAt == .morning)
    #expect(summary.settled == 0 && summary.active == 5)
    #expect(try world.store.read { try $0.journal(limit: 1).first?.undo.name } == "correct-only")
  }

  @Test("What is named has to be there, and nothing is left of a start that is refused")
  func missing() throws {
    let world = try World()
    let before = try world.content()
    func refused(_ error: some Error & Equatable, _ adjust: @escaping (inout RunOrder) -> Void) {
      #expect(throws: error) { try world.start("staging", adjust) }
    }
    refused(Missing.checklist("relaese", known: ["release"])) { $0.checklist = ChecklistName("relaese") }
    refused(Missing.version(VersionReference(checklist: ChecklistName("release"), number: 9), latest: 1)) {
      $0.version = 9
    }
    refused(Missing.team("web", known: ["platform"])) { $0.team = TeamName("web") }
    refused(Missing.person("cy", known: ["ana", "bo"])) { $0.pair = [Handle("ana"), Handle("cy")] }
    refused(Missing.environment("stage", team: TeamName("platform"), known: ["staging", "prod"])) {
      $0.environment = "stage"
    }
    refused(Refusal.pairTwice(Handle("ana"))) { $0.pair = [Handle("ana"), Handle("ana")] }
    #expect(try world.content() == before)
  }

  @Test("Parameters are checked before anything else is written")
  func parameters() throws {
    let world = try World()
    let before = try world.content()
    #expect(throws: ParameterError.missing(name: "version", ask: nil)) {
      try world.start("staging") { $0.parameters = [:] }
    }
    #expect(throws: ParameterError.patternFails(name: "version", value: "205", pattern: "^v[0-9]+$")) {
      try world.start("staging") { $0.parameters = ["version": "205"] }
    }
    #expect(throws: ParameterError.unknown(name: "verson", declared: ["version"])) {
      try world.start("staging") { $0.parameters = ["version": "v1", "verson": "v1"] }
    }
    #expect(try world.content() == before)
  }

  @Test("An environment that the checklist does not list is refused, also with an override")
  func environmentNotListed() throws {
    let world = try World()
    var team = Team(name: TeamName("platform"))
    team.environments.append(Environment(name: "lab", kind: .other))
    try world.perform(EditTeam(team))
    #expect(throws: Refusal.environmentNotListed("lab", allowed: ["staging", "prod"])) {
      try world.start("lab") { $0.override = "because" }
    }
  }

  @Test("Everything that stands in the way is named at once, and an override is recorded rule by rule")
  func override() throws {
    let world = try World()
    let night = Instant.morning + .seconds(10 * 3600)
    #expect {
      try world.start("prod", { $0.pair = [Handle("ana")] }, at: night)
    } throws: { error in
      guard case Refusal.cannotStart(let obstacles) = error else { return false }
      return obstacles.map(\.rule) == [.pair, .stagingFirst, .startWindow, .workingHours]
    }
    try world.start(
      "prod",
      {
        $0.pair = [Handle("ana")]
        $0.override = "the certificate expires tonight"
      }, at: night)
    let overridden = try world.run().entries.filter { $0.kind == .ruleOverridden }
    #expect(
      overridden.compactMap { $0.value?.prefix { $0 != ":" } } == [
        "pair", "staging-first", "start-window", "working-hours",
      ])
    #expect(overridden.allSatisfy { $0.reason == "the certificate expires tonight" && $0.by == Handle("ana") })
  }

  @Test("An override is accepted where none is needed, and leaves no mark; one of blanks is none")
  func needless() throws {
    let world = try World()
    try world.start("staging") { $0.override = "just in case" }
    #expect(try !world.run().entries.contains { $0.kind == .ruleOverridden })
    #expect(throws: Refusal.self) {
      try world.start("staging") { $0.override = "  \t" }
    }
  }

  @Test("One run an environment: the second is told which is active, elsewhere it may start")
  func oneAnEnvironment() throws {
    let world = try World()
    try world.start()
    try world.act(.pause(reason: nil))
    #expect(
      throws: Refusal.cannotStart([Obstacle(.oneRunAnEnvironment, "run 1 is active in staging")])
    ) { try world.start() }
    try world.start("prod") { $0.override = "hotfix" }
    try world.act(.abort(reason: "wrong artifact"))
    #expect(try world.start() == RunNumber(3))
  }

  @Test("A holiday and a freeze stand in the way of prod, in the team's own days")
  func calendar() throws {
    let world = try World()
    try world.perform(
      EditTeam(
        Team(
          name: TeamName("platform"), timeZone: "Pacific/Auckland",
          hours: WeeklyWindow("Mon-Sun 00:00-24:00") ?? .officeHours,
          holidays: [Holiday(date: "2026-12-08", name: "Conception")],
          freezes: [Freeze(from: "2026-12-08", through: "2026-12-09", reason: "audit")])))
    // 10:00 UTC is 23:00 of the 7th in Auckland; two hours later it is the 8th there.
    func rules(_ now: Instant) -> [Rule] {
      do {
        try world.start("prod", { $0.incident = nil }, at: now)
        return []
      } catch Refusal.cannotStart(let obstacles) {
        return obstacles.map(\.rule)
      } catch {
        return []
      }
    }
    #expect(rules(.morning) == [.stagingFirst, .startWindow])
    #expect(rules(.morning + .seconds(7200)) == [.stagingFirst, .startWindow, .holiday, .freeze])
  }

  /// A Monday, a Friday, and the Thursday before Christmas, each with the next working day.
  static let incidents: [(Instant, String)] = [
    (Instant.morning, "2026-12-08"),
    (Instant.morning + Duration.seconds(4 * 86_400), "2026-12-14"),
    (Instant.morning + Duration.seconds(17 * 86_400), "2026-12-28"),
  ]

  @Test("A run for an incident has its reason, and a review is due the next working day", arguments: incidents)
  func incident(now: Instant, due: String) throws {
    let world = try World()
    try world.perform(
      EditTeam(Team(name: TeamName("platform"), holidays: [Holiday(date: "2026-12-25", name: "Christmas")])))
    try world.start("prod", { $0.incident = 9 }, at: now)
    #expect(try world.run().entries.filter { $0.kind == .ruleOverridden }.allSatisfy { $0.reason == "incident 9" })
    #expect(try world.text("SELECT review_due AS found FROM run WHERE number = 1") == due)
    try world.start()
    #expect(try world.text("SELECT review_due AS found FROM run WHERE number = 2") == nil)
  }

  @Test("Deferred steps come back with the next run of the checklist in any environment, a rehearsal's do not")
  func returning() throws {
    let world = try World()
    try world.start()
    try world.complete(RunNumber(1), deferring: ["attend"])
    #expect(try world.run().state == .completedExceptDeferred)
    try world.start("staging") { $0.isRehearsal = true }
    try world.complete(RunNumber(2))
    try world.start("prod") { $0.override = "x" }
    #expect(try world.run(3).entries.contains { $0.kind == .stepReturned })
    try world.start()
    let returned = try world.run(4).entries.filter { $0.kind == .stepReturned }
    #expect(returned.map(\.step) == [StepID("attend")])
    #expect(returned.first?.value == "run 1: Tell who must attend" && returned.first?.reason == "not today")
    try world.complete(RunNumber(4))
    try world.start()
    #expect(try !world.run(5).entries.contains { $0.kind == .stepReturned })
  }

  @Test("A checklist whose team is not here leaves the choice to the caller")
  func foreignTeam() throws {
    let world = try World(isEmpty: true)
    try world.perform(AddTeam(Team(name: TeamName("web"))))
    try world.perform(AddPerson(Person(handle: Handle("ana"), name: "Ana", login: "ana")))
    try world.perform(AddPerson(Person(handle: Handle("bo"), name: "Bo", login: "bo")))
    try world.importRelease()
    try world.start()
    #expect(try world.run().team == TeamName("web"))
  }
}
