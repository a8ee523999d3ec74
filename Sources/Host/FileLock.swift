import Foundation

/// A lock between processes of one machine: a file that `flock` is held on.
///
/// It belongs to the open file, so two of them in one process keep each other out too. O_CLOEXEC keeps it from the
/// programs that are run meanwhile, which would hold it on.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// Opens the file, or makes it with the mode and group of another.
  public init(_ path: String, like model: String) throws(FileError) {
    var status = stat()
    guard stat(model, &status) == 0 else { throw FileError.because(errno, model) }
    let mode = status.st_mode & 0o666
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(path, flags)
    if descriptor < 0, errno == ENOENT {
      descriptor = open(path, flags | O_CREAT, mode)
      if descriptor >= 0 {
        // The umask took bits away, and a colleague must be able to open it too. Somebody else's is theirs to set.
        _ = fchmod(descriptor, mode)
        _ = fchown(descriptor, UInt32.max, status.st_gid)
      }
    }
    guard descriptor >= 0 else { throw FileError.because(errno, path) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether it was got in time.
  public func acquire(waiting wait: Duration = .zero) -> Bool {
    let deadline = ContinuousClock.now + wait
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard ContinuousClock.now < deadline else { return false }
      usleep(20_000)
    }
    return true
  }

  public func release() { _ = flock(descriptor, LOCK_UN) }
}
