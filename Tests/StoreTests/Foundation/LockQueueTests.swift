import Foundation
import Synchronization
import Testing

@testable import Store

@Suite("Waiting for the lock")
struct LockQueueTests {
  private final class Waiters: Sendable {
    let order = Mutex<[Int]>([])
  }

  /// Another open file, as another process has it.
  private func lock(_ scratch: Scratch, outOfTurn: Duration) throws -> WriteLock {
    let status = try #require(StoreFile.status(scratch.path))
    return try WriteLock(store: scratch.path, like: status, outOfTurn: outOfTurn)
  }

  private func waitUntil(_ holds: () -> Bool) { while !holds() { usleep(200) } }

  @Test("They get it in the order in which they came")
  func inOrder() throws {
    let scratch = try Scratch()
    // Nobody who is not the first tries.
    let locks = try (0..<8).map { _ in try lock(scratch, outOfTurn: .seconds(3600)) }
    let watcher = try lock(scratch, outOfTurn: .zero)
    let waiters = Waiters()
    let isDone = DispatchSemaphore(value: 0)
    try watcher.hold(waiting: .zero) {
      for (index, lock) in locks.enumerated() {
        let before = try #require(watcher.queue.enter())
        watcher.queue.leave(before)
        Thread {
          try? lock.hold(waiting: .seconds(3600)) { waiters.order.withLock { $0.append(index) } }
          isDone.signal()
        }.start()
        waitUntil { watcher.queue.isLocked(from: before.byte + 1, length: 0) }
      }
      #expect(waiters.order.withLock(\.self).isEmpty)
    }
    for _ in locks { isDone.wait() }
    #expect(waiters.order.withLock(\.self) == Array(0..<8))
    #expect(!watcher.queue.isAnyoneWaiting())
  }

  @Test("Whoever stands first and does not move, as one that was stopped, keeps nobody from a lock that is free")
  func stoppedFirst() throws {
    let scratch = try Scratch()
    let stopped = try lock(scratch, outOfTurn: .zero)
    let place = try #require(stopped.queue.enter())
    let other = try lock(scratch, outOfTurn: .milliseconds(1))
    #expect(try other.hold(waiting: .seconds(3600)) { 7 } == 7)
    // One that would not wait at all is told that it is busy, unless its turn to try came while its thread stood still.
    let impatient = try lock(scratch, outOfTurn: .seconds(3600))
    #expect(throws: StoreError.busy(path: scratch.path, holder: nil)) { try impatient.hold(waiting: .zero) {} }
    stopped.queue.leave(place)
    #expect(try other.hold(waiting: .zero) { 8 } == 8)
  }

  @Test("Whoever is refused leaves the queue")
  func refused() throws {
    let scratch = try Scratch()
    let holder = try lock(scratch, outOfTurn: .zero)
    let other = try lock(scratch, outOfTurn: .zero)
    try holder.hold(waiting: .zero) {
      #expect(throws: StoreError.self) { try other.hold(waiting: .milliseconds(1)) {} }
      #expect(!holder.queue.isAnyoneWaiting())
    }
  }
}
