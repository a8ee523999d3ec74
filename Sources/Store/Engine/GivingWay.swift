import CSQLite
import GRDB
import Glibc

/// Has what reads all of a store stop while others wait to write: what they wait for, as an import, has the processor for
/// itself then.
///
/// A lower priority would not do. On Linux it counts within one's own session (sched(7), autogroup), so not for a colleague's;
/// and where much ran at a low one, the kernel's own threads, which have to end each sync, were seen to wait for it.
final class GivingWay {
  private let lock: WriteLock
  private let begin = ContinuousClock.now
  private var looked: ContinuousClock.Instant?
  private(set) var paused = Duration.zero

  /// How often it looks whether somebody waits.
  private static let interval = Duration.milliseconds(5)
  /// In microseconds.
  private static let pause: UInt32 = 5000
  /// So many times as long as it has worked it may have stood: somebody who waits and never gets on, as a process that was
  /// stopped there, makes it slow and not endless.
  private static let patience = 3
  /// Between two looks at the clock, in SQLite's virtual machine: ten to twenty rows. Of `integrity_check` the walk through the
  /// pages is one instruction, in which nobody looks.
  private static let instructions: Int32 = 200

  /// Nil where writers do not wait in a queue, or it can't be seen: nobody is given way to then.
  init?(store: String, isGuarded: Bool) {
    guard isGuarded, let status = StoreFile.status(store), let lock = try? WriteLock(store: store, like: status) else {
      return nil
    }
    self.lock = lock
  }

  /// Stands as long as it may while somebody waits.
  func look() {
    let now = ContinuousClock.now
    if let looked, now - looked < Self.interval { return }
    let worked = now - begin - paused
    while lock.queue.isAnyoneWaiting(), paused < worked * Self.patience {
      let stopped = ContinuousClock.now
      usleep(Self.pause)
      paused += ContinuousClock.now - stopped
    }
    looked = .now
  }

  /// Looks again and again while the connection works in the body.
  func during<Result>(_ database: Database, _ body: () throws -> Result) rethrows -> Result {
    let connection = database.sqliteConnection
    let look: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      if let context { Unmanaged<GivingWay>.fromOpaque(context).takeUnretainedValue().look() }
      return 0
    }
    sqlite3_progress_handler(connection, Self.instructions, look, Unmanaged.passUnretained(self).toOpaque())
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(self, body)
  }
}

extension GivingWay? {
  /// The body alone where nobody is given way to.
  func during<Result>(_ database: Database, _ body: () throws -> Result) rethrows -> Result {
    guard let self else { return try body() }
    return try self.during(database, body)
  }
}
