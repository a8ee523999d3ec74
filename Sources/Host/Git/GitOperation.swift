import Foundation

/// Something in git that was begun and waits to be finished or aborted.
public enum GitOperation: String, CaseIterable, Sendable {
  case merge, rebase, revert, bisect
  case cherryPick = "cherry-pick"

  /// What git keeps while it is under way.
  fileprivate var marks: [String] {
    switch self {
    case .merge: ["MERGE_HEAD"]
    case .rebase: ["rebase-merge", "rebase-apply"]
    case .cherryPick: ["CHERRY_PICK_HEAD"]
    case .revert: ["REVERT_HEAD"]
    case .bisect: ["BISECT_LOG"]
    }
  }
}

extension GitRepository {
  public var operationUnderWay: GitOperation? {
    // A rebase stops with a CHERRY_PICK_HEAD of its own.
    [.merge, .rebase, .cherryPick, .revert, .bisect].first { (operation: GitOperation) in
      operation.marks.contains { access("\(gitFolder)/\($0)", F_OK) == 0 }
    }
  }
}
