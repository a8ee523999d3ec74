extension GitRepository {
  /// The Markdown files of the working tree, as absolute paths: tracked ones, and new ones that are not ignored.
  ///
  /// - Parameter limit: so many at most, in git's order.
  public func markdownFiles(limit: Int = 5000) throws(GitError) -> [String] {
    let answer = try git.ask(
      [
        "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z", "--", ":(glob)**/*.md",
        ":(glob)**/*.markdown",
      ], in: root)
    guard answer.exitCode == 0 else {
      throw .failed(command: "git ls-files", place: root, detail: answer.words)
    }
    let whole = answer.isCut ? answer.parts.dropLast() : answer.parts[...]
    return whole.prefix(limit).map { root == "/" ? "/\($0)" : "\(root)/\($0)" }
  }
}
