import Domain
import Testing

@testable import Store

@Suite("Lists of runs")
struct RunListTests {
  /// Ten runs: 1–6 in staging by ana and bo, 7–8 by cy and bo in prod, 9–10 of another team's.
  private func world() throws -> World {
    let world = try World()
    try world.perform(AddPerson(Person(handle: Handle("cy"), name: "Cy", login: "cy")))
    try world.perform(AddTeam(Team(name: TeamName("apps"))))
    try world.importRelease()
    for number in 1...6 {
      try world.start()
      if number < 6 { try world.act(.abort(reason: "again"), on: RunNumber(number)) }
    }
    for number in 7...8 {
      let order = world.order("prod") {
        $0.pair = [Handle("cy"), Handle("bo")]
        $0.override = "hotfix"
      }
      try world.perform(StartRun(order), by: .bo)
      if number == 7 { try world.act(.abort(reason: "again"), on: RunNumber(number), by: .bo) }
    }
    for _ in 9...10 {
      try world.start("staging") {
        $0.team = TeamName("apps")
        $0.override = "both"
      }
    }
    return world
  }

  private func list(_ world: World, _ filter: RunFilter = RunFilter(), before: Int? = nil, limit: Int = 99) throws
    -> [Int]
  {
    try world.store.read { try $0.runs(filter, before: before.map { RunNumber($0) }, limit: limit) }.map(\.number.value)
  }

  @Test("Windows by number follow each other, newest first, and miss nothing")
  func windows() throws {
    let world = try world()
    #expect(try list(world, limit: 4) == [10, 9, 8, 7])
    #expect(try list(world, before: 7, limit: 4) == [6, 5, 4, 3])
    #expect(try list(world, before: 3, limit: 4) == [2, 1])
    #expect(try list(world, before: 1, limit: 4) == [])
    let page = try list(world, before: 7, limit: 2)
    try world.start("prod") {
      $0.team = TeamName("apps"); $0.override = "new"
    }
    #expect(try list(world, before: 7, limit: 2) == page)
  }

  @Test("Each filter alone, and all together")
  func filters() throws {
    let world = try world()
    #expect(try list(world, RunFilter(checklist: ChecklistName("release"))).count == 10)
    #expect(try list(world, RunFilter(checklist: ChecklistName("other"))) == [])
    #expect(try list(world, RunFilter(team: TeamName("apps"))) == [10, 9])
    #expect(try list(world, RunFilter(environment: "prod")) == [8, 7])
    #expect(try list(world, RunFilter(states: [.running])) == [10, 9, 8, 6])
    #expect(try list(world, RunFilter(states: [.running, .aborted, .planned])).count == 10)
    #expect(try list(world, RunFilter(person: Handle("cy"))) == [8, 7])
    #expect(try list(world, RunFilter(person: Handle("bo"))).count == 10)
    #expect(try list(world, RunFilter(states: [.running], person: Handle("cy"))) == [8])
    #expect(try list(world, RunFilter(states: [.running, .aborted], person: Handle("cy"))) == [8, 7])
    let all = RunFilter(
      checklist: ChecklistName("release"), team: TeamName("platform"), environment: "staging", states: [.aborted],
      person: Handle("ana"))
    #expect(try list(world, all, before: 5, limit: 2) == [4, 3])
  }

  @Test("Words are found wherever the list shows them, in either case, all of them on one run")
  func words() throws {
    let world = try world()
    let artifact = try world.run(10).artifact
    func found(_ words: String...) throws -> [Int] { try list(world, RunFilter(words: words)) }
    #expect(try found("apps") == [10, 9] && found("APPS") == [10, 9])
    #expect(try found("prod", "cy") == [8, 7] && found("prod", "apps") == [])
    #expect(try found("10") == [10] && found("abort") == [7, 5, 4, 3, 2, 1])
    #expect(try found("\(artifact.name)@\(artifact.version)").count == 10)
    #expect(try found("v1", "release").count == 10 && found("v77") == [])
    #expect(try found("%") == [] && found("_") == [] && found("nowhere") == [])
    #expect(try list(world, RunFilter(person: Handle("cy"), words: ["prod"]), before: 8) == [7])
  }

  @Test("A run in the list says what the run itself says")
  func summary() throws {
    let world = try world()
    let summary = try #require(try world.store.read { try $0.runs(limit: 1).first })
    let run = try world.run(10)
    #expect(summary.version == run.version.reference && summary.artifact == run.artifact && summary.team == run.team)
    #expect(summary.state == run.state && summary.pair == run.pair && summary.startedAt == run.progress.startedAt)
  }

  @Test("The last run of a checklist by a person is their newest that began, before this one")
  func lastRun() throws {
    let world = try world()
    func last(_ who: String, before: Int) throws -> Int? {
      try world.store.read {
        try $0.lastRun(of: ChecklistName("release"), by: Handle(who), before: RunNumber(before))?.number.value
      }
    }
    #expect(try last("ana", before: 7) == 6)
    #expect(try last("ana", before: 9) == 6)
    #expect(try last("cy", before: 8) == 7)
    #expect(try last("cy", before: 7) == nil)
    try world.perform(PlanRun(world.order("prod"), plan: Plan(at: .morning)))
    #expect(try last("bo", before: 99) == 10)
  }

  @Test("The list of checklists names the latest version and the newest run")
  func checklists() throws {
    let world = try world()
    let checklist = try #require(try world.store.read { try $0.checklists().first })
    #expect(checklist.name == ChecklistName("release") && checklist.version == 1 && checklist.stepCount == 6)
    #expect(checklist.lastRun?.number == RunNumber(10))
  }

  @Test("A run that is not there is named as missing")
  func missing() throws {
    let world = try World()
    #expect(throws: Missing.run(RunNumber(3))) { try world.run(3) }
    #expect(try world.summary(3) == nil)
  }
}
