import CSQLite
import GRDB

/// The settings of every connection (design.md, 2.2), and how to read them back.
enum SQLiteSettings {
  /// `PdPr`, in the header of every store.
  static let applicationID: Int32 = 0x5064_5072

  /// The -wal file's size from which it is worth a checkpoint, and to which a reset cuts it.
  static let checkpointBytes = 4 << 20

  /// What the connection that writes may keep of the file, in KiB. An import of thousands of rows fits: beyond it SQLite writes
  /// pages to the -wal that it writes again later, and reads them back, with the lock in its hand.
  static let writerCache = 16 << 10

  static func configuration(isReader: Bool, isGuarded: Bool, busyTimeout: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.label = isReader ? "prodpair.reader" : "prodpair.writer"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(
      Double(busyTimeout.components.seconds) + Double(busyTimeout.components.attoseconds) / 1e18)
    configuration.prepareDatabase { try apply(to: $0, isReader: isReader, isGuarded: isGuarded) }
    return configuration
  }

  /// The journal mode is not among them: it lies in the file, and is set when the store is made.
  static func apply(to database: Database, isReader: Bool, isGuarded: Bool) throws {
    if isGuarded {
      let code = csqlite_keep_wal_on_close(database.sqliteConnection)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    }
    try database.execute(
      sql: """
        PRAGMA synchronous = FULL;
        PRAGMA recursive_triggers = ON;
        PRAGMA cell_size_check = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA mmap_size = 0;
        PRAGMA journal_size_limit = \(checkpointBytes);
        PRAGMA \(isReader ? "query_only = ON" : "cache_size = -\(writerCache)");
        """)
    if isReader {
      // GRDB keeps which columns each statement reads, for observers, of which there are none here: a tenth of what is
      // done until the first frame. What else it is told by this, a reader never does.
      let code = sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
  }

  /// The settings as SQLite has them, by pragma.
  static func readBack(_ database: Database) throws -> [String: String] {
    let pragmas = [
      "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "recursive_triggers", "cell_size_check",
      "trusted_schema", "mmap_size", "wal_autocheckpoint", "journal_size_limit", "cache_size", "query_only",
      "application_id", "user_version",
    ]
    var settings: [String: String] = [:]
    for pragma in pragmas { settings[pragma] = try String.fetchOne(database, sql: "PRAGMA \(pragma)") }
    settings["keep_wal_on_close"] = String(csqlite_keeps_wal_on_close(database.sqliteConnection))
    return settings
  }
}
