import Glibc

/// The side file whose `flock` stands around every write transaction and every checkpoint while SQLite has the
/// WAL-reset bug (`WALGuard`).
///
/// The lock belongs to the open file, so each engine has its own descriptor; O_CLOEXEC keeps it from the programs
/// that a step runs, which would hold it on.
final class WriteLock: Sendable {
  let path: String
  /// The store's path, for messages.
  private let store: String
  private let descriptor: Int32
  let queue: LockQueue
  /// How often somebody who is not the first in the queue tries too: the first may be stopped, and the lock free.
  private let outOfTurn: Duration

  /// Opens the side file, or makes it with the store's mode and group.
  init(
    store: String, like status: StoreFile.Status, outOfTurn: Duration = .milliseconds(20)
  ) throws(StoreError) {
    self.store = store
    self.outOfTurn = outOfTurn
    path = store + "-lock"
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(path, flags)
    if descriptor < 0, errno == ENOENT {
      descriptor = open(path, flags | O_CREAT, status.mode & 0o666)
      if descriptor >= 0 {
        // The umask took bits away, and a colleague must be able to open it too. Somebody else's is theirs to set.
        _ = fchmod(descriptor, status.mode & 0o666)
        _ = fchown(descriptor, UInt32.max, status.gid)
      }
    }
    guard descriptor >= 0 else {
      if errno == EACCES || errno == EROFS || errno == EPERM {
        throw .notWritable(path: path, owner: StoreFile.status(path)?.owner)
      }
      throw .inputOutput(path: path, detail: StoreFile.reason())
    }
    self.descriptor = descriptor
    queue = LockQueue(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// Runs the body under the lock, or throws `StoreError.busy` when it wasn't free in time.
  func hold<Result>(waiting wait: Duration, _ body: () throws -> Result) throws -> Result {
    try take(by: ContinuousClock.now + wait)
    defer { _ = flock(descriptor, LOCK_UN) }
    return try body()
  }

  /// Whoever finds others waiting waits behind them: with one chance for all, whoever waits for an import to end would go on
  /// waiting while others come and go.
  private func take(by deadline: ContinuousClock.Instant) throws {
    if !queue.isAnyoneWaiting(), try isTaken() { return }
    let place = queue.enter()
    defer { if let place { queue.leave(place) } }
    var pause: UInt32 = 50
    var ownTry = ContinuousClock.now + outOfTurn
    while true {
      let isFirst = place.map { !queue.isAnyoneWaiting(before: $0) } ?? true
      if isFirst || ContinuousClock.now >= ownTry {
        if try isTaken() { return }
        ownTry = ContinuousClock.now + outOfTurn
      }
      guard ContinuousClock.now < deadline else {
        throw StoreError.busy(path: store, holder: OpenFiles.holder(ofFlock: path)?.description)
      }
      // flock has no bounded wait of its own. A tick holds the lock for a quarter of a millisecond.
      usleep(pause)
      pause = min(pause * 3 / 2, isFirst ? 500 : 5000)
    }
  }

  private func isTaken() throws(StoreError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK || errno == EINTR else {
      throw .inputOutput(path: path, detail: StoreFile.reason())
    }
    return false
  }
}
