import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Syncing where file and store have both moved on")
struct MergeTests {
  private let inStore = Desk.release + "- [ ] Publish\n"
  private let inFile = Desk.release.replacing("Check the manifests", with: "Check the manifests twice")
  private let both =
    Desk.release.replacing("Check the manifests", with: "Check the manifests twice") + "- [ ] Publish\n"

  private func desk(file: String, store: String) throws -> Desk {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release))
    try desk.importText(store)
    try desk.write(file)
    return desk
  }

  @Test("Changes in different places become the next version, made from the latest, and the file has them too")
  func merged() throws {
    let desk = try desk(file: inFile, store: inStore)
    #expect(try desk.sync { $0.isDryRun = true } == ["merged, new v3"])
    #expect(try desk.text("release.md") == inFile)
    #expect(try desk.sync() == ["merged, new v3"])
    #expect(try desk.text("release.md") == both)
    let latest = try desk.latest()
    #expect(latest.source == both && latest.parent == 2 && latest.author == Handle("bo"))
    #expect(latest.reason.hasPrefix("merged \(desk.directory)/release.md with "))
    #expect(try desk.origins().map(\.base.number) == [3])
    #expect(try desk.sync() == ["same"])
  }

  @Test("A file that has what the store has, and more, is the next version as it is")
  func fileHasAll() throws {
    let desk = try desk(file: both, store: inStore)
    #expect(try desk.sync() == ["merged, new v3"])
    #expect(try desk.latest().source == both)
    #expect(try desk.sync() == ["same"])
  }

  @Test("Where the store has all of it only the file is written")
  func storeHasAll() throws {
    let desk = try desk(file: inFile, store: both)
    #expect(try desk.sync() == ["merged, v2"])
    #expect(try desk.text("release.md") == both)
    #expect(try desk.latest().reference.number == 2)
    #expect(try desk.sync() == ["same"])
  }

  @Test("A file with CRLF, or without a last line break, is merged and stays so")
  func lineEnds() throws {
    let crlf = inFile.replacing("\n", with: "\r\n")
    let desk = try desk(file: crlf, store: inStore)
    #expect(try desk.sync() == ["merged, new v3"])
    #expect(try desk.text("release.md") == both.replacing("\n", with: "\r\n"))
    #expect(try desk.sync() == ["same"])
    let open = try self.desk(
      file: String(inFile.dropLast()), store: "Read this first.\n\n" + Desk.release)
    #expect(try open.sync() == ["merged, new v3"])
    #expect(try open.text("release.md") == "Read this first.\n\n" + inFile.dropLast())
  }

  @Test("Where both changed one line nothing is touched, and the place is said from both sides")
  func conflict() throws {
    let desk = try desk(file: inFile, store: Desk.release.replacing("Check the manifests", with: "Check nothing"))
    let head = try desk.head()
    for isDryRun in [true, false] {
      let lines = try desk.sync { $0.isDryRun = isDryRun }
      #expect(lines.count == 1)
      let place = #"line 2: the file has "- [ ] Check the manifests twice", the store "- [ ] Check nothing""#
      #expect(lines.first?.contains(place) == true)
      #expect(lines.first?.contains("prodpair checklist diff release --from 1") == true)
    }
    #expect(try desk.head() == head)
    #expect(try desk.text("release.md") == inFile)
  }

  @Test("What is no sound checklist once it is merged is not kept")
  func unsound() throws {
    let desk = try desk(
      file: "- [ ] Read the notes <!-- id: extra -->\n\n" + Desk.release,
      store: Desk.release + "- [ ] Publish <!-- id: extra -->\n")
    let head = try desk.head()
    let lines = try desk.sync()
    #expect(lines.first?.contains("merged they are no sound checklist") == true)
    #expect(try desk.head() == head)
  }

  @Test("Without git what has to be merged is said and not touched, and the other files are synced")
  func noGit() throws {
    let desk = try desk(file: inFile, store: inStore)
    try desk.importFile(desk.write("- [ ] One\n", to: "other.md"))
    try desk.write("- [ ] One\n- [ ] Two\n", to: "other.md")
    let lines = try desk.sync { $0.git = Desk.noGit }
    #expect(lines.first == "file newer, v2")
    #expect(lines.last?.contains("there is no git in PATH to merge them; nothing touched") == true)
    #expect(try desk.text("release.md") == inFile)
    #expect(try desk.latest().reference.number == 2)
  }

  @Test("Two clones at different paths, each with a change of its own, come to the same text")
  func twoClones() throws {
    let desk = try Desk()
    let ana = try desk.repository("ana")
    try desk.git(".", "clone", "-q", "ana", "bo")
    let bo = desk.directory + "/bo/release.md"
    try desk.importFile(ana)
    try desk.importFile(bo)
    try desk.write(inFile, to: "ana/release.md")
    try desk.write(inStore, to: "bo/release.md")
    // The first is behind again once the second was merged.
    #expect(try desk.sync() == ["file newer, v2", "merged, new v3", "store newer, v3"])
    #expect(try desk.text("ana/release.md") == both)
    #expect(try desk.text("bo/release.md") == both)
    #expect(try desk.origins().map(\.base.number) == [3, 3])
    #expect(try desk.sync() == ["same", "same"])
  }

  @Test("Two clones whose changes clash: one is in, the other waits for somebody, and loses nothing")
  func clashingClones() throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("ana"))
    try desk.git(".", "clone", "-q", "ana", "bo")
    try desk.importFile(desk.directory + "/bo/release.md")
    try desk.write(inFile, to: "ana/release.md")
    let other = Desk.release.replacing("Check the manifests", with: "Check nothing")
    try desk.write(other, to: "bo/release.md")
    let lines = try desk.sync()
    #expect(lines.count == 2 && lines[0] == "file newer, v2" && lines[1].hasPrefix("failed"))
    #expect(try desk.text("bo/release.md") == other)
    #expect(try desk.latest().source == inFile)
  }
}
