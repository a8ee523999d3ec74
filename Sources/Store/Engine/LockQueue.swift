import Glibc

/// Those who wait for a lock, of all processes, in the order in which they came.
///
/// Each holds a read lock on one byte of the side file, far beyond its end: that of the nanosecond since the machine's start in
/// which it came. Where no byte before one's own is locked, one is the first. The kernel takes the lock away from whoever dies.
struct LockQueue {
  // Swift does not see these two of <fcntl.h>: locks of the open file, not of the process, whose threads wait by themselves.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  struct Place {
    let byte: Int
  }

  let descriptor: Int32

  /// Nil where the file system has no such locks. Then nobody is waited for: the lock itself keeps the writers apart.
  func enter() -> Place? {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let place = Place(byte: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    var region = Self.region(F_RDLCK, place.byte, length: 1)
    return fcntl(descriptor, Self.setLock, &region) == 0 ? place : nil
  }

  func leave(_ place: Place) {
    var region = Self.region(F_UNLCK, place.byte, length: 1)
    _ = fcntl(descriptor, Self.setLock, &region)
  }

  /// Whether somebody else waits; with a place, whether they came before it.
  func isAnyoneWaiting(before place: Place? = nil) -> Bool {
    // A length of 0 is all that there is.
    isLocked(from: 0, length: place?.byte ?? 0)
  }

  /// Whether somebody else has one of those bytes.
  func isLocked(from start: Int, length: Int) -> Bool {
    var region = Self.region(F_WRLCK, start, length: length)
    return fcntl(descriptor, Self.getLock, &region) == 0 && region.l_type != Int16(F_UNLCK)
  }

  private static func region(_ type: Int32, _ start: Int, length: Int) -> flock {
    var region = flock()
    region.l_type = Int16(type)
    region.l_whence = Int16(SEEK_SET)
    region.l_start = start
    region.l_len = length
    return region
  }
}
