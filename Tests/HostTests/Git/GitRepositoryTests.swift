import Foundation
import Testing

@testable import Host

@Suite("The git repository of a file")
struct GitRepositoryTests {
  @Test("A file's repository is found from where it lies, or where it would")
  func found() throws {
    let clone = try Clone()
    let path = try clone.write("a\n", to: "deploy/deep/release.md")
    #expect(try clone.repository(of: path).root == clone.root)
    #expect(try clone.repository(of: clone.root + "/gone/away/release.md").root == clone.root)
    #expect(try clone.repository(of: path).relativePath(path) == "deploy/deep/release.md")
    #expect(throws: GitError.outside(path: "/etc/hosts", root: clone.root)) {
      try clone.repository().relativePath("/etc/hosts")
    }
  }

  @Test("A file outside of every repository, and one of git's own files, has none")
  func none() throws {
    let clone = try Clone()
    let folder = FileAccess.realPath(NSTemporaryDirectory()) + "/prodpair-none-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try GitRepository.containing(folder + "/release.md", git: clone.git) == nil)
    #expect(try GitRepository.containing("/none/such/file", git: clone.git) == nil)
    #expect(try GitRepository.containing(clone.root + "/.git/config", git: clone.git) == nil)
  }

  @Test("Without a git program that is said")
  func absent() throws {
    let git = Git(environment: ["PATH": "/nonexistent"])
    #expect(throws: GitError.gitAbsent) { try GitRepository.containing("/etc/hosts", git: git) }
    #expect(throws: GitError.gitAbsent) { try GitRepository.mergeFile(base: [], ours: [], theirs: [], git: git) }
  }

  @Test("A repository that is somebody else's is not read, and the way out is said", .enabled(if: getuid() == 0))
  func dubious() throws {
    let clone = try Clone()
    let path = try clone.commit("a\n")
    for name in ["", "/.git", "/release.md"] { chown(clone.root + name, 65534, 65534) }
    let error = #expect(throws: GitError.self) { try GitRepository.containing(path, git: clone.git) }
    #expect(error == .notTrusted(place: clone.root))
    #expect(error?.description.contains("safe.directory") == true)
  }

  @Test("Variables that name another repository, as in a hook, are not heeded")
  func variables() throws {
    let (clone, other) = (try Clone(), try Clone())
    var environment = Clone.environment
    environment["GIT_DIR"] = other.root + "/.git"
    environment["GIT_WORK_TREE"] = other.root
    environment["GIT_INDEX_FILE"] = other.root + "/.git/index"
    let found = try GitRepository.containing(clone.root + "/a.md", git: Git(environment: environment))
    #expect(found?.root == clone.root)
  }

  @Test("The branch is said, also before its first commit, and there is none on a detached HEAD")
  func branch() throws {
    let clone = try Clone()
    #expect(try clone.repository().branch == "main")
    try clone.commit("a\n")
    try clone.run(["switch", "-q", "-c", "fix/port"])
    #expect(try clone.repository().branch == "fix/port")
    try clone.run(["checkout", "-q", "--detach"])
    #expect(try clone.repository().branch == nil)
  }

  @Test("A file that is not committed, staged, changed or ignored has changes; one like the last commit has none")
  func changes() throws {
    let clone = try Clone()
    let path = try clone.write("a\n")
    let repository = try clone.repository()
    #expect(try repository.hasUncommittedChanges(path))
    #expect(try !repository.isTracked(path))
    try clone.commit("a\n")
    #expect(try !repository.hasUncommittedChanges(path))
    #expect(try repository.isTracked(path))
    try clone.write("b\n")
    #expect(try repository.hasUncommittedChanges(path))
    try clone.run(["add", "release.md"])
    try clone.write("a\n")
    #expect(try repository.hasUncommittedChanges(path))
    let secret = try clone.write("a\n", to: "secret [x]*.md")
    try clone.write("secret*\n", to: ".gitignore")
    #expect(try repository.isIgnored(secret))
    #expect(try !repository.isIgnored(path))
    #expect(try repository.hasUncommittedChanges(secret))
  }

  @Test("What waits to be finished in git is named", arguments: GitOperation.allCases)
  func operations(operation: GitOperation) throws {
    let clone = try Clone()
    let path = try clone.commit("a\n")
    try clone.run(["switch", "-q", "-c", "other"])
    try clone.commit("b\n")
    try clone.commit("c\n")
    try clone.run(["switch", "-q", "main"])
    try clone.commit("d\n")
    let repository = try clone.repository()
    #expect(repository.operationUnderWay == nil)
    switch operation {
    case .merge: #expect(throws: Clone.Failed.self) { try clone.run(["merge", "-q", "other"]) }
    case .rebase: #expect(throws: Clone.Failed.self) { try clone.run(["rebase", "-q", "other"]) }
    case .cherryPick: #expect(throws: Clone.Failed.self) { try clone.run(["cherry-pick", "other"]) }
    case .revert:
      try clone.run(["switch", "-q", "other"])
      #expect(throws: Clone.Failed.self) { try clone.run(["revert", "--no-edit", "HEAD~1"]) }
    case .bisect: try clone.run(["bisect", "start"])
    }
    #expect(repository.operationUnderWay == operation)
    #expect(try repository.isUnmerged(path) == (operation != .bisect))
  }

  @Test("The last commit holds a text by what git would keep of it")
  func head() throws {
    let clone = try Clone()
    try clone.run(["config", "core.autocrlf", "true"])
    let repository = try clone.repository()
    #expect(try !repository.headHolds([], at: clone.root + "/release.md"))
    let path = try clone.commit("a\r\nb\r\n")
    #expect(try repository.headHolds(Array("a\r\nb\r\n".utf8), at: path))
    #expect(try repository.headHolds(Array("a\nb\n".utf8), at: path))
    #expect(try !repository.headHolds(Array("a\n".utf8), at: path))
    let empty = try clone.commit("", to: "empty.md")
    #expect(try repository.headHolds([], at: empty))
  }

  @Test("Branches are protected by the patterns in git's configuration")
  func protection() throws {
    let clone = try Clone()
    let repository = try clone.repository()
    #expect(try !repository.isProtected("main"))
    try clone.run(["config", "--add", "prodpair.protectedBranch", "main"])
    try clone.run(["config", "--add", "prodpair.protectedBranch", "release/*"])
    #expect(try repository.isProtected("main"))
    #expect(try repository.isProtected("release/205/hot"))
    #expect(try !repository.isProtected("mainly"))
  }

  @Test("Commits of the branch followed that touch the file are counted, as last fetched")
  func behind() throws {
    let origin = try Clone()
    let path = try origin.commit("a\n")
    #expect(try origin.repository().commitsBehindUpstream(path) == nil)
    let clone = try Clone(["clone", "-q", origin.root, "."])
    let here = clone.root + "/release.md"
    try origin.commit("b\n")
    try origin.commit("b\n", to: "other.md")
    try origin.commit("c\n")
    let repository = try clone.repository()
    #expect(try repository.commitsBehindUpstream(here) == .init(count: 0, upstream: "origin/main"))
    try clone.run(["fetch", "-q"])
    #expect(try repository.commitsBehindUpstream(here) == .init(count: 2, upstream: "origin/main"))
    #expect(try repository.firstCommits == origin.repository().firstCommits)
    #expect(try repository.firstCommits.count == 1)
  }

  @Test("Markdown files are listed from everywhere in the working tree, new ones too, ignored ones not")
  func files() throws {
    let clone = try Clone()
    try clone.commit("a\n")
    try clone.commit("a\n", to: "deep/er/Ünusual name\n.markdown")
    try clone.write("a\n", to: "new.md")
    try clone.write("a\n", to: "no.txt")
    try clone.write("a\n", to: "build/out.md")
    try clone.write("build\n", to: ".gitignore")
    let repository = try clone.repository()
    let names = ["deep/er/Ünusual name\n.markdown", "new.md", "release.md"]
    #expect(try repository.markdownFiles().sorted() == names.map { "\(clone.root)/\($0)" })
    #expect(try repository.markdownFiles(limit: 1).count == 1)
  }
}
