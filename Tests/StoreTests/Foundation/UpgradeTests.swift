import Foundation
import Schema
import Testing

@testable import Store

@Suite("A store of an older schema")
struct UpgradeTests {
  /// The same store for the program that comes next, whose migration can be done once only.
  static func next(_ options: StoreOptions, sql: String = "CREATE TABLE next (a INTEGER) STRICT") -> StoreOptions {
    var next = options
    next.migrations.append(Migration(version: 3, name: "next", sql: sql))
    return next
  }

  @Test("It is copied before it is brought up to date, and the copy is what the older program had")
  func copied() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    let head = try scratch.store.head()
    try scratch.store.close()

    let store = try Store.open(path: scratch.path, options: Self.next(scratch.options))
    let upgrade = try #require(store.upgrade)
    #expect(upgrade == SchemaUpgrade(from: 2, to: 3, copy: scratch.path + ".schema-2"))
    #expect(try store.facts().engine.schemaVersion == 3)
    #expect(scratch.mode(".schema-2") == 0o600)
    try store.close()

    let copy = try Store.open(path: upgrade.copy, options: scratch.options)
    #expect(copy.upgrade == nil)
    #expect(try copy.facts().engine.schemaVersion == 2)
    #expect(try copy.head() == head)
    #expect(try copy.verify().isSound)
    try copy.close()
  }

  @Test("What a migration wrote anew does not stay in the log")
  func log() throws {
    let scratch = try Scratch()
    let content = [UInt8](repeating: 7, count: 1 << 20)
    try scratch.store.perform(
      Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
    try scratch.store.close()
    let anew = "CREATE TABLE next (content BLOB) STRICT; INSERT INTO next SELECT content FROM file"
    let store = try Store.open(path: scratch.path, options: Self.next(scratch.options, sql: anew))
    let facts = try store.facts().engine
    #expect(facts.schemaVersion == 3 && facts.walSize == 0 && facts.size > 2 << 20)
    try store.close()
  }

  @Test("Its journal becomes rows, byte for byte, and takes less room without the file growing for it")
  func journalRows() throws {
    let rows = try #require(Schema.migrations.first { $0.version == 12 })
    let scratch = try Scratch { $0.migrations[0] = Schema.migrations[0] }
    let text = String(repeating: "port 34567 in use, cafe\u{301}; ", count: 60)
    try scratch.store.perform(
      Change { transaction in
        for number in 1...2_000 { try transaction.insert(.note, ["number": Value(number), "text": .text(text)]) }
      }, by: .ana, at: .start)
    func changes(_ store: Store) throws -> [JournalChange] { try store.read { try $0.journalChanges(of: 1) } }
    let before = try changes(scratch.store)
    try scratch.store.close()
    func pages() throws -> (all: Int, free: Int) {
      let size = try #require(StoreFile.status(scratch.path)?.size)
      let free = try Data(contentsOf: URL(fileURLWithPath: scratch.path))[36..<40].reduce(0) { $0 << 8 | Int($1) }
      return (size / 4096, free)
    }
    let old = try pages()

    // Somebody who reads keeps the log from being cut: nothing of the old journal is in it.
    let reading = try scratch.another()
    let store = try reading.read { reader in
      _ = try reader.journalHead()
      let store = try Store.open(path: scratch.path, options: Self.next(scratch.options, sql: rows.sql))
      let log = try #require(StoreFile.status(scratch.path + "-wal")?.size)
      #expect(log < old.all * 4096 / 2)
      return store
    }
    try reading.close()
    #expect(try changes(store) == before)
    #expect(before.count == 2_000)
    #expect(try store.verify().isSound && store.integrityProblems().isEmpty)
    try store.close()
    let new = try pages()
    #expect(new.all <= old.all + 8)
    #expect(new.free > old.all / 4)
  }

  @Test("One that is up to date is not copied")
  func upToDate() throws {
    let scratch = try Scratch()
    try scratch.reopen()
    #expect(scratch.store.upgrade == nil)
    #expect(StoreFile.status(scratch.path + ".schema-2") == nil)
  }

  @Test("What has the copy's name already stays as it is")
  func nameTaken() throws {
    let scratch = try Scratch()
    try scratch.store.close()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: scratch.path + ".schema-2"))
    let store = try Store.open(path: scratch.path, options: Self.next(scratch.options))
    #expect(store.upgrade?.copy == scratch.path + ".schema-2-2")
    #expect(try String(contentsOfFile: scratch.path + ".schema-2", encoding: .utf8) == "mine")
    try store.close()
  }

  @Test("Without a copy it is not brought up to date, and the older program goes on with it")
  func noCopy() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    // As long as a name may be with -lock behind it, and too long with .schema-2.
    let path = scratch.directory + "/" + String(repeating: "s", count: 250)
    for suffix in ["", "-wal"] {
      try FileManager.default.moveItem(atPath: scratch.path + suffix, toPath: path + suffix)
    }
    let error = #expect(throws: StoreError.self) {
      try Store.open(path: path, options: Self.next(scratch.options))
    }
    guard case .upgradeNeedsCopy(path, path + ".schema-2", let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("can't be created"))
    let store = try Store.open(path: path, options: scratch.options)
    #expect(try store.facts().engine.schemaVersion == 2)
    #expect(try store.size(of: "platform") == 1)
    try store.close()
  }

  @Test("An upgrade that fails leaves no copy behind, for the next attempt makes one, and no log")
  func failed() throws {
    let scratch = try Scratch()
    try scratch.store.close()
    #expect(throws: StoreError.self) {
      try Store.open(path: scratch.path, options: Self.next(scratch.options, sql: "CREATE TABLE team (a INTEGER)"))
    }
    #expect(StoreFile.status(scratch.path + ".schema-2") == nil)
    #expect(StoreFile.status(scratch.path + "-wal")?.size == 0)
  }
}
