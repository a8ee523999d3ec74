import Foundation
import Testing

@testable import Torture

@Suite("Who holds a store's lock", .enabled(if: LockWatch.canLook, "\(LockWatch.whyNot)"))
struct LockWatchTests {
  /// Holds the bytes of a file, as SQLite does, for as long as the body takes.
  private func holding<Result>(_ bytes: ClosedRange<Int>, of path: String, _ body: () -> Result) throws -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var region = flock()
    region.l_type = Int16(F_WRLCK)
    region.l_whence = Int16(SEEK_SET)
    region.l_start = bytes.lowerBound
    region.l_len = bytes.count
    try #require(fcntl(descriptor, F_SETLK, &region) == 0)
    return body()
  }

  @Test(
    "Whoever makes the shared memory anew or reads the log is told from one who writes, and from one who reads",
    arguments: [(128...128, LockWatch.Hold.recovery), (120...127, .recovery), (120...120, .write), (123...123, nil)])
  func holds(bytes: ClosedRange<Int>, hold: LockWatch.Hold?) throws {
    let store = NSTemporaryDirectory() + "prodpair-locks-" + UUID().uuidString
    defer { unlink(store + "-shm") }
    // The file has to be there before it is watched.
    #expect(try holding(1...1, of: store + "-shm") { LockWatch(store: store).hold(by: getpid()) } == nil)
    #expect(try holding(bytes, of: store + "-shm") { LockWatch(store: store).hold(by: getpid()) } == hold)
  }
}
