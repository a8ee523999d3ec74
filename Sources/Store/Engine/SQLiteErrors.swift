import CSQLite
import GRDB

/// SQLite's result codes in the store's own words.
enum SQLiteErrors {
  static func translated(_ error: any Error, _ path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return translated(error.extendedResultCode.rawValue, message: error.message ?? error.description, path)
  }

  static func translated(_ code: Int32, message: String, _ path: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path, holder: nil)
    case SQLITE_NOTADB: .notADatabase(path: path)
    case SQLITE_CORRUPT: .corrupt(place: path, detail: "is not well formed (\(message))")
    case SQLITE_FULL: .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .notWritable(path: path, owner: StoreFile.status(path)?.owner)
    case SQLITE_CANTOPEN: .inputOutput(path: path, detail: "unable to open it or a file beside it")
    // A write beyond the file-size limit (SIGXFSZ is ignored) is an I/O error with room on the disk.
    case SQLITE_IOERR where code == sqliteIOErrorWrite: .full(path: path)
    case SQLITE_IOERR: .inputOutput(path: path, detail: "\(message) (SQLite \(code))")
    case SQLITE_CONSTRAINT: .constraint(detail: message)
    default: .engine(code: Int(code), detail: message)
    }
  }

  /// SQLITE_IOERR_WRITE, a macro that Swift doesn't see.
  private static let sqliteIOErrorWrite = SQLITE_IOERR | (3 << 8)
}
