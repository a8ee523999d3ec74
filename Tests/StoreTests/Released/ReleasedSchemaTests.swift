import Domain
import Foundation
import Schema
import Testing

@testable import Store

/// Stores that the program of their day wrote, each with all that it could: a team, a run that ended and one that goes on,
/// then lessons (3), a backlog (4), duties (5) and an incident (7). `scripts/released-store` made them.
@Suite("A store of every released schema")
struct ReleasedSchemaTests {
  static let released = [2, 3, 4, 5, 6, 11]

  /// A copy of such a store in a directory of its own.
  private final class Old {
    let directory = NSTemporaryDirectory() + "prodpair-old-" + UUID().uuidString
    var path: String { directory + "/prodpair.sqlite" }

    init(_ schema: Int) throws {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Stores/schema-\(schema).sqlite")
      try Data(contentsOf: file).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func open() throws -> Store { try Store.open(path: path, options: StoreOptions(catalogue: .prodpair)) }
  }

  @Test("It opens, is copied first, has the present schema and verifies, with all that was in it", arguments: released)
  func opens(schema: Int) throws {
    let old = try Old(schema)
    let latest = try #require(Schema.migrations.last?.version)
    let store = try old.open()
    #expect(store.upgrade == SchemaUpgrade(from: schema, to: latest, copy: old.path + ".schema-\(schema)"))
    #expect(try store.facts().engine.schemaVersion == latest)
    #expect(try store.verify().findings == [])
    #expect(try store.integrityProblems() == [])

    let (ended, going, checklist) = try store.read { reader in
      (try reader.run(RunNumber(1)), try reader.run(RunNumber(2)), try reader.version(of: ChecklistName("new-release")))
    }
    #expect(ended.state == .completedExceptDeferred)
    #expect(ended.progress(of: StepID("canary")).state == .done)
    #expect(ended.entries.contains { $0.reason == "port 34567 in use" })
    #expect(going.state == .running)
    #expect(checklist.reference.number == (schema < 3 ? 1 : 2))
    try store.close()
  }

  @Test("The copy is the older store, byte for byte what that program could read", arguments: released)
  func copy(schema: Int) throws {
    let old = try Old(schema)
    let store = try old.open()
    let copy = try #require(store.upgrade?.copy)
    let head = try store.read { try $0.journalHead() }
    try store.close()
    // Its schema is the older one still, so opening it upgrades it in turn, to the same head.
    let again = try Store.open(path: copy, options: StoreOptions(catalogue: .prodpair))
    #expect(again.upgrade?.from == schema)
    #expect(try again.read { try $0.journalHead() } == head)
    #expect(try again.verify().findings == [])
    try again.close()
  }

  @Test("It is worked with as if it had always been so", arguments: released)
  func worked(schema: Int) throws {
    let old = try Old(schema)
    let store = try old.open()
    let ana = Actor(login: "ana", uid: 7, person: Handle("ana"))
    let now = Instant.start + .minutes(60 * 24 * 3650)
    let before = try store.read { try $0.journalHead().seq }
    try store.perform(
      ActOnRun(run: RunNumber(2), action: .settle(StepID("canary"), Settlement(.done))), by: ana, at: now)
    #expect(try store.read { try $0.run(RunNumber(2)).progress(of: StepID("canary")).state } == .done)
    #expect(try store.read { try $0.journalHead().seq } == before + 1)
    #expect(try store.verify().findings == [])
    try store.close()
  }

  @Test("What was done under the older schema is undone, or refused with the reason", arguments: released)
  func undone(schema: Int) throws {
    let old = try Old(schema)
    let store = try old.open()
    let login = try store.read { try $0.journal(limit: .max).map(\.login) }.first ?? "root"
    let actor = try store.read { try $0.resolve(Actor(login: login, uid: 0)) }
    for entry in try store.read({ try $0.journal(limit: .max) }) {
      do {
        try store.undo(entry.seq, by: actor, at: .start)
      } catch StoreError.undoRefused(entry.seq, let refusal) {
        #expect(!refusal.description.isEmpty)
      }
    }
    #expect(try store.verify().findings == [])
    #expect(try store.integrityProblems() == [])
    try store.close()
  }
}
