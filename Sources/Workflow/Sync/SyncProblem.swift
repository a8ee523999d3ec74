import ChecklistFile
import Domain
import Host

/// Why a file and its checklist could not be brought together.
public enum SyncProblem: Error {
  /// Git waits for somebody to merge the file.
  case unmerged(path: String)
  /// Git may be showing an older state of the file, on its way to another.
  case underWay(path: String, GitOperation)
  /// A merge that nobody finished.
  case conflictMarkers(path: String, line: Int)
  /// Both have changed the same lines.
  case conflict(path: String, base: VersionReference, latest: VersionReference, places: [MergeConflict])
  /// Both have changed, and without git nobody merges.
  case mergeNeedsGit(path: String, base: VersionReference, latest: VersionReference)
  /// Line by line they go together, and what comes of it is no checklist.
  case mergedUnsound(path: String, latest: VersionReference, ChecklistFileError)
  /// The store has the version, and the file is as it was.
  case notWritten(path: String, version: VersionReference, FileError)
}

extension SyncProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unmerged(let path):
      "\(path): in conflict in git, nothing touched: merge it and `git add` it, then sync again"
    case .underWay(let path, let operation):
      "\(path): a \(operation.rawValue) is under way in git, nothing touched: finish it or abort it, then sync again"
    case .conflictMarkers(let path, let line):
      "\(path):\(line): a conflict marker, nothing touched: finish the merge in the file, then sync again"
    case .conflict(let path, let base, let latest, let places):
      "\(path): both changed since v\(base.number), in the same place; nothing touched. "
        + places.prefix(5).map(Self.words).joined(separator: "; ") + (places.count > 5 ? "; …" : "")
        + ". " + Self.advice(path, base, latest)
    case .mergeNeedsGit(let path, let base, let latest):
      "\(path): both changed since v\(base.number), and there is no git in PATH to merge them; nothing touched. "
        + "Install git and sync again, or: " + Self.advice(path, base, latest)
    case .mergedUnsound(let path, let latest, let error):
      "\(path): both changed, and merged they are no sound checklist (\(error.problem.what)); nothing touched. "
        + "Bring the file up to v\(latest.number) by hand, then `prodpair checklist import`"
    case .notWritten(let path, let version, let error):
      "\(error); \(version) is in the store and nothing is lost: sync again to have it in \(path)"
    }
  }

  private static func advice(_ path: String, _ base: VersionReference, _ latest: VersionReference) -> String {
    let name = latest.checklist
    return "`prodpair checklist diff \(name) --from \(base.number)` says what the store changed: "
      + "bring it into the file by hand, then `prodpair checklist import \(path) --name \(name)`"
  }

  private static func words(_ place: MergeConflict) -> String {
    let ours = quoted(place.ours) ?? "nothing"
    let theirs = quoted(place.theirs) ?? "nothing"
    let line = place.line.map { "line \($0)" } ?? "a line taken out"
    return "\(line): the file has \(ours), the store \(theirs)"
  }

  /// The first line that says something, cut to a size that can be read.
  private static func quoted(_ lines: [String]) -> String? {
    lines.first { $0.contains { !$0.isWhitespace } }.map { line in
      let words = line.drop { $0.isWhitespace }
      return words.count > 60 ? "\"\(words.prefix(59))…\"" : "\"\(words)\""
    }
  }
}
