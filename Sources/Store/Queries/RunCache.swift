import Domain
import Synchronization

/// Runs that were read before, so that a tick reads the entries that came since instead of all of them.
///
/// Entries are never changed or taken out, and none comes before another. Whether what is kept is where the run of this reading
/// begins, its last entry tells, which is read again and has to be the same: an older snapshot has fewer, and a run whose
/// transaction was undone can have left its number to another.
final class RunCache: Sendable {
  struct Known {
    /// What a run's own row says of it (``Run/columns``), which moving it and starting it change.
    let row: Row
    let run: Run
  }

  private static let limit = 16
  private let runs = Mutex<[RunNumber: Known]>([:])

  init() {}

  subscript(number: RunNumber) -> Known? { runs.withLock { $0[number] } }

  func keep(_ known: Known) {
    runs.withLock { runs in
      if runs.count >= Self.limit, runs[known.run.number] == nil { runs.removeAll() }
      runs[known.run.number] = known
    }
  }
}
