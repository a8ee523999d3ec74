import CSQLite
import GRDB
import Glibc

extension SQLiteEngine {
  /// A draft beside the target, checked, synced and then named; connections of its own, so that neither reads nor writes wait.
  ///
  /// The pages of one snapshot are copied as they stand: `VACUUM INTO` takes twice as much of the processor, for a file
  /// that is a hundredth smaller. They go to the disk in portions, so that no commit waits there behind a whole store.
  func backup<Result>(
    to target: String, givingWay: Bool, reading body: (any Connection) throws -> Result
  ) throws -> Result {
    guard StoreFile.status(target) == nil else { throw StoreError.exists(path: target) }
    guard let status = StoreFile.status(path) else { throw StoreError.missing(path: path) }
    let draft = target + ".part-\(getpid())"
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
    try SQLiteCreation.makeFile(draft, mode: status.mode & 0o666, group: nil)
    let way = givingWay ? self.givingWay : nil
    try copyPages(to: draft, way)
    let result = try inOwnConnection(to: draft, isGuarded: false) { copy in
      let problems = try way.during(copy.database) { try Self.problems(copy) }
      guard problems.isEmpty else { throw StoreError.unsoundBackup(path: target, findings: problems) }
      return try body(copy)
    }
    try StoreFile.sync(draft)
    try StoreFile.name(draft, target)
    return result
  }

  /// So many pages are copied before they are synced: 4 MB.
  private static let portion: Int32 = 1024

  private func copyPages(to draft: String, _ way: GivingWay?) throws {
    try inOwnConnection(to: path, isGuarded: isGuarded) { source in
      // What is read once holds the snapshot until all of it is copied.
      try source.execute("BEGIN")
      defer { if source.database.isInsideTransaction { try? source.execute("ROLLBACK") } }
      _ = try source.first("SELECT count(*) AS found FROM sqlite_schema")
      try inOwnConnection(to: draft, isGuarded: false) { copy in
        try source.database.backup(to: copy.database, pagesPerStep: Self.portion) { progress in
          // SQLite syncs the last ones itself.
          guard !progress.isCompleted else { return }
          try StoreFile.sync(draft)
          way?.look()
        }
        // One file, which can be read where nothing can be written beside it.
        try copy.script("PRAGMA journal_mode = DELETE")
      }
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
