import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("Folding with a commit")
struct FoldGitTests {
  private let desk: Desk
  private let git: GitFolder
  private let path: String

  init() throws {
    desk = try Desk()
    git = try GitFolder(desk.directory + "/repo")
    path = try desk.write(Desk.release, to: "repo/release.md")
    try desk.write("one\n", to: "repo/notes.txt")
    try git.commitAll()
    try desk.importFile(path)
  }

  @Test("One commit has the file alone, the reason, and trailers that lead back; what was staged stays staged")
  func commit() throws {
    let order = RunOrder(
      checklist: ChecklistName("release"), environment: "staging", artifact: Artifact(name: "a", version: "1"),
      pair: [Handle("ana"), Handle("bo")], incident: 9)
    let run = try desk.store.perform(StartRun(order), by: .ana, at: .morning)
    let redline = try desk.store.perform(RedlineStep(run: run, edit: .ports), by: .ana, at: .morning).lesson
    let retro = try desk.learn(.sales, from: .retro(run: nil, incident: 11))
    try desk.write("two\n", to: "repo/notes.txt")
    try git.run(["add", "notes.txt"])

    let outcome = try desk.fold(
      desk.plan(redline, retro), reason: "runner 96 failed\n\non a port in the ephemeral range", commit: true)
    let commit = try #require(outcome.commit)
    #expect(commit.branch == "main")
    #expect(try git.run(["rev-parse", "HEAD"]) == commit.id)
    #expect(try git.run(["show", "--name-only", "--format=", "HEAD"]) == "release.md")
    #expect(try git.run(["diff", "--cached", "--name-only"]) == "notes.txt")
    #expect(try git.run(["show", "HEAD:release.md"]) + "\n" == desk.latest().source)
    let message = try git.run(["log", "-1", "--format=%B"])
    #expect(message.hasPrefix("release: runner 96 failed\n\non a port in the ephemeral range\n\n"))
    #expect(message.contains(#"added 3: "Check that no static port lies in 32768-61000""#))
    #expect(
      try git.run(["interpret-trailers", "--parse"], input: message)
        == "Lesson: 1\nLesson: 2\nIncident: 9\nIncident: 11\nRun: \(run)")
    #expect(try desk.sync() == ["same"])
  }

  @Test("A hook that refuses leaves file, index, store and lesson as they were, and its words are passed on")
  func hookRefuses() throws {
    try git.hook("pre-commit", "echo no commits on Fridays; exit 1")
    try desk.write("two\n", to: "repo/notes.txt")
    try git.run(["add", "notes.txt"])
    try expectRefusal { error in
      guard case .commitRefused(_, let output)? = error as? GitError else { Issue.record("\(error)"); return }
      #expect(output.contains("no commits on Fridays"))
    }
  }

  @Test("What a hook has made of the file before it refused is not overwritten")
  func hookEdits() throws {
    try git.hook("pre-commit", "echo '- [ ] Sign' >> release.md; exit 1")
    let lesson = try desk.learn(.sales)
    #expect(throws: GitError.self) { try desk.fold(desk.plan(lesson), commit: true) }
    let page = String(decoding: try desk.bytes("repo/release.md"), as: UTF8.self)
    #expect(page.hasSuffix("- [ ] Sign\n"))
    #expect(try desk.lesson(lesson).isOpen && !desk.hasIntent())
  }

  @Test(
    "A state in which a commit would be lost, or would take along what is not the lesson's, is refused",
    arguments: [
      "protected", "detached", "merge", "dirty", "dirty and staged", "ignored",
    ])
  func refused(_ state: String) throws {
    switch state {
    case "protected": try git.run(["config", "prodpair.protectedBranch", "ma*"])
    case "detached": try git.run(["checkout", "-q", "--detach"])
    case "merge":
      try git.run(["checkout", "-q", "-b", "side"])
      try git.run(["commit", "-q", "--allow-empty", "-m", "side"])
      try git.run(["checkout", "-q", "main"])
      try git.run(["commit", "-q", "--allow-empty", "-m", "main"])
      try git.run(["merge", "-q", "--no-commit", "side"])
    case "dirty", "dirty and staged":
      // The store knows what is in the file; only git does not.
      try desk.write(Desk.release + "- [ ] Publish\n", to: "repo/release.md")
      try desk.importFile(path)
      if state != "dirty" { try git.run(["add", "release.md"]) }
    default:
      try git.run(["rm", "-q", "--cached", "release.md"])
      try desk.write("release.md\n", to: "repo/.gitignore")
      try git.run(["add", ".gitignore"])
      try git.run(["commit", "-q", "-m", "ignored"])
    }
    try expectRefusal { error in
      switch (state, error as? FoldError, error as? GitError) {
      case ("protected", .branchProtected("main", _)?, nil), ("detached", .noBranch?, nil),
        ("merge", nil, .operationUnderWay(.merge, _)?), ("dirty", .uncommitted?, nil),
        ("dirty and staged", .uncommitted?, nil), ("ignored", nil, .ignored?):
        break
      default: Issue.record("\(error)")
      }
    }
    // Without a commit it is nobody's business.
    #expect(try desk.fold(desk.plan(LessonNumber(1))).commit == nil)
  }

  @Test("A file that git does not know yet is added with it, and taken out again where git refuses")
  func untracked() throws {
    try git.run(["rm", "-q", "--cached", "release.md"])
    try git.run(["commit", "-q", "-m", "untracked"])
    try git.hook("pre-commit", "exit 1")
    try expectRefusal { #expect($0 is GitError) }
    try git.hook("pre-commit", "exit 0")
    #expect(try desk.fold(desk.plan(LessonNumber(1)), commit: true).commit != nil)
    #expect(try git.run(["status", "--porcelain"]) == "")
  }

  @Test("A file in no repository is not committed")
  func notInGit() throws {
    let other = try desk.write(Desk.release, to: "other.md")
    try desk.importFile(other)
    let lesson = try desk.learn(.sales, on: "other")
    let error = #expect(throws: FoldError.self) { try desk.fold(desk.plan(lesson), commit: true) }
    guard case .notInGit? = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test("Of two clones the one that is named is written, and the other follows by git and sync")
  func twoClones() throws {
    let clone = try GitFolder(desk.directory + "/clone", cloneOf: git.root)
    let copy = clone.root + "/release.md"
    try desk.importFile(copy, name: "release")
    let lesson = try desk.learn(.sales)
    #expect(throws: FoldError.self) { try desk.fold(desk.plan(lesson), commit: true) }
    try desk.fold(desk.plan(lesson), .file(copy), commit: true)
    #expect(try desk.bytes("repo/release.md") == Array(Desk.release.utf8))
    try git.run(["pull", "-q", "--ff-only", clone.root, "main"])
    #expect(try desk.bytes("repo/release.md") == desk.bytes("clone/release.md"))
    #expect(try desk.sync() == ["same", "same"])
    #expect(try desk.latest().reference.number == 2)
  }

  private func expectRefusal(_ judge: (any Error) -> Void) throws {
    let lesson = try desk.learn(.sales)
    let plan = try desk.plan(lesson)
    let (before, bytes) = (try git.state(), try desk.bytes("repo/release.md"))
    do {
      try desk.fold(plan, commit: true)
      Issue.record("it was folded")
    } catch {
      judge(error)
    }
    #expect(try git.state() == before)
    #expect(try desk.bytes("repo/release.md") == bytes)
    #expect(try desk.lesson(lesson).isOpen && !desk.hasIntent())
  }
}
