import CProcess
import Foundation

/// What whoever watches over a command holds for as long as it does: the kernel lets it go when the process ends, however
/// it ends.
public final class SpoolLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Makes the lock of a new spool, and takes it.
  public static func make(in spool: ExecutionSpool) throws(FileError) -> SpoolLock {
    let lock = SpoolLock(try spool.makeFile(spool.lockPath, flags: O_RDWR))
    let code = cprocess_lock(lock.descriptor)
    guard code == 0 else { throw .because(code, spool.lockPath) }
    return lock
  }

  /// Takes the lock that somebody has left; nil where they have it still.
  ///
  /// - Throws: `missing` where the spool is gone.
  public static func takeOver(_ spool: ExecutionSpool) throws(FileError) -> SpoolLock? {
    let lock = SpoolLock(try openLock(spool))
    let code = cprocess_lock(lock.descriptor)
    guard code == 0 || code == EAGAIN else { throw .because(code, spool.lockPath) }
    return code == 0 ? lock : nil
  }

  /// Whether somebody watches over the command; looking keeps nobody out.
  ///
  /// A spool that is gone has nobody. One that may not be looked into is taken for one that has.
  public static func isHeld(_ spool: ExecutionSpool) -> Bool {
    do throws(FileError) {
      let lock = SpoolLock(try openLock(spool))
      return cprocess_is_locked(lock.descriptor) != 0
    } catch {
      if case .missing = error { return false }
      return true
    }
  }

  private static func openLock(_ spool: ExecutionSpool) throws(FileError) -> Int32 {
    let descriptor = open(spool.lockPath, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .because(errno, spool.lockPath) }
    return descriptor
  }
}
