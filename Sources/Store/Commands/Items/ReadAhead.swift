import Dispatch
import Foundation
import Synchronization

/// Reads on in another thread while what was read before is worked on, and never far ahead.
enum ReadAhead {
  /// Hands over what is produced, in its order, on the thread that calls.
  ///
  /// What either throws ends both, and is thrown. Nothing is read any more when this returns.
  static func run<Element: Sendable>(
    _ produce: @escaping @Sendable (_ put: (Element) throws -> Void) throws -> Void,
    take: (Element) throws -> Void
  ) throws {
    let shelf = Shelf<Element>()
    Thread { shelf.fill(produce) }.start()
    defer { shelf.stop() }
    while let batch = try shelf.next() { for element in batch { try take(element) } }
  }

  /// So many are handed over at a time; so many times as many may wait.
  private static let batch = 256
  private static let mostBatches = 4

  private struct Stopped: Error {}

  /// Where one thread puts what another takes.
  private final class Shelf<Element: Sendable>: Sendable {
    private struct Content {
      var batches: [[Element]] = []
      var isStopped = false
      var error: (any Error)?
    }

    private let content = Mutex(Content())
    /// Batches that there is room for; batches that wait, and the end; the end alone. All count from 0, because one that
    /// is let go below what it began with ends the program.
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init() { for _ in 0..<ReadAhead.mostBatches { room.signal() } }

    func fill(_ produce: (_ put: (Element) throws -> Void) throws -> Void) {
      var batch: [Element] = []
      do {
        try produce { element in
          batch.append(element)
          if batch.count == ReadAhead.batch {
            try put(batch)
            batch.removeAll(keepingCapacity: true)
          }
        }
        if !batch.isEmpty { try put(batch) }
      } catch { content.withLock { $0.error = error } }
      filled.signal()
      ended.signal()
    }

    private func put(_ batch: [Element]) throws {
      room.wait()
      try content.withLock { content in
        if content.isStopped { throw Stopped() }
        content.batches.append(batch)
      }
      filled.signal()
    }

    /// Nil at the end, after which it is not called again.
    func next() throws -> [Element]? {
      filled.wait()
      let batch = try content.withLock { content -> [Element]? in
        if !content.batches.isEmpty { return content.batches.removeFirst() }
        if let error = content.error { throw error }
        return nil
      }
      if batch != nil { room.signal() }
      return batch
    }

    /// Waits until nothing is produced any more.
    func stop() {
      content.withLock { $0.isStopped = true }
      room.signal()
      ended.wait()
    }
  }
}
