import CSQLite
import Domain
import Foundation

@testable import Store

extension World {
  /// Opens an incident of the platform team, unless the change says otherwise.
  @discardableResult
  func openIncident(
    _ title: String = "Logs are dropped", by actor: Actor = .ana, at now: Instant = .morning,
    _ change: (inout IncidentDraft) -> Void = { _ in }
  ) throws -> IncidentNumber {
    var draft = IncidentDraft(team: TeamName("platform"), title: title)
    change(&draft)
    return try perform(OpenIncident(draft), by: actor, at: now)
  }

  @discardableResult
  func settle(
    _ step: SettleIncident.Step, _ number: Int = 1, note: String = "", at now: Instant = .morning,
    happened: Instant? = nil
  ) throws -> Incident {
    try perform(SettleIncident(IncidentNumber(number), step, note: note, at: happened), at: now)
  }

  @discardableResult
  func note(
    _ text: String, _ kind: IncidentEntryKind = .observation, on number: Int = 1, by actor: Actor = .ana,
    at now: Instant = .morning, happened: Instant? = nil, exhibits: [NoteIncident.Exhibit] = []
  ) throws -> IncidentEntry {
    try perform(
      NoteIncident(IncidentNumber(number), kind, text, at: happened, exhibits: exhibits), by: actor, at: now)
  }

  func incident(_ number: Int = 1) throws -> Incident { try store.read { try $0.incident(IncidentNumber(number)) } }
  func incidentEntries(_ number: Int = 1) throws -> [IncidentEntry] {
    try store.read { try $0.entries(of: IncidentNumber(number)) }
  }
  func updates(_ number: Int = 1) throws -> [StatusUpdate] {
    try store.read { try $0.updates(of: IncidentNumber(number)) }
  }

  /// Whether an incident's refusal is thrown, and nothing is changed by it.
  func refusal(_ work: () throws -> Void) throws -> IncidentRefusal? {
    let before = try content()
    do {
      try work()
      return nil
    } catch let refusal as IncidentRefusal {
      guard try content() == before else { throw ChangedAnyway(refusal: refusal) }
      return refusal
    }
  }

  /// Runs SQL behind the store's back, as the sqlite3 shell does, with the triggers in force.
  func outside(_ sql: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK, csqlite_keep_wal_on_close(connection) == SQLITE_OK,
      sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK
    else { throw ForgeError(text: String(cString: sqlite3_errmsg(connection))) }
  }

  struct ChangedAnyway: Error { var refusal: IncidentRefusal }
}

extension Instant {
  /// So many minutes after the morning.
  static func after(_ minutes: Int64) -> Instant { .morning + .minutes(minutes) }
}
