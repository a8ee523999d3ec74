import Domain
import Testing

@Suite("What stands in the way of a start (rules 3 and 4)")
struct StartRuleTests {
  static let proof = StagingProof.run(RunNumber(7), digest: nil, exceptions: [])
  static let restOfWeek = WeeklyWindow("Tue-Sun 00:00-24:00")
  static let afternoon = WeeklyWindow("Mon-Fri 13:00-17:00")

  /// A start in production on a Monday at 09:30 UTC that nothing stands in the way of.
  struct World: Sendable {
    var request = RunRequest(environment: .prod, artifact: .release, pair: ["ana", "bo"])
    var settings = ChecklistSettings(start: WeeklyWindow("Mon-Thu 09:00-11:30"))
    var facts = StartFacts(team: .sample, proofs: [proof])
    var now = Instant.t0

    var obstacles: [Obstacle] {
      StartRules.obstacles(
        to: request, of: .sample([.line("s"), .killer("k")], settings: settings), given: facts, at: now)
    }

    func start() throws(Refusal) -> [Entry] {
      try request.start(
        of: .sample([.line("s"), .killer("k")], settings: settings), given: facts, returning: [], by: .ana, at: now)
    }

    /// Puts the rule in the way.
    mutating func putInTheWay(_ rule: Rule) {
      switch rule {
      case .pair: request.pair = ["ana"]
      case .stagingFirst: facts.proofs = []
      case .startWindow: settings.start = StartRuleTests.restOfWeek
      case .workingHours: if let hours = StartRuleTests.afternoon { facts.team.hours = hours }
      case .holiday: facts.team.holidays = [Holiday(date: "2026-12-07", name: "Day off")]
      case .freeze: facts.team.freezes = [Freeze(from: "2026-12-07", through: "2026-12-31", reason: "year end")]
      case .oneRunAnEnvironment: facts.activeRuns = [RunNumber(6)]
      case .redline: facts.redlines = [.redline(on: "k")]
      default: break
      }
    }
  }

  static let rules: [Rule] = [
    .pair, .oneRunAnEnvironment, .redline, .stagingFirst, .startWindow, .workingHours, .holiday, .freeze,
  ]
  static let calendar: [Rule] = [.stagingFirst, .startWindow, .workingHours, .holiday, .freeze]

  @Test("A proven artifact, in hours, with a pair, starts")
  func clear() throws {
    let entries = try World().start()
    #expect(entries.map(\.kind) == [.runStarted, .joined, .joined, .provenInStaging])
    #expect(entries.last?.value == "run 7")
  }

  @Test("Each rule stands in the way alone, and by name", arguments: rules)
  func alone(rule: Rule) {
    var world = World()
    world.putInTheWay(rule)
    #expect(world.obstacles.map(\.rule) == [rule])
    #expect(throws: Refusal.cannotStart(world.obstacles)) { try world.start() }
  }

  @Test("All rules together are named together")
  func together() {
    var world = World()
    for rule in Self.rules { world.putInTheWay(rule) }
    #expect(world.obstacles.map(\.rule) == Self.rules)
    #expect(throws: Refusal.cannotStart(world.obstacles)) { try world.start() }
  }

  @Test("An override is recorded rule by rule, each with its finding and the reason")
  func overridden() throws {
    var world = World()
    for rule in Self.rules { world.putInTheWay(rule) }
    world.request.override = "logs are lost now"
    let recorded = try world.start().filter { $0.kind == .ruleOverridden }
    #expect(recorded.map(\.value) == world.obstacles.map { "\($0.rule.rawValue): \($0.message)" })
    #expect(recorded.allSatisfy { $0.reason == "logs are lost now" })
  }

  @Test("A blank override is none", arguments: ["", "  \n"])
  func blank(override: String) {
    var world = World()
    world.putInTheWay(.freeze)
    world.request.override = override
    #expect(throws: Refusal.cannotStart(world.obstacles)) { try world.start() }
  }

  @Test("An override where nothing stands in the way is accepted, and records none")
  func needless() throws {
    var world = World()
    world.request.override = "just in case"
    #expect(try !world.start().contains { $0.kind == .ruleOverridden })
  }

  @Test("An open incident supplies the reason, and a given one goes before it")
  func incident() throws {
    var world = World()
    world.putInTheWay(.freeze)
    world.request.incident = 9
    #expect(try world.start().first { $0.kind == .ruleOverridden }?.reason == "incident 9")
    world.request.override = "logs are lost now"
    #expect(try world.start().first { $0.kind == .ruleOverridden }?.reason == "logs are lost now")
  }

  @Test("A rehearsal is held to every rule, too", arguments: rules)
  func rehearsal(rule: Rule) {
    var world = World()
    world.request.isRehearsal = true
    world.putInTheWay(rule)
    #expect(world.obstacles.map(\.rule) == [rule])
  }

  @Test(
    "Outside production only the pair, the environment's other run and redlines count",
    arguments: [Environment.Kind.staging, .other])
  func staging(kind: Environment.Kind) {
    var world = World()
    for rule in Self.rules { world.putInTheWay(rule) }
    world.request.environment = Environment(name: "lab", kind: kind)
    #expect(world.obstacles.map(\.rule) == [.pair, .oneRunAnEnvironment, .redline])
  }

  @Test("The checklist may say, with its reason, that staging does not come first")
  func withoutStaging() throws {
    var world = World()
    world.putInTheWay(.stagingFirst)
    world.settings.withoutStaging = "staging has no such zone"
    #expect(world.obstacles.isEmpty)
    #expect(try world.start().last?.value == "not needed: staging has no such zone")
  }

  @Test("Days and hours are the team's own, wherever the machine stands")
  func zone() {
    var world = World()
    world.facts.team.timeZone = "Pacific/Auckland"
    #expect(Set(world.obstacles.map(\.rule)) == [.startWindow, .workingHours])
    world.facts.team.holidays = [Holiday(date: "2026-12-07", name: "")]
    world.now = .t0 + .minutes(120)
    #expect(!world.obstacles.contains { $0.rule == .holiday })
  }

  @Test("A time zone that this machine does not know is never passed")
  func unknownZone() {
    var world = World()
    world.facts.team.timeZone = "Atlantis/Deep"
    #expect(world.obstacles.map(\.rule) == [.workingHours])
    #expect(world.obstacles.first?.message.contains("could not be checked") == true)
  }

  @Test("A freeze holds from its first day through its last")
  func freeze() {
    let freeze = Freeze(from: "2026-12-24", through: "2027-01-01", reason: "")
    let days = ["2026-12-23", "2026-12-24", "2026-12-31", "2027-01-01", "2027-01-02"]
    #expect(days.map(freeze.contains) == [false, true, true, true, false])
  }

  @Test("What no override can allow: the same person twice, a third, an environment not listed")
  func never() {
    var world = World()
    world.request.override = "please"
    world.request.pair = ["ana", "ana"]
    #expect(throws: Refusal.pairTwice("ana")) { try world.start() }
    world.request.pair = ["ana", "bo", "cy"]
    #expect(throws: Refusal.pairIsFull(["ana", "bo"])) { try world.start() }
    world.request.pair = ["ana", "bo"]
    world.settings.environments = ["staging"]
    #expect(throws: Refusal.environmentNotListed("prod", allowed: ["staging"])) { try world.start() }
  }

  @Test(
    "The first entries of a run are numbered from 1",
  )
  func numbered() throws {
    #expect(try World().start().map(\.seq) == [1, 2, 3, 4])
  }
}
