import CSQLite
import GRDB
import Glibc

extension SQLiteEngine {
  /// A draft beside the target, checked, synced and then named; connections of its own, so that neither reads nor writes wait.
  func backup<Result>(
    to target: String, givingWay: Bool, reading body: (any Connection) throws -> Result
  ) throws -> Result {
    try backup(to: target, givingWay: givingWay, afterPortion: { _ in }, reading: body)
  }

  /// With the draft's path after each portion but the last.
  func backup<Result>(
    to target: String, givingWay: Bool, afterPortion: (String) throws -> Void,
    reading body: (any Connection) throws -> Result
  ) throws -> Result {
    guard StoreFile.status(target) == nil else { throw StoreError.exists(path: target) }
    guard let status = StoreFile.status(path) else { throw StoreError.missing(path: path) }
    // The number alone may be that of a backup that was killed or, in a container, of one that runs in another.
    let draft = target + ".part-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
    try SQLiteCreation.makeFile(draft, mode: status.mode & 0o666, group: nil)
    let result = try reading(givingWay: givingWay) { way in
      try copyPages(to: draft) {
        try afterPortion(draft)
        way?.look()
      }
      return try inOwnConnection(to: draft, isGuarded: false) { copy in
        let problems = try way.during(copy.database) { try Self.problems(copy) }
        guard problems.isEmpty else { throw StoreError.unsoundBackup(path: target, findings: problems) }
        return try body(copy)
      }
    }
    try StoreFile.sync(draft)
    try StoreFile.name(draft, target)
    return result
  }

  /// So many pages are copied before they are synced: 4 MB.
  static let portion: Int32 = 1024

  /// Copies the pages of one snapshot as they stand: `VACUUM INTO` takes twice as much of the processor, for a file that is a
  /// hundredth smaller. They go to the disk in portions, so that no commit waits there behind a whole store.
  private func copyPages(to draft: String, afterPortion: () throws -> Void) throws {
    // One descriptor, which outlives the connection: closing any takes SQLite's locks of the file away.
    let descriptor = Glibc.open(draft, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.inputOutput(path: draft, detail: StoreFile.reason()) }
    defer { Glibc.close(descriptor) }
    try inOwnConnection(to: path, isGuarded: isGuarded) { source in
      // What is read once holds the snapshot until all of it is copied.
      try source.execute("BEGIN")
      defer { if source.database.isInsideTransaction { try? source.execute("ROLLBACK") } }
      _ = try source.first("SELECT count(*) AS found FROM sqlite_schema")
      try inOwnConnection(to: draft, isGuarded: false) { copy in
        // What the cache keeps would go to the disk at the end, all at once. Used by one alone, a file in WAL mode needs no
        // shared memory, which there may not be where the copy is made.
        try copy.script("PRAGMA cache_size = -256; PRAGMA locking_mode = EXCLUSIVE")
        try copyPages(from: source, to: copy, syncing: descriptor, afterPortion)
        // One file, which can be read where nothing can be written beside it.
        let mode = try copy.first("PRAGMA journal_mode = DELETE")?.text("journal_mode")
        guard mode == "delete" else {
          throw StoreError.inputOutput(path: draft, detail: "its journal mode stays \(mode ?? "unknown")")
        }
      }
    }
  }

  private func copyPages(
    from source: SQLiteConnection, to copy: SQLiteConnection, syncing descriptor: Int32,
    _ afterPortion: () throws -> Void
  ) throws {
    do {
      // GRDB takes it as one that it might keep, which it does not.
      try withoutActuallyEscaping(afterPortion) { afterPortion in
        try source.database.backup(to: copy.database, pagesPerStep: Self.portion) { progress in
          // SQLite syncs the last ones itself.
          guard !progress.isCompleted else { return }
          try StoreFile.sync(descriptor, copy.path)
          try afterPortion()
        }
      }
    } catch let error as DatabaseError {
      throw SQLiteErrors.ofCopy(error.extendedResultCode.rawValue, from: source.path, to: copy.path)
    }
  }

  /// What SQLite's check of the whole file finds.
  static func problems(_ connection: SQLiteConnection) throws -> [String] {
    var problems: [String] = []
    try connection.forEachRow("PRAGMA integrity_check", []) { row in
      if let text = try row.optionalText("integrity_check"), text != "ok" { problems.append(text) }
    }
    return problems
  }

  private func inOwnConnection<Result>(
    to file: String, isGuarded: Bool, _ body: (SQLiteConnection) throws -> Result
  ) throws -> Result {
    do {
      let queue = try DatabaseQueue(
        path: file,
        configuration: SQLiteSettings.configuration(
          isReader: false, isGuarded: isGuarded, busyTimeout: options.busyTimeout))
      let result = try queue.inDatabase { try body(SQLiteConnection($0, path: file)) }
      try queue.close()
      return result
    } catch { throw SQLiteErrors.translated(error, file) }
  }
}
