import CSQLite
import GRDB
import Glibc

extension SQLiteEngine {
  /// `VACUUM INTO` a draft beside the target, checked, synced and then named; a connection of its own, so that
  /// neither reads nor writes wait.
  func backup<Result>(to target: String, reading body: (any Connection) throws -> Result) throws -> Result {
    guard StoreFile.status(target) == nil else { throw StoreError.exists(path: target) }
    guard let status = StoreFile.status(path) else { throw StoreError.missing(path: path) }
    let draft = target + ".part-\(getpid())"
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
    try SQLiteCreation.makeFile(draft, mode: status.mode & 0o666, group: nil)
    try inOwnConnection(to: path) { try $0.execute("VACUUM INTO ?", [.text(draft)]) }
    let result = try inOwnConnection(to: draft) { copy in
      let problems = try Self.problems(copy)
      guard problems.isEmpty else { throw StoreError.unsoundBackup(path: target, findings: problems) }
      return try body(copy)
    }
    try StoreFile.sync(draft)
    try StoreFile.name(draft, target)
    return result
  }

  private static func problems(_ connection: SQLiteConnection) throws -> [String] {
    var problems: [String] = []
    try connection.forEachRow("PRAGMA integrity_check", []) { row in
      if let text = try row.optionalText("integrity_check"), text != "ok" { problems.append(text) }
    }
    return problems
  }

  private func inOwnConnection<Result>(
    to file: String, _ body: (SQLiteConnection) throws -> Result
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
