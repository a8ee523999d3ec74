import ChecklistFile
import Domain
import Foundation
import Host
import Store

@testable import Workflow

/// A directory of its own with a store in it, and a folder for files; gone when the test is over.
final class Desk {
  let directory: String
  let store: Store

  /// - Parameter starters: whether the starter checklists are in it.
  init(starters: Bool = false) throws {
    directory = FileAccess.realPath(NSTemporaryDirectory()) + "/prodpair-workflow-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    store = try Store.create(
      path: directory + "/store/team.sqlite", kind: .personal, at: .morning,
      options: StoreOptions(catalogue: .prodpair))
    let team = Team(name: TeamName("platform"))
    _ = try Provision(team: team, includesStarters: starters).run(in: store, by: .ana, at: .morning)
    for name in ["ana", "bo", "cy"] {
      let person = Person(handle: Handle(name), name: name.capitalized, login: name, teams: [team.name])
      try store.perform(AddPerson(person), by: .ana, at: .morning)
    }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String = "release.md") throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = directory + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  func bytes(_ name: String = "release.md") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: directory + "/" + name)))
  }

  func mode(_ name: String = "release.md") throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: directory + "/" + name)[.posixPermissions] as? Int
  }

  @discardableResult
  func importFile(_ path: String, name: String? = nil, reason: String? = nil, by actor: Actor = .ana) throws
    -> ImportFile.Outcome
  {
    try ImportFile(path: path, name: name.map { ChecklistName($0) }, reason: reason).run(
      in: store, by: actor, at: .morning)
  }

  /// Imports a text as the next version without a file, as a fold in the store would.
  @discardableResult
  func importText(_ text: String, as name: String = "release", reason: String = "in the store", by actor: Actor = .bo)
    throws -> VersionReference
  {
    let document = try ChecklistDocument(source: text, fileName: "release.md")
    let command = ImportChecklist(document, as: ChecklistName(name), reason: reason)
    return try store.perform(command, by: actor, at: .morning).version
  }

  func head() throws -> JournalHead { try store.read { try $0.journalHead() } }
  func latest(_ name: String = "release") throws -> ChecklistVersion {
    try store.read { try $0.version(of: ChecklistName(name)) }
  }
  func run(_ number: RunNumber) throws -> Run { try store.read { try $0.run(number) } }

  static let release = "## Pre\n- [ ] Check the manifests\n- [ ] Tell support\n\n## Post\n- [ ] Smoke tests\n"
}

extension Actor {
  static let ana = Actor(login: "ana", uid: 1001, person: Handle("ana"))
  static let bo = Actor(login: "bo", uid: 1002, person: Handle("bo"))
  static let cy = Actor(login: "cy", uid: 1003, person: Handle("cy"))
}

extension Instant {
  /// Monday 7 December 2026, ten o'clock in the morning UTC: inside every window.
  static let morning = Instant(milliseconds: 1_796_637_600_000)
}

/// The real files, where this checkout has them beside it.
enum RealFiles {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/checklists").path

  static let paths: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
}
