/// One numbered step from an empty database to the present schema.
public struct Migration: Sendable {
  /// The `user_version` of a store that has it, from 1 without gaps.
  public let version: Int
  public let name: String
  /// SQL in SQLite's dialect; statements are run in order, in the transaction that raises the version.
  public let sql: String

  public init(version: Int, name: String, sql: String) {
    self.version = version
    self.name = name
    self.sql = sql
  }
}

/// The migrations of the SQLite engine. A released migration is never edited; a change is a new one.
public enum Schema {
  public static let migrations: [Migration] = [
    Migration(version: 1, name: "journal", sql: text(PackageResources.m0001_journal_sql)),
    Migration(version: 2, name: "runs", sql: text(PackageResources.m0002_runs_sql)),
    Migration(version: 3, name: "lessons", sql: text(PackageResources.m0003_lessons_sql)),
    Migration(version: 4, name: "backlog", sql: text(PackageResources.m0004_backlog_sql)),
    Migration(version: 5, name: "duty", sql: text(PackageResources.m0005_duty_sql)),
    Migration(version: 6, name: "contacts", sql: text(PackageResources.m0006_contacts_sql)),
    Migration(version: 7, name: "incidents", sql: text(PackageResources.m0007_incidents_sql)),
    Migration(version: 8, name: "search", sql: text(PackageResources.m0008_search_sql)),
    Migration(version: 9, name: "hooks", sql: text(PackageResources.m0009_hooks_sql)),
    Migration(version: 10, name: "figures", sql: text(PackageResources.m0010_figures_sql)),
    Migration(version: 11, name: "executions", sql: text(PackageResources.m0011_executions_sql)),
    Migration(version: 12, name: "journal rows", sql: text(PackageResources.m0012_journal_rows_sql)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
