import CSQLite
import Domain
import Foundation
import Schema
import Synchronization
import Testing

@testable import Store

/// In seconds, and longer than any machine takes: what never happens is told by its test, and not by whoever ends the run.
private let patience = 1800

extension DispatchSemaphore {
  /// Whether it was signalled, after all.
  fileprivate func isSignalled() -> Bool { wait(timeout: .now() + .seconds(patience)) == .success }
}

/// Tries again whenever others were in the way for too long: SQLite gives nobody a turn, and what is refused as busy has
/// written nothing.
@discardableResult
func untilFree<Result>(_ body: () throws -> Result) throws -> Result {
  let end = ContinuousClock.now + .seconds(patience)
  while ContinuousClock.now < end {
    do { return try body() } catch StoreError.busy {}
  }
  return try body()
}

@Suite("Several at once")
struct ConcurrencyTests {
  /// However slow the disk is: that each has its turn is what these tests are about, and not how soon.
  private static let patience = Duration.seconds(300)

  @Test(
    "Sixteen that write at the same time keep one unbroken chain",
    arguments: [3_040_001, 3_051_003] as [Int32])
  func writers(version: Int32) throws {
    // Without the guard a SQLite that needs it may break the store where the log is begun anew: it stays too short for that.
    let isGuarded = WALGuard.isNeeded(version: version)
    let rounds = isGuarded || !WALGuard.isNeeded(version: sqlite3_libversion_number()) ? 20 : 4
    let scratch = try Scratch {
      $0.sqliteVersion = version
      $0.busyTimeout = Self.patience
    }
    try scratch.store.addTeam("platform", size: 0)
    let options = scratch.options
    let path = scratch.path
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { writer in
      do {
        let store = try untilFree { try Store.open(path: path, options: options) }
        for number in 0..<rounds {
          try untilFree { try store.perform(AddNote(number: writer * 100 + number), by: .ana, at: .start) }
          try untilFree {
            try store.perform(
              Change { transaction in
                let size = try transaction.row(.team, ["platform"])?.integer("size") ?? 0
                try transaction.update(.team, ["platform"], set: ["size": Value(size + 1)])
              }, by: .bo, at: .start)
          }
        }
        try store.close()
      } catch { errors.withLock { $0.append("\(error)") } }
    }
    #expect(errors.withLock { $0 } == [])
    // SQLite checkpoints by itself at a thousand pages.
    if rounds < 20 { #expect(try scratch.store.facts().engine.walSize < 1000 * 4096) }
    #expect(try scratch.store.size(of: "platform") == 16 * rounds)
    let report = try scratch.store.verify()
    #expect(report.isSound)
    #expect(report.head.seq == 1 + 16 * 2 * rounds)
    #expect(try scratch.store.integrityProblems() == [])
  }

  @Test(
    "Whoever finds the log long after a commit does not wait for those who read, with the lock in its hand",
    arguments: [3_040_001, 3_051_003] as [Int32])
  func longLogBesideReader(version: Int32) throws {
    let scratch = try Scratch {
      $0.sqliteVersion = version
      // Whoever waits for those who read is not done before days are over.
      $0.busyTimeout = .seconds(1_000_000)
    }
    let (store, reading) = (scratch.store, try scratch.another())
    let hasBegun = DispatchSemaphore(value: 0)
    let isWritten = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let hasEnded = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      try? reading.read { reader in
        // Its snapshot is taken now, and has nothing of what comes.
        _ = try reader.journalHead()
        hasBegun.signal()
        mayEnd.wait()
      }
      hasEnded.signal()
    }
    hasBegun.wait()
    Thread.detachNewThread {
      let content = [UInt8](repeating: 7, count: 40 << 20)
      _ = try? store.perform(
        Change { try $0.insert(.file, ["name": "core", "content": .blob(content)]) }, by: .ana, at: .start)
      isWritten.signal()
    }
    #expect(isWritten.isSignalled())
    mayEnd.signal()
    hasEnded.wait()
    #expect(try store.head().seq == 1)
    try store.maintain()
    #expect(try store.facts().engine.walSize == 0)
    try reading.close()
  }

  @Test("One store may be used from many threads")
  func threads() throws {
    let scratch = try Scratch { $0.busyTimeout = Self.patience }
    let store = scratch.store
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { writer in
      do {
        try store.perform(AddNote(number: writer), by: .ana, at: .start)
        _ = try store.read { try $0.journal(limit: 5) }
      } catch { errors.withLock { $0.append("\(error)") } }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(try store.head().seq == 16)
  }

  @Test("Of many that open an older store one migrates it")
  func migration() throws {
    let scratch = try Scratch { $0.busyTimeout = Self.patience }
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    var options = scratch.options
    // Would fail the second time.
    options.migrations.append(Migration(version: 3, name: "once", sql: "CREATE TABLE once (a INTEGER) STRICT"))
    let newer = options
    let path = scratch.path
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      do { try Store.open(path: path, options: newer).close() } catch { errors.withLock { $0.append("\(error)") } }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(StoreFile.status(path + ".schema-2") != nil && StoreFile.status(path + ".schema-2-2") == nil)
  }

  @Test("A migration that fails leaves the store as it was")
  func failedMigration() throws {
    let scratch = try Scratch()
    try scratch.store.addTeam("platform")
    try scratch.store.close()
    var options = scratch.options
    options.migrations.append(
      Migration(version: 3, name: "half", sql: "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE team (a)"))
    #expect(throws: StoreError.self) { try Store.open(path: scratch.path, options: options) }
    let store = try scratch.another()
    #expect(try store.facts().engine.schemaVersion == 2)
    #expect(throws: StoreError.self) { try store.read { try $0.rows("SELECT * FROM half") } }
    try store.close()
  }

  @Test("A commit of another is told, and one's own too", arguments: [true, false])
  func signal(isOwn: Bool) throws {
    let scratch = try Scratch()
    let heard = DispatchSemaphore(value: 0)
    let signal = try scratch.store.observe { heard.signal() }
    let writer = isOwn ? scratch.store : try scratch.another()
    for name in ["a", "b", "c"] {
      try writer.addTeam(name)
      #expect(heard.isSignalled())
    }
    withExtendedLifetime(signal) {}
  }
}
