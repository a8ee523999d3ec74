import GRDB
import Testing

@testable import Store

@Suite("Reading all of a store gives way to those who wait to write")
struct GivingWayTests {
  /// Somebody else who waits.
  private func waiter(_ scratch: Scratch) throws -> WriteLock {
    try WriteLock(store: scratch.path, like: #require(StoreFile.status(scratch.path)))
  }

  /// A statement that goes on for hundreds of thousands of instructions.
  private func count(_ way: GivingWay) throws -> Int? {
    try DatabaseQueue().inDatabase { database in
      try way.during(database) {
        try Int.fetchOne(
          database,
          sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT count(*) FROM n")
      }
    }
  }

  @Test("It stops while somebody waits, in the middle of a statement, and goes on though they never leave")
  func stands() throws {
    let scratch = try Scratch()
    let waiter = try waiter(scratch)
    let way = try #require(GivingWay(store: scratch.path, isGuarded: true))
    let place = try #require(waiter.queue.enter())
    #expect(try count(way) == 50000)
    #expect(way.paused > .zero)
    waiter.queue.leave(place)
  }

  @Test("It does not stop where nobody waits, though somebody writes")
  func nobodyWaits() throws {
    let scratch = try Scratch()
    let way = try #require(GivingWay(store: scratch.path, isGuarded: true))
    let counted = try waiter(scratch).hold(waiting: .seconds(3600)) { try count(way) }
    #expect(counted == 50000)
    #expect(way.paused == .zero)
  }

  @Test("There is nobody to give way to where writers have no queue")
  func unguarded() throws {
    let scratch = try Scratch()
    #expect(GivingWay(store: scratch.path, isGuarded: false) == nil)
    #expect(GivingWay(store: scratch.directory + "/none", isGuarded: true) == nil)
  }

  /// What reads all of a store, and what does so with the lock in its hand.
  enum Reading: String, CaseIterable {
    case verify, integrityProblems, backup, copyBeforeAnUpgrade
  }

  @Test("Verify, the check of the file and a backup stand beside one who waits for ever, and come to their ends")
  func ends() throws {
    let scratch = try Scratch { $0.sqliteVersion = 3_040_001 }
    for number in 1...100 { try scratch.store.addTeam("team-\(number)", size: number) }
    let waiter = try waiter(scratch)
    let place = try #require(waiter.queue.enter())
    defer { waiter.queue.leave(place) }
    let engine = try #require(scratch.store.engine as? SQLiteEngine)
    for reading in Reading.allCases {
      let before = engine.standing
      switch reading {
      case .verify: #expect(try scratch.store.verify().isSound)
      case .integrityProblems: #expect(try scratch.store.integrityProblems() == [])
      case .backup: #expect(try scratch.store.backup(to: scratch.directory + "/copy.sqlite") == scratch.store.head())
      case .copyBeforeAnUpgrade: _ = try engine.keepCopy(ofSchema: 1)
      }
      #expect((engine.standing > before) == (reading != .copyBeforeAnUpgrade), "\(reading)")
    }
  }
}
