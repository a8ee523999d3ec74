import Foundation
import Host
import Testing

@testable import Workflow

@Suite("Syncing files that lie in git")
struct GitSyncTests {
  private let newer = Desk.release + "- [ ] Publish\n"

  @Test("A file with changes that are not committed is synced, and git's index stays as it is")
  func dirty() throws {
    let desk = try Desk()
    let path = try desk.repository("clone")
    try desk.importFile(path)
    try desk.write(newer, to: "clone/release.md")
    try desk.git("clone", "add", "release.md")
    try desk.write(newer + "- [ ] Tell all\n", to: "clone/release.md")
    let index = try desk.git("clone", "ls-files", "--stage")
    #expect(try desk.sync() == ["file newer, v2"])
    #expect(try desk.git("clone", "ls-files", "--stage") == index)
    #expect(try desk.text("clone/release.md") == newer + "- [ ] Tell all\n")
  }

  @Test("A file that git could not merge is not touched, with its markers and without")
  func unmerged() throws {
    let desk = try Desk()
    try desk.importFile(desk.repository("clone"))
    try desk.git("clone", "switch", "-q", "-c", "other")
    try desk.write(Desk.release.replacing("Tell", with: "Warn"), to: "clone/release.md")
    try desk.commit("clone")
    try desk.git("clone", "switch", "-q", "main")
    try desk.write(Desk.release.replacing("Tell", with: "Ask"), to: "clone/release.md")
    try desk.commit("clone")
    #expect(throws: Desk.GitFailed.self) { try desk.git("clone", "merge", "-q", "other") }
    try desk.importText(newer)
    let (head, text) = (try desk.head(), try desk.text("clone/release.md"))
    let marked = try desk.sync()
    #expect(marked.first?.contains("release.md:3: a conflict marker, nothing touched") == true)
    #expect(try desk.sync { $0.git = Desk.noGit } == marked)
    #expect(try desk.text("clone/release.md") == text)
    try desk.write(Desk.release.replacing("Tell", with: "Warn"), to: "clone/release.md")
    #expect(try desk.sync().first?.contains("in conflict in git, nothing touched") == true)
    try desk.git("clone", "add", "release.md")
    #expect(try desk.sync().first?.contains("a merge is under way in git") == true)
    #expect(try desk.head() == head)
    try desk.git("clone", "commit", "-q", "-m", "Merged")
    #expect(try desk.sync() == ["merged, new v3"])
  }

  @Test("A checklist about conflict markers is not taken for one in conflict once the store has it")
  func aboutMarkers() throws {
    let desk = try Desk()
    try desk.importFile(desk.write(Desk.release + "\n<<<<<<< ours\n=======\n>>>>>>> theirs\n"))
    #expect(try desk.sync() == ["same"])
  }

  @Test("What others have pushed and is not merged here is said, as last fetched")
  func behind() throws {
    let desk = try Desk()
    try desk.repository("origin")
    try desk.git(".", "clone", "-q", "origin", "clone")
    try desk.importFile(desk.directory + "/clone/release.md")
    try desk.write(newer, to: "origin/release.md")
    try desk.commit("origin")
    try desk.git("clone", "fetch", "-q")
    let line = try SyncChecklists(git: Desk.git).run(in: desk.store, by: .bo, at: .morning).first
    #expect(line?.behind?.words == "behind origin/main by 1 commit that touches it, as last fetched")
    #expect(line?.isInOrder == true)
  }

  @Test("A repository that git does not read is a remark, and the file is synced", .enabled(if: getuid() == 0))
  func notTrusted() throws {
    let desk = try Desk()
    let path = try desk.repository("clone")
    try desk.importFile(path)
    for name in ["clone", "clone/.git"] { chown("\(desk.directory)/\(name)", 65534, 65534) }
    try desk.write(newer, to: "clone/release.md")
    let lines = try desk.sync()
    #expect(lines.first?.hasPrefix("file newer, v2 (git was not asked: ") == true)
  }
}
