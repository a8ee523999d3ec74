import ChecklistFile
import Domain
import Foundation
import Host
import Store
import Testing

@testable import Workflow

@Suite("A fold that is cut short")
struct FoldCutShortTests {
  /// A lesson on a checklist whose file is in git.
  private static func withGit() throws -> (desk: Desk, git: GitFolder, path: String, lesson: LessonNumber) {
    let desk = try Desk()
    let git = try GitFolder(desk.directory + "/repo")
    let path = try desk.write(Desk.release, to: "repo/release.md")
    try git.commitAll()
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    return (desk, git, path, lesson)
  }

  @Test(
    "It is finished or taken back at the next start, whenever it was; nothing is lost and nothing half",
    arguments: Fold.Stage.allCases, [false, true])
  func killed(at stage: Fold.Stage, commit: Bool) throws {
    let (desk, git, path, lesson) = try Self.withGit()
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), commit: commit, killedAt: stage) }

    let isFinished = stage != .begun
    let expected =
      stage == .finished ? [] : isFinished ? ["finished release v2"] : ["taken back: \(path) had not been written"]
    #expect(try desk.start() == expected)
    #expect(try desk.start() == [])
    #expect(try !desk.hasIntent())
    #expect(try desk.sync() == ["same"])
    #expect(try desk.latest().reference.number == (isFinished ? 2 : 1))
    #expect(try desk.bytes("repo/release.md") == Array(desk.latest().source.utf8))
    #expect(try desk.lesson(lesson).foldedInto == (isFinished ? 2 : nil))
    #expect(try git.run(["rev-list", "--count", "HEAD"]) == (commit && isFinished ? "2" : "1"))
    #expect(try git.run(["status", "--porcelain"]) == (isFinished && !commit ? " M release.md" : ""))
    #expect(try desk.store.verify().findings.isEmpty)
    if !isFinished { #expect(try desk.fold(desk.plan(lesson), commit: commit).version.number == 2) }
  }

  @Test("A store that can't be told at last is said, with what is written, and the next start finishes the fold")
  func storeAway() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    do {
      try desk.fold(desk.plan(lesson), at: .committed) { try desk.moveStore(away: true) }
      Issue.record("it was folded")
    } catch let error as FoldError {
      #expect(
        "\(error)" == """
          \(path) has the new page, but the store could not be told: The store \(desk.store.path) is no longer there: it \
          was moved or removed since it was opened. The next prodpair that starts finishes the fold.
          """)
    }
    try desk.moveStore(away: false)
    #expect(try desk.start() == ["finished release v2"])
    #expect(try desk.bytes() == Array(desk.latest().source.utf8))
  }

  @Test("Where the store can't be told of a file that failed, the file's error is told; the next start takes it back")
  func bothAway() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    #expect(throws: FileError.changedMeanwhile(path: path)) {
      try desk.fold(desk.plan(lesson), at: .begun) {
        try desk.write(Desk.release + "- [ ] Publish\n")
        try desk.moveStore(away: true)
      }
    }
    try desk.moveStore(away: false)
    #expect(try desk.start() == ["taken back: \(path) was changed meanwhile, and stays as it is"])
    #expect(try desk.lesson(lesson).isOpen)
  }

  @Test("A git hook that checks in the middle of a fold finds its file in order, and anybody else's change not")
  func checkedMeanwhile() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), killedAt: .fileWritten) }
    func areSettled() throws -> [Bool] {
      try [CheckChecklists(), CheckChecklists(files: [path])].flatMap { check in
        try check.run(in: desk.store, by: .ana, at: .morning).map {
          if case .same = $0.found { true } else { false }
        }
      }
    }
    #expect(try areSettled() == [true, true])
    try desk.write(Desk.release + "- [ ] Publish\n")
    #expect(try areSettled() == [false, false])
  }

  @Test("Until then the checklist gets no version by another way")
  func meanwhile() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), killedAt: .fileWritten) }
    let underWay = Clash.foldUnderWay(ChecklistName("release"), by: Handle("ana"))
    #expect(throws: underWay) { try desk.importText(Desk.release + "- [ ] Publish\n") }
    #expect(throws: underWay) { try desk.fold(desk.plan(lesson), .storeOnly) }
    _ = try desk.start()
    try desk.importText(Desk.release + "- [ ] Publish\n")
  }

  @Test("Where another's git comes to the commit first, the page stays, and that commit is the fold's")
  func committedByOther() throws {
    let (desk, git, path, lesson) = try Self.withGit()
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), commit: true, killedAt: .fileWritten) }
    let page = try desk.bytes("repo/release.md")
    try git.commitAll()
    let intent = try #require(try desk.store.read { try $0.foldIntents() }.first)
    // As if that commit had come just after the start has looked for it.
    func landing(isResumed: Bool) -> FoldLanding {
      FoldLanding(
        store: desk.store, actor: .ana, now: .morning, checklist: ChecklistName("release"), file: intent.file,
        newHash: ChecklistDocument.sha256(of: page), isResumed: isResumed)
    }
    #expect(try landing(isResumed: true).commit() == git.run(["rev-parse", "HEAD"]))
    #expect(try desk.bytes("repo/release.md") == page && desk.hasIntent())
    // Of one that nobody else can have begun, nothing to commit is a refusal.
    #expect(throws: GitError.nothingToCommit(path: path)) { try landing(isResumed: false).commit() }
    #expect(try desk.bytes("repo/release.md") == Array(Desk.release.utf8))
    #expect(try !desk.hasIntent())
  }

  @Test("What somebody has made of the file meanwhile stays, and the fold is taken back")
  func changedMeanwhile() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), killedAt: .fileWritten) }
    try desk.write(Desk.release + "- [ ] Publish\n")
    #expect(try desk.start() == ["taken back: \(path) was changed meanwhile, and stays as it is"])
    #expect(try desk.bytes() == Array((Desk.release + "- [ ] Publish\n").utf8))
    #expect(try desk.lesson(lesson).isOpen)
  }

  @Test("A file that is gone by then takes the fold back")
  func gone() throws {
    let desk = try Desk()
    let path = try desk.write(Desk.release)
    try desk.importFile(path)
    let lesson = try desk.learn(.sales)
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), killedAt: .fileWritten) }
    try FileManager.default.removeItem(atPath: path)
    #expect(try desk.start() == ["taken back: \(path) is gone"])
    #expect(try desk.lesson(lesson).isOpen)
  }

  @Test("Git that refuses by then takes file and store back")
  func refusedByThen() throws {
    let (desk, git, _, lesson) = try Self.withGit()
    let before = try git.state()
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), commit: true, killedAt: .fileWritten) }
    try git.hook("pre-commit", "exit 1")
    #expect(try desk.start().first?.hasPrefix("taken back: ") == true)
    #expect(try git.state() == before)
    #expect(try desk.lesson(lesson).isOpen && desk.sync() == ["same"])
  }

  @Test("While git is still at it, or was killed at it, nothing is touched")
  func gitAtWork() throws {
    let (desk, git, _, lesson) = try Self.withGit()
    #expect(throws: Desk.Killed.self) { try desk.fold(desk.plan(lesson), commit: true, killedAt: .fileWritten) }
    let written = try desk.bytes("repo/release.md")
    try desk.write("", to: "repo/.git/index.lock")
    #expect(try desk.start().first?.hasPrefix("failed: ") == true)
    #expect(try desk.hasIntent() && desk.bytes("repo/release.md") == written)
    try FileManager.default.removeItem(atPath: git.root + "/.git/index.lock")
    #expect(try desk.start() == ["finished release v2"])
    #expect(try git.run(["status", "--porcelain"]) == "" && desk.sync() == ["same"])
  }
}
