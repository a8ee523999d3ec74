/// Whoever would be a commit's author, and where its hooks are.
extension Git {
  /// The address of whoever commits in a folder, as git would have it: what the environment says, else the configuration.
  ///
  /// Nil where git knows none, or where there is no git.
  public func authorAddress(in folder: String) throws(GitError) -> String? {
    let answer: Answer
    do throws(GitError) {
      answer = try ask(["var", "GIT_AUTHOR_IDENT"], in: folder)
    } catch .gitAbsent {
      return nil
    }
    guard answer.exitCode == 0, let start = answer.line.lastIndex(of: "<"),
      let end = answer.line[start...].firstIndex(of: ">")
    else { return nil }
    let address = answer.line[answer.line.index(after: start)..<end]
    return address.isEmpty ? nil : String(address)
  }
}

extension GitRepository {
  /// Where git looks for hooks, which `core.hooksPath` may have put elsewhere; it need not exist.
  public var hooksFolder: String {
    get throws(GitError) {
      try ask(["rev-parse", "--path-format=absolute", "--git-path", "hooks"]).line
    }
  }
}
