import ChecklistFile
import Domain
import Testing

@testable import Store

@Suite("Importing a checklist")
struct ImportTests {
  private let name = ChecklistName("release")

  @Test("The first version holds the whole file, and says who, when and why")
  func first() throws {
    let world = try World(isEmpty: true)
    let output = try world.importRelease(reason: "from git")
    #expect(output == .init(version: VersionReference(checklist: name, number: 1), isNew: true))
    let version = try world.store.read { try $0.version(of: name) }
    #expect(version.source == World.release)
    #expect(version.sha256 == ChecklistDocument.sha256(of: Array(World.release.utf8)))
    #expect(version.author == Handle("ana") && version.reason == "from git" && version.madeAt == .morning)
    #expect(version.parent == nil)
    #expect(version.steps.map(\.id.text) == ["manifests", "attend", "deploy", "smoke", "push", "back"])
    #expect(version.rollbackPrompt == "Roll back when more than one runner fails.")
    let files = try world.store.read { try $0.checklistFiles(host: "jump") }
    #expect(files == [ChecklistOrigin(host: "jump", path: "/srv/release.md", base: output.version)])
  }

  @Test("The same file again makes no version and no entry; from another path only the path is remembered")
  func same() throws {
    let world = try World()
    let head = try world.head()
    #expect(try !world.importRelease().isNew)
    #expect(try world.head() == head)
    #expect(try !world.importRelease(path: "/home/ana/release.md").isNew)
    let entry = try #require(try world.store.read { try $0.journal(limit: 1).first })
    #expect(entry.seq == head.seq + 1)
    #expect(entry.changeCount == 1)
    #expect(try world.store.read { try $0.versions(of: name) }.count == 1)
  }

  @Test("A step keeps its id across versions when it is reworded or moved, and a removed id is not given again")
  func stableIDs() throws {
    let world = try World(isEmpty: true)
    try world.importRelease(
      "## Pre\n- [ ] Check the manifests in git\n- [ ] Tell support\n## Post\n- [ ] Smoke tests\n")
    try world.importRelease(
      "## Pre\n- [ ] Tell support\n- [ ] Check the manifests in git, twice\n- [ ] Log in\n## Post\n- [ ] Smoke tests\n")
    let (old, new) = try world.store.read { (try $0.version(of: name, number: 1), try $0.version(of: name)) }
    #expect(new.parent == 1)
    #expect(old.steps.map(\.id.text) == ["check-the-manifests-in-git", "tell-support", "smoke-tests"])
    #expect(new.steps.map(\.id.text) == ["tell-support", "check-the-manifests-in-git", "log-in", "smoke-tests"])
  }

  @Test("Undoing the first import takes the checklist back, and importing again gives a new number")
  func undoFirst() throws {
    let world = try World()
    try world.store.undo(by: .ana, at: .morning)
    #expect(throws: Missing.checklist("release", known: [])) { try world.store.read { try $0.version(of: name) } }
    #expect(try world.store.read { try $0.checklists() }.isEmpty)
    #expect(try world.store.read { try $0.checklistFiles(host: "jump") }.isEmpty)
    #expect(try world.importRelease().version.number == 2)
    #expect(try world.store.read { try $0.versions(of: name).map(\.reference.number) } == [2])
    #expect(try world.store.verify().isSound)
  }

  @Test("Undoing a later import brings the earlier version back as the latest")
  func undoSecond() throws {
    let world = try World()
    let entry = try world.head().seq
    try world.importRelease(World.release + "- [ ] Say so <!-- id: say -->\n", reason: "second")
    try world.store.undo(by: .ana, at: .morning)
    #expect(try world.store.read { try $0.latestVersion(of: name) } == 1)
    #expect(try world.store.read { try $0.checklistFiles(host: "jump") }.map(\.base.number) == [1])
    try world.importRelease(World.release + "- [ ] Say it <!-- id: say -->\n", reason: "third")
    #expect(try world.store.read { try $0.latestVersion(of: name) } == 3)
    #expect { try world.store.undo(entry, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(_, .changedSince(_, _, let since?)) = error else { return false }
      return since.summary.contains("third")
    }
  }

  @Test("An import is not undone when a run uses the version; the refusal names the run and who began it")
  func undoUsed() throws {
    let world = try World()
    let entry = try world.head().seq
    try world.start(by: .bo)
    let before = try world.content()
    #expect { try world.store.undo(entry, by: .ana, at: .morning) } throws: { error in
      guard case StoreError.undoRefused(entry, .referredTo(let table, _, "run", "1", let by?)) = error else {
        return false
      }
      return table == "version" && by.by == Handle("bo") && "\(error)".contains("run 1")
    }
    #expect(try world.content() == before)
  }

  @Test("A run stays on the version that it began with")
  func pinned() throws {
    let world = try World()
    try world.start()
    try world.importRelease(World.release.replacing("Check the manifests", with: "Check all manifests"))
    #expect(try world.run().version.reference.number == 1)
    #expect(try world.run().steps.first?.text == "Check the manifests")
  }

  @Test("A name that is none is refused")
  func badName() throws {
    let world = try World()
    let document = try ChecklistDocument(source: World.release, fileName: "x.md")
    #expect(throws: Clash.nameUnusable("a b", what: "checklist")) {
      try world.perform(ImportChecklist(document, as: ChecklistName("a b"), reason: "x"))
    }
  }

  @Test("Text comes back byte for byte, hostile or not")
  func bytes() throws {
    let world = try World(isEmpty: true)
    let source = "\u{FEFF}## Pre\r\n- [ ] A\u{301} \u{1B}[2J\u{202E} \u{E0041} x\r\n\r\n- [ ] Last, without a line end"
    try world.importRelease(source)
    let version = try world.store.read { try $0.version(of: name) }
    #expect(Array(version.source.utf8) == Array(source.utf8))
  }
}
