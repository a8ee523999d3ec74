import Foundation

/// The lock that a writer needs, kept by us for as long as this lives; a planted defect.
final class HeldLock {
  private let descriptor: Int32

  init(store: String) throws {
    let side = store + "-lock"
    if access(side, F_OK) == 0 {
      descriptor = open(side, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Self.failure(side) }
      return
    }
    descriptor = open(store + "-shm", O_RDWR | O_CLOEXEC)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    guard descriptor >= 0, fcntl(descriptor, F_SETLK, &lock) == 0 else { throw Self.failure(store + "-shm") }
  }

  deinit { close(descriptor) }

  private static func failure(_ path: String) -> TortureError { .unreadable(path, reason: TortureError.reason()) }
}
