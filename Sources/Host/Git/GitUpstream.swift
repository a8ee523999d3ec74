extension GitRepository {
  /// How far the branch that is checked out is behind the one it follows.
  public struct Behind: Hashable, Sendable {
    /// Commits there and not here that touch the file.
    public var count: Int
    /// As git names it: `origin/main`.
    public var upstream: String
  }

  /// The commits of the upstream branch that touch the file and are not here, as of the last fetch; nothing is fetched.
  ///
  /// - Returns: nil without an upstream branch, or before the first commit.
  public func commitsBehindUpstream(_ path: String) throws(GitError) -> Behind? {
    let name = try git.ask(["rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"], in: root)
    guard name.exitCode == 0 else { return nil }
    let count = try git.ask(["rev-list", "--count", "HEAD..@{upstream}", "--", pathspec(path)], in: root)
    guard count.exitCode == 0, let number = Int(count.line) else { return nil }
    return Behind(count: number, upstream: name.line)
  }

  /// The ids of the commits that the history begins with, which all clones have in common; none before the first
  /// commit, or in a shallow clone, where the beginning is not known.
  public var firstCommits: Set<String> {
    get throws(GitError) {
      if try ask(["rev-parse", "--is-shallow-repository"]).line != "false" { return [] }
      guard try headCommit != nil else { return [] }
      return try Set(ask(["rev-list", "--max-parents=0", "HEAD"]).line.split(separator: "\n").map(String.init))
    }
  }
}
