import Domain
import Testing

@testable import Store

@Suite("The settings of a connection, as SQLite reads them back")
struct SettingsTests {
  @Test("Both connections have every setting of the design", arguments: [true, false])
  func settings(isReader: Bool) throws {
    let scratch = try Scratch()
    let engine = try SQLiteEngine(path: scratch.path, options: scratch.options)
    let both = try engine.settings()
    let settings = isReader ? both.reader : both.writer
    let expected = [
      "journal_mode": "wal", "synchronous": "2", "busy_timeout": "5000", "foreign_keys": "1",
      "recursive_triggers": "1", "cell_size_check": "1", "trusted_schema": "0", "mmap_size": "0",
      "application_id": String(0x5064_5072), "user_version": "2", "query_only": isReader ? "1" : "0",
      "cache_size": isReader ? "-2000" : "-16384",
    ]
    #expect(settings.filter { expected[$0.key] != nil } == expected)
    try engine.close()
  }

  @Test("A store to be thrown away waits for no disk, and only while it is opened as such")
  func throwAway() throws {
    let scratch = try Scratch()
    var options = scratch.options
    options.isThrowAway = true
    let engine = try SQLiteEngine(path: scratch.path, options: options)
    #expect(try engine.settings().writer["synchronous"] == "0")
    try engine.close()
    let later = try SQLiteEngine(path: scratch.path, options: scratch.options)
    #expect(try later.settings().writer["synchronous"] == "2")
    try later.close()
  }

  @Test("On a version with the WAL-reset bug SQLite never checkpoints by itself")
  func guarded() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let engine = try SQLiteEngine(path: scratch.path, options: scratch.options)
    for settings in [try engine.settings().reader, try engine.settings().writer] {
      #expect(settings["wal_autocheckpoint"] == "0")
      #expect(settings["keep_wal_on_close"] == "1")
    }
    #expect(try engine.facts().isWALGuardInForce)
    try engine.close()
  }

  @Test("On a fixed version the plain settings are in force")
  func plain() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_051_003 }
    let engine = try SQLiteEngine(path: scratch.path, options: scratch.options)
    let settings = try engine.settings().writer
    #expect(settings["wal_autocheckpoint"] == "1000")
    #expect(settings["keep_wal_on_close"] == "0")
    #expect(try !engine.facts().isWALGuardInForce)
    try engine.close()
  }

  @Test(
    "The versions with the WAL-reset bug are those that sqlite.org names",
    arguments: [
      (3_006_023, false), (3_007_000, true), (3_040_001, true), (3_044_005, true), (3_044_006, false),
      (3_050_006, true), (3_050_007, false), (3_051_002, true), (3_051_003, false),
    ] as [(Int32, Bool)])
  func versions(version: Int32, isAffected: Bool) { #expect(WALGuard.isNeeded(version: version) == isAffected) }

  @Test("Closing leaves the -wal file on an affected version")
  func closing() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    #expect(StoreFile.status(scratch.path + "-wal")?.size ?? 0 > 0)
  }

  @Test("Closing cuts a -wal beyond 4 MB, while somebody else has the store open too")
  func closingCuts() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let other = try scratch.another()
    let content = [UInt8](repeating: 7, count: 5 << 20)
    try scratch.store.perform(
      Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
    try scratch.store.close()
    #expect(StoreFile.status(scratch.path + "-wal")?.size == 0)
    #expect(try other.verify().isSound)
    try other.addTeam("platform")
    #expect(StoreFile.status(scratch.path + "-wal")?.size ?? 0 > 0)
  }

  @Test("maintain moves a -wal beyond 4 MB into the file")
  func maintain() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let store = scratch.store
    let content = [UInt8](repeating: 7, count: 5 << 20)
    try store.perform(
      Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
    let before = try store.facts().engine
    #expect(before.walSize > 5 << 20)
    try store.maintain()
    #expect(try store.facts().engine.size > 5 << 20)
    #expect(try store.facts().engine.walSize == 0)
    try store.addTeam("platform")
    let short = try store.facts().engine.walSize
    #expect(short > 0)
    try store.maintain()
    #expect(try store.facts().engine.walSize == short)
  }

  @Test("A commit that makes the -wal longer than 32 MB cuts it by itself")
  func cut() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let store = scratch.store
    let content = [UInt8](repeating: 7, count: 40 << 20)
    try store.perform(
      Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
    #expect(try store.facts().engine.walSize == 0)
    #expect(try store.facts().engine.size > 40 << 20)
  }

  @Test("A change that is refused leaves no long -wal either")
  func refused() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    let store = scratch.store
    struct Refused: Error {}
    let log = scratch.path + "-wal"
    let content = [UInt8](repeating: 7, count: 1 << 20)
    #expect(throws: Refused.self) {
      try store.perform(
        Change { transaction in
          for number in 1...60 {
            try transaction.insert(.file, ["name": .text("core-\(number)"), "content": .blob(content)])
          }
          #expect(StoreFile.status(log)?.size ?? 0 > 32 << 20)
          throw Refused()
        }, by: .ana, at: .start)
    }
    #expect(try store.facts().engine.walSize == 0)
    #expect(try store.verify().isSound)
  }
}
