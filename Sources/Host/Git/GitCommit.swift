extension GitRepository {
  /// Commits the file as it lies in the working tree, and nothing else: what is staged for other files stays staged.
  ///
  /// An untracked file is added. Hooks run, and signing is done as git is configured; nobody can be asked for anything.
  ///
  /// - Returns: the commit's id.
  /// - Throws: `commitRefused`; git's index for the path is then as it was, and so is the file.
  @discardableResult
  public func commit(path: String, message: String) throws(GitError) -> String {
    let (name, pathspec) = (try relativePath(path), try pathspec(path))
    if let operation = operationUnderWay, operation != .bisect { throw .operationUnderWay(operation, root: root) }
    if try isIgnored(path) { throw .ignored(path: path) }
    guard try hasUncommittedChanges(path) else { throw .nothingToCommit(path: path) }
    let before = try ask(["ls-files", "--stage", "-z", "--", pathspec]).output
    let head = try headCommit
    do throws(GitError) {
      if before.isEmpty {
        let added = try git.tell(["add", "--intent-to-add", "--", pathspec], in: root)
        guard added.exitCode == 0 else { throw .commitRefused(path: path, output: added.words) }
      }
      let answer = try git.tell(
        [
          "-c", "i18n.commitEncoding=UTF-8", "commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-", "--",
          pathspec,
        ], in: root, input: Array(message.utf8))
      let newHead = try headCommit
      // Git may fail after the fact, when its index can't be written any more: the commit is there, and said to be.
      let isDone = answer.exitCode == 0
      if let newHead, newHead != head {
        if isDone { return newHead }
        if try isInCommit(newHead, pathspec) { return newHead }
      }
      throw .commitRefused(path: path, output: answer.words)
    } catch {
      // A hook that ran after the commit, and had to be stopped, does not unmake it.
      if let newHead = try? headCommit, newHead != head, (try? isInCommit(newHead, pathspec)) == true { return newHead }
      try? putBack(before, name)
      throw error
    }
  }

  /// Makes git's index hold for the path what the last commit does; the file itself is not touched.
  ///
  /// For a commit that was cut off between adding the file and committing it.
  public func restoreIndex(_ path: String) throws(GitError) {
    let answer = try git.tell(["reset", "--quiet", "--", pathspec(path)], in: root)
    guard answer.exitCode == 0 else { throw .failed(command: "git reset", place: root, detail: answer.words) }
  }

  /// Nil before the first commit.
  public var headCommit: String? {
    get throws(GitError) {
      let answer = try ask(["rev-parse", "--verify", "--quiet", "HEAD"], expecting: [0, 1])
      return answer.exitCode == 0 ? answer.line : nil
    }
  }

  private func isInCommit(_ commit: String, _ pathspec: String) throws(GitError) -> Bool {
    try !ask(["diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", commit, "--", pathspec]).output
      .isEmpty
  }

  /// - Parameter before: what `ls-files --stage -z` said of the path.
  private func putBack(_ before: [UInt8], _ name: String) throws(GitError) {
    let words =
      before.isEmpty ? ["update-index", "--force-remove", "-z", "--stdin"] : ["update-index", "-z", "--index-info"]
    _ = try git.tell(words, in: root, input: before.isEmpty ? Array(name.utf8) + [0] : before)
  }
}
