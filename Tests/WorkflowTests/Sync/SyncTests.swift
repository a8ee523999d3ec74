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

  private func sync(_ desk: Desk, dry isDryRun: Bool = false) throws -> [String] {
    try desk.sync { $0.isDryRun = isDryRun }
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
    #expect(lines[1] == "gone")
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
    let one = SyncChecklists(checklists: [ChecklistName("other")])
    #expect(try one.run(in: desk.store, by: .ana, at: .morning).map(\.checklist.text) == ["other"])
    #expect(throws: Missing.checklist("none", known: ["other", "release"])) {
      try SyncChecklists(checklists: [ChecklistName("none")]).run(in: desk.store, by: .ana, at: .morning)
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

  @Test("A file that its mode protects is not written, and that is said")
  func readOnly() throws {
    let desk = try desk()
    try desk.importText(newer)
    chmod(desk.directory + "/release.md", 0o444)
    let head = try desk.head()
    #expect(try sync(desk) == ["failed, \(FileError.readOnly(path: desk.directory + "/release.md"))"])
    #expect(try desk.bytes() == Array(Desk.release.utf8))
    #expect(try desk.head() == head)
  }

  @Test("A file with other line ends is the same, and keeps them when the store is newer")
  func lineEnds() throws {
    let desk = try desk()
    let crlf = Desk.release.replacing("\n", with: "\r\n")
    try desk.write(crlf)
    #expect(try sync(desk) == ["same (but for how its lines end)"])
    #expect(try desk.latest().reference.number == 1)
    try desk.importText(Desk.release + "- [ ] Publish\n")
    #expect(try sync(desk) == ["store newer, v2"])
    #expect(try desk.bytes() == Array((crlf + "- [ ] Publish\r\n").utf8))
    #expect(try sync(desk) == ["same (but for how its lines end)"])
    try desk.write(crlf + "- [ ] Publish\r\n- [ ] Tell all\r\n")
    #expect(try sync(desk) == ["file newer, v3"])
    #expect(try sync(desk) == ["same"])
  }

  @Test("A line break missing at the end stays missing")
  func finalNewline() throws {
    let desk = try desk()
    try desk.write(String(Desk.release.dropLast()))
    #expect(try sync(desk) == ["file newer, v2"])
    try desk.importText(Desk.release.dropLast() + " once more")
    #expect(try sync(desk) == ["store newer, v3"])
    #expect(try desk.bytes() == Array((Desk.release.dropLast() + " once more").utf8))
  }
}
