import Domain
import Foundation
import Host
import Testing

@testable import Workflow

@Suite("Syncing a file that is not where it was")
struct GoneFileTests {
  private let newer = Desk.release + "- [ ] Publish\n"

  @Test(
    "A file that was renamed anywhere in its repository is found, remembered there, and synced",
    arguments: [true, false])
  func renamed(isCommitted: Bool) throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("clone"))
    try desk.write("- [ ] Something else\n", to: "clone/else.md")
    try FileManager.default.createDirectory(
      atPath: desk.directory + "/clone/docs", withIntermediateDirectories: true)
    try desk.git("clone", "mv", "release.md", "docs/deploy.md")
    if isCommitted { try desk.commit("clone") }
    try desk.importText(newer)
    let head = try desk.head()
    #expect(try desk.sync { $0.isDryRun = true } == ["moved from release.md, store newer, v2"])
    #expect(try desk.head() == head)
    #expect(try desk.sync() == ["moved from release.md, store newer, v2"])
    #expect(try desk.text("clone/docs/deploy.md") == newer)
    #expect(try desk.origins().map(\.path) == [desk.directory + "/clone/docs/deploy.md"])
    #expect(try desk.sync() == ["same"])
  }

  @Test("A file that was renamed and changed is found by the name in it")
  func renamedAndChanged() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.remove("release.md")
    try desk.write("---\nchecklist: release\n---\n" + newer, to: "deploy.md")
    #expect(try desk.sync() == ["moved from release.md, file newer, v2"])
    #expect(try desk.sync() == ["same"])
  }

  @Test("Of two files that might be it none is taken, and both are named")
  func twoCandidates() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.remove("release.md")
    try desk.write(Desk.release, to: "a.md")
    try desk.write(Desk.release, to: "b.md")
    let head = try desk.head()
    #expect(try desk.sync() == [#"gone, ["a.md", "b.md"]"#])
    #expect(try desk.head() == head)
  }

  @Test("A copy that is remembered itself is not the file that is gone")
  func copy() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importFile(desk.write(Desk.release, to: "copy.md"), name: "release")
    try desk.remove("release.md")
    #expect(try desk.sync() == ["same", "gone"])
  }

  @Test("A file that is gone is written again when asked, byte for byte, and not over one that is there")
  func restored() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importText(newer)
    #expect(try desk.sync { $0.goneFiles = .restored } == ["store newer, v2"])
    try desk.remove("release.md")
    #expect(try desk.sync() == ["gone"])
    #expect(
      try desk.sync {
        $0.goneFiles = .restored
        $0.isDryRun = true
      } == ["restored, v2"])
    #expect(!desk.exists("release.md"))
    #expect(try desk.sync { $0.goneFiles = .restored } == ["restored, v2"])
    #expect(try desk.text("release.md") == newer)
    #expect(try desk.sync() == ["same"])
  }

  @Test("A file whose folder is gone is not written again, and that is said")
  func folderGone() throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("clone"))
    try desk.remove("clone")
    #expect(try desk.sync() == ["gone"])
    let path = desk.directory + "/clone/release.md"
    #expect(try desk.sync { $0.goneFiles = .restored } == ["failed, \(FileError.noFolder(path: path))"])
  }

  @Test("A file that is gone is forgotten when asked; one that is there is not, and the checklist stays")
  func forgotten() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    #expect(try desk.sync { $0.goneFiles = .forgotten } == ["same"])
    try desk.remove("release.md")
    #expect(try desk.sync { $0.goneFiles = .forgotten } == ["forgotten"])
    #expect(try desk.origins().isEmpty)
    #expect(try desk.latest().reference.number == 1)
    try desk.store.undo(by: .bo, at: .morning)
    #expect(try desk.sync() == ["gone"])
  }
}
