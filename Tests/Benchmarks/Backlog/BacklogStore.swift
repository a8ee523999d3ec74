import Domain
import Foundation
import Host
import Store

/// A store with one team's backlog, brought in from a Tracker export by the release binary.
final class BacklogStore {
  let path: String
  let rows: Int
  private(set) var store: Store
  let actor: Actor

  static let team = TeamName("ops")
  static let options = StoreOptions(catalogue: .prodpair)

  /// Finds it, or makes it.
  init(in directory: String, rows: Int, prodpair: String, environment: [String: String]) throws {
    path = Self.path(in: directory, rows: rows)
    self.rows = rows
    if access(path, F_OK) != 0 {
      try Self.make(in: directory, rows: rows)
      try Self.importFile(in: directory, rows: rows, prodpair: prodpair, environment: environment)
    }
    store = try Store.open(path: path, options: Self.options)
    actor = try store.read { try $0.resolve(Identity.current()) }
    try store.maintain()
  }

  static func path(in directory: String, rows: Int) -> String { "\(directory)/backlog-\(rows).sqlite" }

  /// An empty one; what was there before is removed.
  static func make(in directory: String, rows: Int) throws { try makeEmpty(at: path(in: directory, rows: rows)) }

  static func makeEmpty(at path: String) throws {
    for suffix in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    let store = try Store.create(path: path, kind: .personal, at: Instant(Date()), options: options)
    let login = Identity.current()
    try store.perform(AddTeam(Team(name: team)), by: login, at: Instant(Date()))
    let person = Person(handle: Handle("ana"), name: "Ana", login: login.account, teams: [team])
    try store.perform(AddPerson(person), by: login, at: Instant(Date()))
    try store.close()
  }

  @discardableResult
  static func importFile(
    in directory: String, rows: Int, prodpair: String, environment: [String: String]
  ) throws -> ChildProcess.Cost {
    let file = "\(directory)/tracker-\(rows).csv"
    try TrackerFile.write(rows: rows, to: file)
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try ChildProcess.cost(
      [prodpair, "item", "import", file],
      environment: environment.merging(["PRODPAIR_STORE": path(in: directory, rows: rows)]) { _, new in new })
  }

  /// The numbers of the items that stand at the top of the backlog.
  func topOfBacklog(_ count: Int) throws -> [ItemNumber] {
    try store.read { try $0.items(in: .backlog, of: Self.team, limit: count).map(\.number) }
  }

  func summary() throws -> String {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    return "\(rows) items, \(size >> 20) MB"
  }
}
