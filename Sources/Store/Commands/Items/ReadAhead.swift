import Foundation

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
  private final class Shelf<Element: Sendable>: @unchecked Sendable {
    // Unchecked, because all that changes here is touched with the condition's lock held.
    private let condition = NSCondition()
    private var batches: [[Element]] = []
    private var isStopped = false
    private var hasEnded = false
    private var error: (any Error)?

    func fill(_ produce: (_ put: (Element) throws -> Void) throws -> Void) {
      var batch: [Element] = []
      var failure: (any Error)?
      do {
        try produce { element in
          batch.append(element)
          if batch.count == ReadAhead.batch {
            try put(batch)
            batch.removeAll(keepingCapacity: true)
          }
        }
        if !batch.isEmpty { try put(batch) }
      } catch { failure = error }
      condition.lock()
      (hasEnded, error) = (true, failure)
      condition.broadcast()
      condition.unlock()
    }

    private func put(_ batch: [Element]) throws {
      condition.lock()
      defer { condition.unlock() }
      while batches.count >= ReadAhead.mostBatches, !isStopped { condition.wait() }
      if isStopped { throw Stopped() }
      batches.append(batch)
      condition.broadcast()
    }

    /// Nil at the end.
    func next() throws -> [Element]? {
      condition.lock()
      defer { condition.unlock() }
      while batches.isEmpty, !hasEnded { condition.wait() }
      if batches.isEmpty {
        if let error { throw error }
        return nil
      }
      defer { condition.broadcast() }
      return batches.removeFirst()
    }

    /// Waits until nothing is produced any more.
    func stop() {
      condition.lock()
      isStopped = true
      condition.broadcast()
      while !hasEnded { condition.wait() }
      condition.unlock()
    }
  }
}
