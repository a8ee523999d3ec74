import Domain
import Workflow

/// A line of `checklist sync` for people.
struct SyncText {
  /// Nothing was done: a dry run, or a check.
  var isOnlySaid: Bool

  func text(_ line: SyncChecklists.Line) -> String {
    var parts = [found(line)]
    if let former = line.movedFrom { parts.insert("moved from \(former)", at: 0) }
    if let behind = line.behind { parts.append(behind.words) }
    parts += line.remarks
    if !line.errors.isEmpty {
      parts.append(line.errors.count == 1 ? "1 error of lint" : "\(line.errors.count) errors of lint")
    }
    return "\(line.checklist)  \(line.path)  \(parts.joined(separator: ", "))"
  }

  /// What to do about two different files that are read as one checklist.
  static func wayOut(of name: ChecklistName) -> String {
    "Give one a name of its own (`prodpair checklist import PATH --name OTHER`), then bring the other in again "
      + "(`prodpair checklist import PATH --name \(name)`), so that its text is the latest version"
  }

  private func found(_ line: SyncChecklists.Line) -> String {
    let becomes = isOnlySaid ? "would be" : "is now"
    return switch line.found {
    case .same: "same"
    case .fileNewer(let version): "file newer, \(becomes) v\(version.number)"
    case .storeNewer(let version): "store newer, file \(becomes) v\(version.number)"
    case .merged(let version, isNew: true):
      "both changed, merged: file and store \(isOnlySaid ? "would be" : "are now") v\(version.number)"
    case .merged(let version, isNew: false):
      "both changed, and the store has it all: file \(becomes) v\(version.number)"
    case .gone: "file gone"
    case .restored(let version): "file gone, \(isOnlySaid ? "would be written" : "written") again as v\(version.number)"
    case .forgotten: "file gone, \(isOnlySaid ? "would be forgotten" : "forgotten")"
    case .claimed: "two files claim \(line.checklist), nothing touched"
    case .unknown(let latest): "differs from v\(latest.number)"
    case .failed(let error): words(of: error)
    }
  }

  /// What kind of failure it is; standard error has the rest.
  private func words(of error: any Error) -> String {
    guard let problem = error as? SyncProblem else { return "failed" }
    return switch problem {
    case .unmerged, .conflictMarkers: "unmerged in git, nothing touched"
    case .underWay(_, let operation): "a \(operation.rawValue) is under way in git, nothing touched"
    case .conflict(_, let base, let latest, _), .mergeNeedsGit(_, let base, let latest):
      "both changed since v\(base.number) (store v\(latest.number)), nothing touched"
    case .mergedUnsound: "both changed, nothing touched"
    case .notWritten(_, let version, _): "store is v\(version.number), file not written"
    }
  }
}
