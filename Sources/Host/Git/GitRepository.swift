import Foundation

/// The git repository that a file lies in.
///
/// ```swift
/// guard let repository = try GitRepository.containing("/srv/ops/release.md") else { return "not in git" }
/// if try repository.hasUncommittedChanges("/srv/ops/release.md") { … }
/// ```
///
/// Paths are absolute, and may lead through links; a file need not exist. Every question is one run of git, some
/// milliseconds, and each may throw what `Git` throws.
public struct GitRepository: Sendable {
  /// The real path of the working tree's top folder.
  public let root: String
  /// Where git keeps this working tree's own state; another place for each tree of `git worktree`.
  let gitFolder: String
  let git: Git

  /// The repository whose working tree the path lies in; nil where there is none.
  ///
  /// - Throws: `gitAbsent`, and `notTrusted` where the repository belongs to somebody else.
  public static func containing(_ path: String, git: Git = Git()) throws(GitError) -> GitRepository? {
    let folder = existingFolder(above: FileAccess.realPath(path))
    let top = try git.ask(["rev-parse", "--show-toplevel"], in: folder)
    guard top.exitCode == 0 else {
      if top.words.contains("dubious ownership") { throw .notTrusted(place: folder) }
      if top.words.contains("not a git repository") || top.words.contains("must be run in a work tree") { return nil }
      throw .failed(command: "git rev-parse", place: folder, detail: top.words)
    }
    let own = try git.ask(["rev-parse", "--absolute-git-dir"], in: folder)
    guard own.exitCode == 0 else { throw .failed(command: "git rev-parse", place: folder, detail: own.words) }
    return GitRepository(root: FileAccess.realPath(top.line), gitFolder: own.line, git: git)
  }

  /// The branch that is checked out, also one without a commit; nil when HEAD is detached.
  public var branch: String? {
    get throws(GitError) {
      let answer = try git.ask(["symbolic-ref", "--quiet", "HEAD"], in: root)
      let prefix = "refs/heads/"
      return answer.exitCode == 0 && answer.line.hasPrefix(prefix) ? String(answer.line.dropFirst(prefix.count)) : nil
    }
  }

  /// The path as git names it, from the root.
  public func relativePath(_ path: String) throws(GitError) -> String {
    let folder = FileAccess.realPath((path as NSString).deletingLastPathComponent)
    let real = "\(folder == "/" ? "" : folder)/\((path as NSString).lastPathComponent)"
    let prefix = root == "/" ? "/" : root + "/"
    guard real.hasPrefix(prefix) else { throw .outside(path: path, root: root) }
    return String(real.dropFirst(prefix.count))
  }

  /// The path for git's own arguments, where a bare `*` or `:` would be a pattern.
  ///
  /// An option would do the same, but git hands it on to hooks, and theirs may mean patterns.
  func pathspec(_ path: String) throws(GitError) -> String { ":(literal)\(try relativePath(path))" }

  /// Asks, and takes every exit code but those expected for a failure.
  func ask(_ arguments: [String], input: [UInt8] = [], expecting codes: Set<Int32> = [0]) throws(GitError)
    -> Git.Answer
  {
    let answer = try git.ask(arguments, in: root, input: input)
    guard codes.contains(answer.exitCode) else {
      throw .failed(command: "git \(arguments.first ?? "")", place: root, detail: answer.words)
    }
    return answer
  }

  private static func existingFolder(above path: String) -> String {
    var folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    while folder.count > 1,
      !(FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue)
    {
      folder = (folder as NSString).deletingLastPathComponent
    }
    return folder.isEmpty ? "." : folder
  }
}
