import Foundation
import Testing

@testable import Host

@Suite("Committing one file")
struct GitCommitTests {
  private func index(_ clone: Clone) throws -> String { try clone.run(["ls-files", "--stage"]) }

  @Test("A tracked file is committed alone; what is staged beside it stays staged")
  func alone() throws {
    let clone = try Clone()
    let path = try clone.commit("a\n")
    try clone.write("other\n", to: "other.md")
    try clone.run(["add", "other.md"])
    try clone.write("b\n")
    let commit = try clone.repository().commit(path: path, message: "Check the ports\n\n# 7 is a lesson\n")
    #expect(try clone.run(["rev-parse", "HEAD"]) == commit)
    #expect(try clone.run(["log", "-1", "--format=%B"]) == "Check the ports\n\n# 7 is a lesson\n")
    #expect(try clone.run(["show", "--name-only", "--format="]) == "release.md")
    #expect(try clone.run(["status", "--porcelain"]) == "A  other.md")
  }

  @Test("An untracked file is added, in a repository without any commit too")
  func untracked() throws {
    let clone = try Clone()
    let path = try clone.write("a\n", to: "deep/-odd *.md")
    try clone.write("b\n", to: "deep/-odd b.md")
    try clone.repository().commit(path: path, message: "First")
    #expect(try clone.run(["ls-tree", "-r", "--name-only", "HEAD"]) == "deep/-odd *.md")
    #expect(try clone.run(["status", "--porcelain"]) == "?? \"deep/-odd b.md\"")
  }

  @Test("A hook that refuses is quoted, and index and file are as they were", arguments: [true, false])
  func refused(isTracked: Bool) throws {
    let clone = try Clone()
    try clone.commit("a\n", to: "first.md")
    if isTracked {
      try clone.commit("a\n")
      try clone.write("staged\n")
      try clone.run(["add", "release.md"])
    }
    let path = try clone.write("b\n")
    let (before, head) = (try index(clone), try clone.run(["rev-parse", "HEAD"]))
    try clone.hook("pre-commit", "echo 'ticket missing' >&2; exit 1")
    #expect(throws: GitError.commitRefused(path: path, output: "ticket missing")) {
      try clone.repository().commit(path: path, message: "No")
    }
    #expect(try index(clone) == before)
    #expect(try clone.run(["rev-parse", "HEAD"]) == head)
    #expect(try clone.text() == "b\n")
  }

  @Test("An author that git does not know, and a signature that can't be made, are refusals")
  func unknown() throws {
    let clone = try Clone()
    let path = try clone.write("a\n")
    try clone.run(["config", "commit.gpgSign", "true"])
    try clone.run(["config", "gpg.program", "/bin/false"])
    let signature = #expect(throws: GitError.self) { try clone.repository().commit(path: path, message: "No") }
    #expect(signature?.description.contains("gpg failed") == true)
    try clone.run(["config", "commit.gpgSign", "false"])
    try clone.run(["config", "--unset", "user.email"])
    try clone.run(["config", "user.useConfigOnly", "true"])
    let author = #expect(throws: GitError.self) { try clone.repository().commit(path: path, message: "No") }
    #expect(author?.description.contains("identity") == true)
    #expect(try index(clone).isEmpty)
  }

  @Test("Nothing to commit, an ignored file and a merge under way are said")
  func unfit() throws {
    let clone = try Clone()
    let path = try clone.commit("a\n")
    let repository = try clone.repository()
    #expect(throws: GitError.nothingToCommit(path: path)) { try repository.commit(path: path, message: "No") }
    let ignored = try clone.write("a\n", to: "ignored.md")
    try clone.write("ignored.md\n", to: ".gitignore")
    #expect(throws: GitError.ignored(path: ignored)) { try repository.commit(path: ignored, message: "No") }
    try clone.write("x", to: ".git/MERGE_HEAD")
    #expect(throws: GitError.operationUnderWay(.merge, root: clone.root)) {
      try repository.commit(path: path, message: "No")
    }
  }

  @Test("An index cut off between adding and committing is put right, and the file stays")
  func restored() throws {
    let clone = try Clone()
    let path = try clone.write("a\n")
    let repository = try clone.repository()
    try clone.run(["add", "-N", "release.md"])
    try repository.restoreIndex(path)
    #expect(try index(clone).isEmpty)
    try clone.commit("a\n")
    try clone.write("b\n")
    try clone.run(["add", "release.md"])
    try repository.restoreIndex(path)
    #expect(try clone.run(["diff", "--cached", "--name-only"]).isEmpty)
    #expect(try clone.text() == "b\n")
  }

  @Test("A hook that leaves something running does not keep anybody waiting")
  func daemon() throws {
    let clone = try Clone()
    let path = try clone.write("a\n")
    try clone.hook("post-commit", "sleep 3600 & echo $! > \(clone.root)/.git/daemon")
    try clone.repository().commit(path: path, message: "Done")
    let daemon = try #require(pid_t(try clone.text(".git/daemon").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(daemon, SIGKILL) == 0, "it was waited for, or ended")
  }
}
