import Domain
import Foundation
import Store

@testable import Workflow

/// A demo's store in a directory of its own; gone when the test is over.
final class Told {
  let store: Store
  let calendar: Demo.Calendar
  private let directory: String

  init(_ now: Instant = .thursday, login: String = "onlooker") throws {
    let demo = Demo(now: now, login: login)
    calendar = demo.calendar
    directory = NSTemporaryDirectory() + "/prodpair-told-" + UUID().uuidString
    do {
      store = try demo.create(at: directory + "/demo.sqlite")
    } catch {
      try? FileManager.default.removeItem(atPath: directory)
      throw error
    }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  func head() throws -> JournalHead { try store.read { try $0.journalHead() } }
  /// Oldest first; of all states where none is named.
  func runs(_ states: RunState...) throws -> [Run] {
    try store.read { reader in
      try reader.runs(RunFilter(states: Set(states)), limit: 1000).reversed().map { try reader.run($0.number) }
    }
  }

  func count() throws -> Int { try store.read { try $0.runs(limit: 1000) }.count }
  func journal() throws -> [JournalEntry] { try store.read { try $0.journal(limit: 10_000) } }
}

/// What was told, read from the store, which is gone already.
struct Story: Sendable {
  let calendar: Demo.Calendar
  let journal: [JournalEntry]
  /// Oldest first.
  let runs: [Run]
  let teams: [Team]
  let people: [Person]
  /// Of new-release, oldest first.
  let versions: [ChecklistVersion]

  init() throws {
    let told = try Told()
    calendar = told.calendar
    runs = try told.runs()
    journal = try told.journal()
    (teams, people, versions) = try told.store.read { reader in
      let name = ChecklistName("new-release")
      let versions = try (1...reader.latestVersion(of: name)).map { try reader.version(of: name, number: $0) }
      return (try reader.teams(), try reader.people(), versions)
    }
  }

  func entries(_ kind: EntryKind) -> [Entry] { runs.flatMap(\.entries).filter { $0.kind == kind } }
}

extension [Run] {
  /// The run that is under way there; nil where none is.
  func active(in environment: String) -> Run? { last { $0.state.isActive && $0.environment.name == environment } }
}

extension Instant {
  /// Thursday 19 November 2026, 10:20 in Berlin: inside every window, and so is an hour before.
  static let thursday = Instant(rfc3339: "2026-11-19T09:20:00Z") ?? .morning
}
