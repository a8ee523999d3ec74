import ChecklistFile
import Domain
import Foundation

@testable import Store

/// A made-up year of a team, the same every time: good runs, failures, rollbacks, aborts, incidents.
struct GeneratedYear {
  let world: World
  /// When the year is looked back on.
  static let end = Instant.morning.days(366)
  private var dice = Dice(seed: 7)
  private var lastIncident: IncidentNumber?

  private struct Dice {
    var seed: UInt64
    mutating func roll(_ sides: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(sides))
    }
  }

  static let checklist = """
    ---
    checklist: ship
    team: platform
    expected: 1h30m
    parameters:
      - name: commits
        default: ""
    ---
    # Ship

    ## Pre
    - [ ] Look at the manifests <!-- id: look -->
    ## During
    - [ ] Deploy the canary <!-- id: canary; deploys -->
    - [ ] Deploy the rest <!-- id: rest; deploys -->
    ## Post
    - [ ] Watch it <!-- id: watch -->
    ## Rollback
    When it is bad.
    - [ ] Deploy what was there before <!-- id: back; deploys -->

    """

  init(runs: Int) throws {
    world = try World()
    let document = try ChecklistDocument(source: Self.checklist, fileName: "ship.md")
    try world.perform(ImportChecklist(document, as: ChecklistName("ship"), reason: "first"))
    for index in 0..<runs { try run(index, of: runs) }
  }

  private mutating func run(_ index: Int, of all: Int) throws {
    let begun = Instant.morning + .minutes(Int64(index) * 365 * 1440 / Int64(all) + Int64(dice.roll(900)))
    var now = begun
    func tick() { now = now + .minutes(7) }
    let isRemedy = lastIncident != nil && dice.roll(3) == 0
    let commits = dice.roll(2) == 0 ? (begun - .minutes(Int64(1 + dice.roll(5000)))).rfc3339 : ""
    let number = try world.start(
      dice.roll(6) == 0 ? "staging" : "prod",
      { order in
        order.checklist = ChecklistName("ship")
        order.parameters = ["commits": commits]
        order.override = "generated"
        order.isRehearsal = index % 11 == 10
        order.incident = isRemedy ? lastIncident?.value : nil
      }, at: begun)
    func act(_ action: RunAction) throws {
      tick()
      try world.act(action, on: number, at: now)
    }
    if dice.roll(12) == 0 { return try act(.abort(reason: "not today")) }
    if dice.roll(5) == 0 { try act(.settle("look", .skipped, "seen")) } else { try act(.done("look")) }
    var isStarted = dice.roll(2) == 0
    if isStarted { try act(.start(StepID("canary"))) }
    let fate = dice.roll(10)
    if fate == 0 { return try act(.abort(reason: "the lights went out")) }
    if fate <= 2 {
      try act(.settle("canary", .failed, "port in use"))
      if fate == 1 {
        // What was written by mistake plays no part.
        try act(.correct(StepID("canary"), reason: "the other one"))
      } else {
        isStarted = false
      }
    }
    if !isStarted { try act(.start(StepID("canary"))) }
    try act(fate == 3 ? .settle("canary", .overridden, "known") : .done("canary"))
    if fate == 4 {
      try act(.settle("rest", .failed, "half of them"))
      try act(.rollBack(reason: "bad", override: nil))
      if dice.roll(2) == 0 { try act(.settle("back", .failed, "once more")) }
      try act(.done("back"))
      try act(.settle("rest", .skipped, "rolled back"))
      try act(.settle("watch", .notApplicable, "rolled back"))
      return try act(.finish)
    }
    try act(fate == 5 ? .settle("rest", .deferred, "tomorrow") : .done("rest"))
    if fate == 6 { return try act(.abort(reason: "after it")) }
    try act(.done("watch"))
    try act(.finish)
    if fate == 7 { try act(.markRolledBack(reason: "wrong in the morning", by: index % 2 == 0 ? nil : RunNumber(1))) }
    if fate >= 8 { try cause(number, at: now) }
  }

  private mutating func cause(_ run: RunNumber, at now: Instant) throws {
    let began = now + .minutes(Int64(dice.roll(600)))
    let draft = IncidentDraft(
      team: TeamName("platform"), title: "logs dropped", services: (lastIncident?.value ?? 0) % 2 == 0 ? ["logs"] : [],
      customersNoticed: dice.roll(2) == 0 ? .yes : .no,
      impactBegan: began, detected: began + .minutes(Int64(dice.roll(60))), runs: [IncidentRun(run, .caused)])
    let opened = began + .minutes(70)
    let number = try world.perform(OpenIncident(draft), at: opened)
    lastIncident = number
    if dice.roll(5) == 0 { return }
    try world.perform(SettleIncident(number, .mitigate), at: opened + .minutes(Int64(10 + dice.roll(300))))
    if dice.roll(4) == 0 { return }
    try world.perform(SettleIncident(number, .resolve), at: opened + .minutes(600))
  }

  func numbers(_ service: String? = nil) throws -> Numbers {
    try world.store.read { reader in
      let team = try reader.team(TeamName("platform"))
      guard let window = NumbersWindow(weeks: 53, zone: .gmt, now: Self.end) else { throw Missing.noTeamYet }
      return try reader.numbers(of: team, service: service, in: window, at: Self.end)
    }
  }
}
