import Schema

/// Brings a schema up to date, inside a write transaction.
enum SQLiteMigrator {
  /// Runs the migrations that the database doesn't have yet and raises `user_version` to the last.
  ///
  /// Debian's SQLite writes zeroes over what is freed (`secure_delete`): for a table that is made anew, all of the old one once
  /// more, into the log. Of what a migration takes out nothing is secret.
  static func migrate(_ connection: SQLiteConnection, with migrations: [Migration]) throws {
    let erases = try connection.first("PRAGMA secure_delete")?.integer("secure_delete") ?? 0
    try connection.script("PRAGMA secure_delete = OFF")
    defer { try? connection.script("PRAGMA secure_delete = \(erases == 2 ? "FAST" : "\(erases)")") }
    for migration in migrations where migration.version > connection.schemaVersion {
      try connection.script(migration.sql)
      try connection.script("PRAGMA user_version = \(migration.version)")
      connection.schemaVersion = migration.version
    }
  }
}
