import ChecklistFile
import Domain
import Host
import Store
import Workflow

/// What a fold has made, or would make.
enum FoldReport {
  /// The version on the first line, then the file and the commit.
  static func text(_ outcome: Workflow.Fold.Outcome) -> String {
    var lines = [outcome.version.description]
    if let path = outcome.path { lines.append("wrote \(path)") }
    if let commit = outcome.commit { lines.append("committed \(commit.id) on \(commit.branch)") }
    return lines.joined(separator: "\n")
  }

  /// The steps with the words marked that change, then the page's lines as `diff -u` shows them.
  static func preview(_ plan: FoldPlan) -> String {
    let steps = plan.changes.isEmpty ? "no step differs" : plan.changes.map(\.markedSummary).joined(separator: "\n")
    let lines = LineHunks.text(LineDiff(from: plan.latest.source, to: plan.page.document.text))
    return lines.isEmpty ? steps : "\(steps)\n\n\(lines)"
  }

  /// The other files of the checklist on this machine that hold an older version now; empty where there are none.
  static func filesBehind(_ outcome: Workflow.Fold.Outcome, in store: Store) throws -> String {
    let files = try store.read { try $0.checklistFiles(host: Machine.name) }
    let behind = files.filter {
      $0.base.checklist == outcome.version.checklist && $0.path != outcome.path
        && $0.base.number < outcome.version.number
    }
    guard !behind.isEmpty else { return "" }
    return behind.map { "\($0.path) is behind, at v\($0.base.number)" }.joined(separator: "\n")
      + "\nbring them up to it with `prodpair checklist sync \(outcome.version.checklist)`"
  }
}
