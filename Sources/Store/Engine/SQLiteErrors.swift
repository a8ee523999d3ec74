import CSQLite
import GRDB
import Glibc

/// SQLite's result codes in the store's own words.
enum SQLiteErrors {
  static func translated(_ error: any Error, _ path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return translated(error.extendedResultCode.rawValue, message: error.message ?? error.description, path)
  }

  /// What the connection's last call came to.
  static func last(_ code: Int32, of connection: OpaquePointer?, _ path: String) -> StoreError {
    translated(code, message: String(cString: sqlite3_errmsg(connection)), path)
  }

  /// What a copy from one file to another failed of, and with which: neither connection keeps it.
  static func ofCopy(_ code: Int32, from source: String, to target: String) -> StoreError {
    let isOfSource = [ioErrorRead, ioErrorShortRead].contains(code) || code & 0xFF == SQLITE_CORRUPT
    return translated(code, message: String(cString: sqlite3_errstr(code)), isOfSource ? source : target)
  }

  static func translated(_ code: Int32, message: String, _ path: String) -> StoreError {
    switch code & 0xFF {
    // A protocol error is that others began and ended so often meanwhile that the log could not be joined.
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      .busy(path: path, holder: OpenFiles.holder(ofLogOf: path)?.description)
    case SQLITE_NOTADB: .notADatabase(path: path)
    case SQLITE_CORRUPT: .corrupt(place: path, detail: "is not well formed (\(message))")
    case SQLITE_FULL: .full(path: path)
    // Where a file can't be opened for writing, SQLite opens it for reading; rights are not always why.
    case SQLITE_READONLY where ["", "-wal", "-shm"].allSatisfy({ StoreFile.isWritableOrAbsent(path + $0) }):
      .inputOutput(path: path, detail: "it could not be opened for writing just now")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .notWritable(path: path, owner: StoreFile.status(path)?.owner)
    case SQLITE_CANTOPEN: .inputOutput(path: path, detail: "unable to open it or a file beside it")
    // Beyond the file-size limit SQLite speaks of an I/O error only, and errno is gone by then.
    case SQLITE_IOERR where code == ioErrorWrite && isAtFileSizeLimit(path): .full(path: path)
    case SQLITE_IOERR where code == ioErrorWrite || code == ioErrorShmSize:
      .inputOutput(
        path: path,
        detail: "\(message) (SQLite \(code)); there may be no room for it (disk, quota or file-size limit)")
    case SQLITE_IOERR: .inputOutput(path: path, detail: "\(message) (SQLite \(code))")
    case SQLITE_CONSTRAINT: .constraint(detail: message)
    default: .engine(code: Int(code), detail: message)
    }
  }

  /// Whether the connection's last call failed since what was written could not be synced.
  static func isFailedSync(_ connection: OpaquePointer?) -> Bool {
    sqlite3_extended_errcode(connection) == SQLITE_IOERR | (4 << 8)
  }

  /// Whether the connection's last call failed on the disk.
  static func isOfDisk(_ connection: OpaquePointer?) -> Bool {
    [SQLITE_IOERR, SQLITE_FULL].contains(sqlite3_extended_errcode(connection) & 0xFF)
  }

  // SQLITE_IOERR_READ, SHORT_READ, WRITE and SHMSIZE are macros that Swift doesn't see.
  private static let ioErrorRead = SQLITE_IOERR | (1 << 8)
  private static let ioErrorShortRead = SQLITE_IOERR | (2 << 8)
  private static let ioErrorWrite = SQLITE_IOERR | (3 << 8)
  private static let ioErrorShmSize = SQLITE_IOERR | (19 << 8)

  /// Whether the process may not make files (RLIMIT_FSIZE) a page larger than the store's are.
  private static func isAtFileSizeLimit(_ path: String) -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return false }
    return [path, path + "-wal"].contains { UInt64(StoreFile.status($0)?.size ?? 0) + 65_536 > limit.rlim_cur }
  }
}
