import Domain
import Schema
import Testing

@testable import Store

@Suite("What is kept of runs for the figures")
struct KeptFiguresTests {
  private static let kept = ["run_figure", "run_step"]

  private func rows(_ world: World) throws -> [[Row]] {
    try world.store.read { reader in
      try Self.kept.map { try reader.rows("SELECT * FROM \($0) ORDER BY 1, 2") }
    }
  }

  @Test("Each run's row is what Domain makes of the whole run, and so is each step's")
  func asComputed() throws {
    let world = try GeneratedYear(runs: 60).world
    try world.store.read { reader in
      for row in try reader.rows("SELECT number FROM run") {
        let run = try reader.run(RunNumber(try row.integer("number")))
        let kept = try #require(try reader.first("SELECT * FROM run_figure WHERE run = ?", [Value(run.number.value)]))
        let figures = RunFigures(run)
        #expect(Array(kept.values.dropFirst(2)) == figures.values + [figures.latest(of: run)], "run \(run.number)")
        for step in run.steps {
          let own = try reader.first(
            "SELECT * FROM run_step WHERE run = ? AND step = ?", [Value(run.number.value), .text(step.id.text)])
          #expect(
            own.map { Array($0.values.dropFirst(2)) } == StepFigures(run.progress(of: step.id))?.values,
            "run \(run.number), \(step.id)")
        }
      }
    }
  }

  @Test("A store from before gets the same from its migration")
  func migrated() throws {
    let world = try GeneratedYear(runs: 60).world
    try world.start()
    let before = try rows(world)
    let migration = try #require(Schema.migrations.first { $0.name == "figures" })
    try world.forge(
      Self.kept.map { "DROP TABLE \($0);" }.joined() + "PRAGMA user_version = \(migration.version - 1)")
    try world.store.close()
    // What came after it is there already.
    let options = StoreOptions(
      catalogue: .prodpair, migrations: Schema.migrations.filter { $0.version <= migration.version })
    let store = try Store.open(path: world.path, options: options)
    defer { try? store.close() }
    let after = try store.read { reader in
      try Self.kept.map { try reader.rows("SELECT * FROM \($0) ORDER BY 1, 2") }
    }
    #expect(before.map(\.count).allSatisfy { $0 > 50 })
    for (old, new) in zip(before, after) {
      #expect(old.count == new.count)
      for (one, other) in zip(old, new) where one != other { Issue.record("\(one) became \(other)") }
    }
    #expect(try store.verify().isSound)
  }
}
