/// Whether this SQLite has the WAL-reset bug: a process that writes and another that checkpoints at the same
/// instant can corrupt the file (sqlite.org/wal.html, "The WAL-Reset Bug").
///
/// Versions 3.7.0 to 3.51.2 have it, but for the two that took the fix back. With it the engine never lets SQLite
/// checkpoint by itself, and holds `WriteLock` around each write transaction and each checkpoint.
enum WALGuard {
  static let affected: ClosedRange<Int32> = 3_007_000...3_051_002
  static let fixed: Set<Int32> = [3_044_006, 3_050_007]

  static func isNeeded(version: Int32) -> Bool { affected.contains(version) && !fixed.contains(version) }
}
