import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Syncing files with the store")
struct SyncTests {
  private let newer = Desk.release + "- [ ] Publish\r\n"
  private let other = Desk.release.replacing("Tell support", with: "Tell support and sales")

  /// What was found, as one word and the version that it ends at.
  private func sync(_ desk: Desk, dry isDryRun: Bool = false) throws -> [String] {
    let lines = try SyncChecklists(isDryRun: isDryRun).run(in: desk.store, by: .bo, at: .morning)
    return lines.map { line in
      switch line.found {
      case .same: "same"
      case .fileNewer(let version): "file newer, v\(version.number)"
      case .storeNewer(let version): "store newer, v\(version.number)"
      case .bothChanged(let base, let latest): "both changed, v\(base.number), v\(latest.number)"
      case .failed(let error): "failed, \(error)"
      }
    }
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    return desk
  }

  @Test("Where neither has moved on nothing is written")
  func same() throws {
    let desk = try desk()
    let head = try desk.head()
    #expect(try sync(desk) == ["same"])
    #expect(try desk.head() == head)
  }

  @Test("A newer file becomes the next version, and stays as it is")
  func fileNewer() throws {
    let desk = try desk()
    try desk.write(newer)
    let head = try desk.head()
    #expect(try sync(desk, dry: true) == ["file newer, v2"])
    #expect(try desk.head() == head)
    #expect(try sync(desk) == ["file newer, v2"])
    #expect(try desk.latest().source == newer)
    #expect(try desk.latest().author == Handle("bo"))
    #expect(try desk.bytes() == Array(newer.utf8))
    #expect(try sync(desk) == ["same"])
  }

  @Test(
    "A newer version is written to the file byte for byte, and the file keeps its mode",
    arguments: [0o644, 0o600, 0o755])
  func storeNewer(mode: Int) throws {
    let desk = try desk()
    let path = desk.directory + "/release.md"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try desk.importText(newer)
    #expect(try sync(desk, dry: true) == ["store newer, v2"])
    #expect(try desk.bytes() == Array(Desk.release.utf8))
    #expect(try sync(desk) == ["store newer, v2"])
    #expect(try desk.bytes() == Array(newer.utf8))
    #expect(try desk.mode() == mode)
    #expect(try sync(desk) == ["same"])
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.directory).sorted()
    #expect(files == ["release.md", "store"])
  }

  @Test("Where both have moved on neither is touched")
  func bothChanged() throws {
    let desk = try desk()
    try desk.importText(newer)
    try desk.write(other)
    let head = try desk.head()
    for isDryRun in [true, false] { #expect(try sync(desk, dry: isDryRun) == ["both changed, v1, v2"]) }
    #expect(try desk.head() == head)
    #expect(try desk.bytes() == Array(other.utf8))
  }

  @Test("Where both came to the same text there is nothing to do but to remember it")
  func sameInTheEnd() throws {
    let desk = try desk()
    try desk.importText(newer)
    try desk.write(newer)
    #expect(try sync(desk) == ["same"])
    let origin = try #require(try desk.store.read { try $0.checklistFiles(host: Machine.name).first })
    #expect(origin.base.number == 2)
    #expect(try desk.latest().reference.number == 2)
  }

  @Test("A file that is gone or broken is a line of its own, and the others are synced")
  func failures() throws {
    let desk = try desk()
    let gone = try desk.write(Desk.release, to: "gone.md")
    try desk.importFile(gone)
    try FileManager.default.removeItem(atPath: gone)
    let broken = try desk.write(Desk.release, to: "broken.md")
    try desk.importFile(broken)
    try desk.write("prose\n", to: "broken.md")
    try desk.write(newer)
    let lines = try sync(desk)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("failed, \(broken):1:"))
    #expect(lines[1] == "failed, \(FileError.missing(path: gone))")
    #expect(lines[2] == "file newer, v2")
  }

  @Test(
    "A dry run says of a broken file what the real one would")
  func dryRunOfBroken() throws {
    let desk = try desk()
    try desk.write("prose\n")
    #expect(try sync(desk, dry: true).first?.hasPrefix("failed") == true)
  }

  @Test("One checklist alone is synced where it is named, and an unknown one is refused")
  func named() throws {
    let desk = try desk()
    try desk.importFile(desk.write(Desk.release, to: "other.md"))
    let one = SyncChecklists(checklist: ChecklistName("other"))
    #expect(try one.run(in: desk.store, by: .ana, at: .morning).map(\.checklist.text) == ["other"])
    #expect(throws: Missing.checklist("none", known: ["other", "release"])) {
      try SyncChecklists(checklist: ChecklistName("none")).run(in: desk.store, by: .ana, at: .morning)
    }
  }

  @Test("A sync is undone like any import")
  func undo() throws {
    let desk = try desk()
    try desk.write(newer)
    _ = try sync(desk)
    try desk.store.undo(by: .bo, at: .morning)
    #expect(try desk.latest().reference.number == 1)
    #expect(try sync(desk, dry: true) == ["file newer, v2"])
    #expect(try sync(desk) == ["file newer, v3"])
  }
}
