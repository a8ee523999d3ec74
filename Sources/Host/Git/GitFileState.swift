import Foundation

extension GitRepository {
  /// Whether git could not merge the file, and nobody has yet.
  public func isUnmerged(_ path: String) throws(GitError) -> Bool {
    try !ask(["ls-files", "--unmerged", "-z", "--", pathspec(path)]).output.isEmpty
  }

  /// Whether the file differs from the last commit, in git's index or in the working tree; a file that no commit holds
  /// does, also an ignored one.
  public func hasUncommittedChanges(_ path: String) throws(GitError) -> Bool {
    let words = ["status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--", try pathspec(path)]
    return try !ask(words).output.isEmpty
  }

  /// Whether git's index has the file.
  public func isTracked(_ path: String) throws(GitError) -> Bool {
    try !ask(["ls-files", "--cached", "-z", "--", pathspec(path)]).output.isEmpty
  }

  /// A tracked file is never ignored.
  public func isIgnored(_ path: String) throws(GitError) -> Bool {
    // Names are what it takes; only a colon at their beginning would be more.
    let name = Array("./\(try relativePath(path))".utf8) + [0]
    return try ask(["check-ignore", "--quiet", "--stdin", "-z"], input: name, expecting: [0, 1]).exitCode == 0
  }

  /// Whether one of the patterns in git's configuration, `prodpair.protectedBranch`, matches the branch; `*` in them
  /// matches a slash too.
  public func isProtected(_ branch: String) throws(GitError) -> Bool {
    let answer = try ask(["config", "--get-all", "-z", "prodpair.protectedBranch"], expecting: [0, 1])
    return answer.parts.contains { fnmatch($0, branch, 0) == 0 }
  }

  /// Whether the last commit holds these bytes at the path, as git would keep them: line ends and filters are applied.
  public func headHolds(_ bytes: [UInt8], at path: String) throws(GitError) -> Bool {
    let name = try relativePath(path)
    let held = try git.ask(["rev-parse", "--verify", "--quiet", "HEAD:\(name)"], in: root)
    guard held.exitCode == 0 else { return false }
    // A file without a byte gives git nothing to read, which is the same.
    return try ask(["hash-object", "--stdin", "--path=\(name)"], input: bytes).line == held.line
  }
}
