import Synchronization

/// All that the workers asked and were told, written down by each of them.
final class Ledger: Sendable {
  private let lines = Mutex<[Done]>([])
  private let troubles = Mutex<[String]>([])

  func add(_ line: Done) { lines.withLock { $0.append(line) } }

  /// What kept a worker from going on, which is no answer of the program.
  func add(trouble: String) { troubles.withLock { $0.append(trouble) } }

  var all: [Done] { lines.withLock { $0 } }
  var allTroubles: [String] { troubles.withLock { $0 } }
}
