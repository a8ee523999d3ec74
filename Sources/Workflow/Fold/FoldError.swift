import Domain
import Store

/// Why lessons were not folded. The store, the file and git are as they were, but for ``unfinished(path:isCommitted:_:)``.
public enum FoldError: Error, Sendable {
  case noLessons
  case nothingProposed([LessonNumber])
  case conflicts(VersionReference, [FoldPlan.Conflict])
  case unchanged(VersionReference)
  /// The file holds what the store does not have.
  case fileAhead(path: String, ChecklistName)
  case fileGone(path: String, ChecklistName)
  case severalFiles(ChecklistName, paths: [String])
  case notItsFile(path: String, ChecklistName)
  case noFileToCommit(ChecklistName)
  case notInGit(path: String)
  case noBranch(root: String)
  case branchProtected(String, root: String)
  case unmerged(path: String)
  case uncommitted(path: String)
  /// The file is at an older version, whose changes since would go into the lesson's commit.
  case fileBehind(path: String, ChecklistName)
  /// The new page is written, and git has its commit if asked; the store could not be told, and ``FinishFolds`` will.
  case unfinished(path: String, isCommitted: Bool, any Error)
}

extension FoldError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noLessons: "no lesson was named: `prodpair lesson list` shows those that are open"
    case .nothingProposed(let lessons):
      "\(Self.names(lessons)) \(lessons.count == 1 ? "proposes" : "propose") no edit yet: say what is to change with "
        + "`prodpair lesson edit \(lessons.first.map(\.description) ?? "N")`, or write it by hand with "
        + "`prodpair lesson fold \(lessons.map(\.description).joined(separator: " ")) --edit`"
    case .conflicts(let latest, let conflicts):
      conflicts.map { Self.text($0, latest) }.joined(separator: "\n")
        + "\nnothing was folded: propose it anew with `prodpair lesson edit`, write it by hand with "
        + "`prodpair lesson fold … --edit`, or decline it"
    case .unchanged(let latest):
      "the page is that of \(latest) still, so there is nothing to fold: if that has it already, "
        + "`prodpair lesson fold … --into \(latest.number)` says so"
    case .fileAhead(let path, let checklist):
      "\(path) has changes that the store does not have: `prodpair checklist sync \(checklist)` first"
    case .fileGone(let path, let checklist):
      "\(path) is gone: `prodpair checklist sync \(checklist)` finds out where to, or fold with --no-file"
    case .severalFiles(let checklist, let paths):
      "checklist \(checklist) has several files here (\(paths.joined(separator: ", "))): name one with --file, "
        + "and sync brings the others up to it"
    case .notItsFile(let path, let checklist):
      "\(path) was not imported as checklist \(checklist) on this machine: `prodpair checklist import \(path)`"
    case .noFileToCommit(let checklist): "checklist \(checklist) has no file here that could be committed"
    case .notInGit(let path): "\(path) lies in no git repository: fold without --commit"
    case .noBranch(let root):
      "\(root): no branch is checked out, so a commit would be lost: check one out, or fold without --commit"
    case .branchProtected(let branch, let root):
      "\(root): branch \(branch) is protected (git config prodpair.protectedBranch): check out another, or fold without --commit"
    case .unmerged(let path): "\(path) is in conflict in git: resolve that and commit it first"
    case .fileBehind(let path, let checklist):
      "\(path) is at an older version, and what has changed since would go into the lesson's commit: "
        + "`prodpair checklist sync \(checklist)` and commit that first, or fold without --commit"
    case .uncommitted(let path):
      "\(path) has changes that are not committed, and they would go into the lesson's commit: commit them first, or fold without --commit"
    case .unfinished(let path, let isCommitted, let error):
      "\(path) has the new page\(isCommitted ? ", and git its commit" : ""), but the store could not be told: "
        + "\((error as? StoreError)?.cause ?? "\(error)"). The next prodpair that starts finishes the fold."
    }
  }

  private static func names(_ lessons: [LessonNumber]) -> String {
    "lesson\(lessons.count == 1 ? "" : "s") \(lessons.map(\.description).joined(separator: ", "))"
  }

  private static func text(_ conflict: FoldPlan.Conflict, _ latest: VersionReference) -> String {
    let lesson = conflict.lesson
    let head = "lesson \(lesson.number) (\(lesson.edit?.summary ?? lesson.text)): \(conflict.words(on: latest))"
    guard case .changed(_, _, let sides)? = conflict.conflict else { return head }
    return """
      \(head)
        v\(lesson.base): \(sides.then.isEmpty ? "(none)" : sides.then)
        \(conflict.isAmongLessons ? "with the others" : "v\(latest.number)"): \(sides.now.isEmpty ? "(none)" : sides.now)
        lesson \(lesson.number): \(sides.proposed.isEmpty ? "(remove it)" : sides.proposed)
      """
  }
}

extension FoldPlan.Conflict {
  /// What the lesson runs into, in a line; the sides to look at are in `conflict`.
  public func words(on latest: VersionReference) -> String {
    switch conflict {
    case .stepGone(let step, let text) where isAmongLessons:
      "step \(step) (\"\(text)\") is taken out by another of these lessons"
    case .changed(let step, let part, _) where isAmongLessons:
      "the \(part) of step \(step) is changed by another of these lessons"
    case .stepGone(let step, let text): "step \(step) (\"\(text)\") is not in \(latest) any more"
    case .changed(let step, let part, _): "the \(part) of step \(step) has changed since v\(lesson.base)"
    case nil: "\(problem)"
    }
  }
}
