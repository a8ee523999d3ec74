import Schema

/// Brings a schema up to date, inside a write transaction.
enum SQLiteMigrator {
  /// Runs the migrations that the database doesn't have yet and raises `user_version` to the last.
  static func migrate(_ connection: SQLiteConnection, with migrations: [Migration]) throws {
    for migration in migrations where migration.version > connection.schemaVersion {
      try connection.script(migration.sql)
      try connection.script("PRAGMA user_version = \(migration.version)")
      connection.schemaVersion = migration.version
    }
  }
}
