import Domain
import Exchange
import Host
import Workflow

/// `checklist sync --json`.
enum SyncJSON {
  static func json(_ lines: [SyncChecklists.Line]) -> JSON { JSON(lines, element: json) }

  private static func json(_ line: SyncChecklists.Line) -> JSON {
    let failure = SyncFailure.failure(of: line)
    return [
      "checklist": .string(line.checklist.text),
      "path": .string(line.path),
      "movedFrom": JSON(line.movedFrom),
      "found": .string(word(line.found)),
      "version": version(line.found).map { .integer($0.number) } ?? nil,
      "isInOrder": .bool(line.isInOrder),
      "behind": line.behind.map { ["upstream": .string($0.upstream), "commits": .integer($0.count)] } ?? nil,
      "remarks": JSON(line.remarks) { .string($0) },
      "problem": JSON(failure?.message),
      "errors": LintJSON.json(line.errors),
    ]
  }

  private static func word(_ found: SyncChecklists.Line.Found) -> String {
    switch found {
    case .same: "same"
    case .fileNewer: "file-newer"
    case .storeNewer: "store-newer"
    case .merged: "merged"
    case .gone: "gone"
    case .restored: "restored"
    case .forgotten: "forgotten"
    case .claimed: "claimed"
    case .unknown: "unknown"
    case .failed(SyncProblem.conflict): "conflict"
    case .failed: "failed"
    }
  }

  /// The version that the file holds afterwards, or would.
  private static func version(_ found: SyncChecklists.Line.Found) -> VersionReference? {
    switch found {
    case .fileNewer(let version), .storeNewer(let version), .merged(let version, _), .restored(let version): version
    case .unknown(let latest): latest
    case .same, .gone, .forgotten, .claimed, .failed: nil
    }
  }
}
