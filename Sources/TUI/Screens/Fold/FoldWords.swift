import Domain
import Workflow

extension FoldError {
  /// What is wrong and what helps, for somebody at the screen.
  var onScreen: String {
    switch self {
    case .nothingProposed(let lessons):
      "\(LessonWords.names(lessons)) \(lessons.count == 1 ? "proposes" : "propose") no edit yet: E writes the page by hand"
    case .conflicts(let latest, let conflicts):
      "\(LessonWords.names(conflicts.map(\.lesson.number))) cannot be folded onto v\(latest.number) as proposed: E writes "
        + "the page by hand"
    case .unchanged(let latest): "the page is that of v\(latest.number) still, so there is nothing to fold"
    case .fileAhead(let path, _):
      "\(path) has changes that the store does not have: f on Checklists takes them in first"
    case .fileGone(let path, _): "\(path) is gone: > folds without a file, f on Checklists finds out where it went"
    case .severalFiles(_, let paths):
      "there are \(paths.count) files of it on this machine: > says which one is written"
    case .noFileToCommit: "no file to commit"
    case .notInGit(let path): "\(path) lies in no git repository"
    case .noBranch(let root): "\(root): no branch is checked out, so a commit would be lost"
    case .branchProtected(let branch, _):
      "branch \(branch) is protected (git config prodpair.protectedBranch): check out another one"
    case .unmerged(let path): "\(path) is in conflict in git: resolve that and commit it first"
    case .fileBehind(let path, _): "\(path) is at an older version: sync and commit that first"
    case .uncommitted(let path): "\(path) has changes that are not committed: commit them first"
    case .noLessons, .notItsFile, .unfinished: description
    }
  }

  /// Any error of a fold, in the words of the screen where it has some.
  static func words(_ error: any Error) -> String { (error as? FoldError)?.onScreen ?? Failure(error).words }
}

extension FoldLook {
  /// `no commit`, or where it would be and what keeps it away.
  func commitWords(isWanted: Bool, key: String) -> String {
    if let noCommit { return "none: \(FoldError.words(noCommit))" }
    let place = "branch \(branch ?? "")"
    return isWanted ? "one on \(place), never pushed (\(key): none)" : "none (\(key): one on \(place), never pushed)"
  }
}
