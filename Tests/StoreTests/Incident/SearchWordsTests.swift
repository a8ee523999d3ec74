import CSQLite
import Domain
import Schema
import Testing

@testable import Store

@Suite("Words that were written on runs and incidents")
struct SearchWordsTests {
  private func entries(_ world: World, _ words: String..., limit: Int = 10) throws -> [String] {
    try world.store.read { try $0.entries(withWords: words, limit: limit) }.map { found in
      guard case .entry(let entry, let run, let step) = found else { return "something else" }
      return "\(run.number).\(entry.seq) \(entry.kind.rawValue) \(step?.id.text ?? "")"
    }
  }

  @Test("A note, a reason and a value are found by the beginnings of their words, newest first")
  func runs() throws {
    let world = try World()
    try world.start()
    try world.act(.note(nil, "Drained the cells, zone by zone"))
    try world.act(
      .settle(StepID("manifests"), Settlement(.failed, reason: .given("port 34567 in use by a drained cell"))))
    try world.act(.settle(StepID("manifests"), Settlement(.done, value: "14 cells healthy")))
    #expect(try entries(world, "cel").map { $0.split(separator: " ")[1] } == ["done", "failed", "note"])
    #expect(try entries(world, "DRAINED", "port").map { $0.hasSuffix("failed manifests") } == [true])
    #expect(try entries(world, "cel", limit: 1).count == 1)
    #expect(try entries(world, "rained").isEmpty)
    #expect(try entries(world, "--").isEmpty)
    #expect(try entries(world, "\" OR reason:", "NEAR(").isEmpty)
  }

  @Test("Entries of a timeline are found, and what a retro says")
  func incidents() throws {
    let world = try World()
    let incident = try world.perform(OpenIncident(IncidentDraft(team: TeamName("platform"), title: "Slow pushes")))
    try world.perform(NoteIncident(incident, .hypothesis, "Überlast: the naïve balancer"))
    func found(_ word: String) throws -> [Found] {
      try world.store.read { try $0.events(withWords: [word], limit: 10) }
    }
    #expect(try found("uberlast").count == 1)
    #expect(try found("naive") == found("balanc"))
    let retro = try world.perform(OpenRetro(RetroDraft(incidents: [incident])))
    try world.perform(EditRetro(retro, "impact") { $0.content.impact = "Nobody could push for \"an hour\"" })
    #expect(try world.store.read { try $0.retros(withWords: ["nobody", "push"], limit: 5) }.map(\.number) == [retro])
    #expect(try world.store.read { try $0.retros(withWords: ["aggregator"], limit: 5) }.isEmpty)
  }

  @Test("What was written before there was an index is in it once the store has come to it")
  func migrated() throws {
    let world = try World()
    try world.start()
    try world.act(.note(nil, "Looked at the aggregators"))
    try world.perform(
      OpenIncident(IncidentDraft(team: World.platform, title: "Slow", note: "an aggregator is full")))
    let migration = try #require(Schema.migrations.first { $0.name == "search" })
    try outside("DROP TABLE run_entry_text; DROP TABLE incident_entry_text;" + migration.sql, in: world)
    #expect(try world.store.read { try $0.entries(withWords: ["aggreg"], limit: 9) }.count == 1)
    #expect(try world.store.read { try $0.events(withWords: ["aggreg"], limit: 9) }.count == 1)
    try world.perform(NoteIncident(IncidentNumber(1), .action, "two more aggregators"))
    #expect(try world.store.read { try $0.events(withWords: ["aggreg"], limit: 9) }.count == 2)
    #expect(try world.store.verify().isSound)
  }

  /// What no command does.
  private func outside(_ sql: String, in world: World) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    #expect(sqlite3_open(world.path, &connection) == SQLITE_OK)
    #expect(csqlite_keep_wal_on_close(connection) == SQLITE_OK)
    #expect(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
  }
}
