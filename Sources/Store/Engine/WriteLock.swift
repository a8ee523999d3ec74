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

  /// Opens the side file, or makes it with the store's mode and group.
  init(store: String, like status: StoreFile.Status) throws(StoreError) {
    self.store = store
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
  }

  deinit { close(descriptor) }

  /// Runs the body under the lock, or throws `StoreError.busy` when it wasn't free in time.
  func hold<Result>(waiting wait: Duration, _ body: () throws -> Result) throws -> Result {
    let deadline = ContinuousClock.now + wait
    var pause: UInt32 = 50
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError.inputOutput(path: path, detail: StoreFile.reason())
      }
      guard ContinuousClock.now < deadline else {
        throw StoreError.busy(path: store, holder: OpenFiles.holder(ofFlock: path)?.description)
      }
      // flock has no bounded wait of its own. A tick holds the lock for a quarter of a millisecond.
      usleep(pause)
      pause = min(pause * 3 / 2, 2000)
    }
    defer { _ = flock(descriptor, LOCK_UN) }
    return try body()
  }
}
