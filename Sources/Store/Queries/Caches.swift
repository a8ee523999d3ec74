import Domain
import Synchronization

/// What a store has read before and need not read again.
public struct Caches: Sendable {
  /// Checklist versions. One never changes and its number is never given again, so what was read once stays true; a run's every
  /// tick would otherwise read and decode the whole checklist.
  let versions = Cache<VersionReference, ChecklistVersion>()
  /// Runs, so that a tick reads the entries that came since instead of all of them.
  ///
  /// Entries are never changed or taken out, and none comes before another. Whether what is kept is where the run of this
  /// reading begins, its last entry tells, which is read again and has to be the same: an older snapshot has fewer, and a run
  /// whose transaction was undone can have left its number to another.
  let runs = Cache<RunNumber, KnownRun>()

  init() {}
}

/// A run as it was read.
struct KnownRun: Sendable {
  /// What its own row says of it (``Run/columns``), which moving it and starting it change.
  let row: Row
  let run: Run
}

/// A few are in use at a time; the rest is forgotten.
final class Cache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let limit = 16
  private let values = Mutex<[Key: Value]>([:])

  subscript(key: Key) -> Value? { values.withLock { $0[key] } }

  func keep(_ value: Value, as key: Key) {
    values.withLock { values in
      if values.count >= limit, values[key] == nil { values.removeAll() }
      values[key] = value
    }
  }
}
