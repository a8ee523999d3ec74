import CSQLite

/// What `doctor` says of the file and of the engine under it.
public struct EngineFacts: Hashable, Sendable {
  public var path: String
  /// Bytes of the database file, and of what is written but not yet moved into it.
  public var size: Int
  public var walSize: Int
  public var sqliteVersion: String
  /// Whether the version needs the lock around writes and checkpoints (the WAL-reset bug) and has it.
  public var isWALGuardInForce: Bool
  public var journalMode: String
  public var synchronous: String
  /// Every setting of the writing connection as SQLite reads it back, by pragma.
  public var settings: [String: String]
  public var schemaVersion: Int
  public var fileSystem: String
  public var file: FileMode
  public var directory: FileMode
  /// Of what lies beside the file: the -wal, the -shm and the lock, as far as they are there.
  public var sideFiles: [FileMode]
  /// The processes that have it open, this one included, as far as the kernel tells.
  public var users: [StoreUser]
}

extension SQLiteEngine {
  func facts() throws -> EngineFacts {
    // Asking for the settings makes the lock's file where it wasn't there yet.
    let settings = try settings().writer
    guard let status = StoreFile.status(path), let file = FileMode(of: path),
      let directory = FileMode(of: StoreFile.directory(of: path))
    else { throw StoreError.missing(path: path) }
    let synchronous = ["0": "OFF", "1": "NORMAL", "2": "FULL", "3": "EXTRA"]
    return EngineFacts(
      path: path, size: status.size, walSize: StoreFile.status(path + "-wal")?.size ?? 0,
      sqliteVersion: String(cString: sqlite3_libversion()), isWALGuardInForce: isGuarded,
      journalMode: settings["journal_mode", default: "?"],
      synchronous: settings["synchronous"].flatMap { synchronous[$0] } ?? "?", settings: settings,
      schemaVersion: settings["user_version"].flatMap { Int($0) } ?? 0, fileSystem: options.fileSystem(path).name,
      file: file, directory: directory,
      sideFiles: ["-wal", "-shm", "-lock"].compactMap { FileMode(of: path + $0) }, users: OpenFiles.users(of: path))
  }
}
