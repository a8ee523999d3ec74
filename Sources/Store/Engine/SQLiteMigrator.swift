import Schema

/// Brings a schema up to date, inside a write transaction.
enum SQLiteMigrator {
  /// Runs the migrations that the database doesn't have yet and raises `user_version` to the last.
  ///
  /// Debian's SQLite writes zeroes over what is freed: where a table is made anew that is twice as much to write, and to keep
  /// in the log, as the store itself, and nothing of it is gone that is not in the new table.
  static func migrate(_ connection: SQLiteConnection, with migrations: [Migration]) throws {
    let erases = try connection.first("PRAGMA secure_delete")?.integer("secure_delete") ?? 0
    try connection.script("PRAGMA secure_delete = OFF")
    defer { try? connection.script("PRAGMA secure_delete = \(erases)") }
    for migration in migrations where migration.version > connection.schemaVersion {
      try connection.script(migration.sql)
      try connection.script("PRAGMA user_version = \(migration.version)")
      connection.schemaVersion = migration.version
    }
  }
}
