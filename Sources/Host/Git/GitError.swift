/// What git could not do, or would not. Unless the words say otherwise nothing was changed.
public enum GitError: Error, Hashable, Sendable {
  case gitAbsent
  /// The repository belongs to somebody else, and git reads none such unasked.
  case notTrusted(place: String)
  case failed(command: String, place: String, detail: String)
  case outOfTime(command: String, place: String, seconds: Int)
  case outside(path: String, root: String)
  case ignored(path: String)
  case nothingToCommit(path: String)
  case operationUnderWay(GitOperation, root: String)
  /// A hook, a signature or an unknown author: git says which.
  case commitRefused(path: String, output: String)
}

extension GitError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .gitAbsent: "there is no git program in PATH: install git, then try again"
    case .notTrusted(let place):
      "\(place): git does not read a repository that belongs to somebody else: if you trust it, "
        + "`git config --global --add safe.directory \(place)`"
    case .failed(let command, let place, let detail): "\(place): \(command) failed: \(detail)"
    case .outOfTime(let command, let place, let seconds):
      "\(place): \(command) had not ended after \(seconds) s and was stopped"
    case .outside(let path, let root): "\(path): not in the git repository \(root)"
    case .ignored(let path): "\(path): ignored by git, so it can't be committed: take it out of .gitignore"
    case .nothingToCommit(let path): "\(path): git's last commit holds just this already; there is nothing to commit"
    case .operationUnderWay(let operation, let root):
      "\(root): a \(operation.rawValue) is under way in git, and nothing was committed: finish it or abort it first"
    case .commitRefused(let path, let output):
      "\(path): git refused the commit, and its index is as it was:\n\(output)"
    }
  }
}
