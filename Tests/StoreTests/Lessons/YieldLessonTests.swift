import Domain
import Testing

@testable import Store

@Suite("What the record says of lines")
struct YieldLessonTests {
  @Test("Yields leave the run out that looks at them, and read no more than they are asked to")
  func yields() throws {
    let world = try World()
    for _ in 0..<3 {
      let number = try world.start()
      try world.act(.start(StepID("manifests")), on: number)
      try world.complete(number, at: .morning + .minutes(5))
    }
    let version = try world.run().version
    func runs(_ limit: Int, besides left: RunNumber? = nil) throws -> (ran: Int, runs: Int) {
      let (yields, runs) = try world.store.read {
        try $0.stepYields(of: version, lastRuns: limit, besides: left)
      }
      return (yields.first { $0.step == StepID("manifests") }?.ran ?? 0, runs)
    }
    #expect(try runs(200) == (3, 3))
    #expect(try runs(200, besides: RunNumber(2)) == (2, 2))
    #expect(try runs(1, besides: RunNumber(3)) == (1, 1))
  }

  @Test("The origins of all lines at once are those that each has alone")
  func origins() throws {
    let world = try World()
    let source = World.release.replacing(
      "- [ ] Run the smoke tests", with: "- [ ] Look at the logs <!-- id: logs -->\n- [ ] Run the smoke tests")
    try world.importRelease(source, reason: "the logs were dropped")
    try world.learn { $0.source = .incident(3) }
    try world.perform(SettleLessons([LessonNumber(1)], .folded(version: 2, step: StepID("logs"))))
    try world.store.read { reader in
      let version = try reader.version(of: World.checklist)
      let all = try reader.origins(of: version)
      #expect(Set(all.keys) == Set(version.steps.map(\.id)))
      for step in version.steps { #expect(try all[step.id] == reader.origin(of: step.id, in: World.checklist)) }
      #expect(all[StepID("logs")]?.since.reference.number == 2)
      #expect(all[StepID("logs")]?.lessons.map(\.number.value) == [1])
      let first = try reader.version(of: World.checklist, number: 1)
      #expect(try reader.origins(of: first).values.allSatisfy { $0.lessons.isEmpty })
      #expect(all[StepID("deploy")]?.since.reference.number == 1)
    }
  }
}
