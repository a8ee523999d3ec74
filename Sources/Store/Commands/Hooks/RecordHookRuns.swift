import Domain

/// Writes down what hooks did when they were told of something. No hook is ever told of that.
public struct RecordHookRuns: Command {
  public static let name = "hook-record"
  public static let undo = UndoPolicy.never("what a hook did out in the world stays done")
  public var runs: [HookRun]

  public init(_ runs: [HookRun]) { self.runs = runs }

  public func perform(in transaction: Transaction) throws {
    let last = try transaction.first("SELECT max(number) AS number FROM hook_run")?.optionalInteger("number") ?? 0
    for (index, run) in runs.enumerated() {
      var row = try run.row()
      row["number"] = Value(last + 1 + index)
      try transaction.insert(.hookRun, row, isNew: true)
    }
    guard let first = runs.first else { return }
    let count = runs.count { !$0.succeeded }
    let outcome = count == 0 ? "" : ", \(count) failed"
    transaction.summary =
      "told \(runs.count == 1 ? "1 hook" : "\(runs.count) hooks") of \(first.event.rawValue)"
      + (first.entry.map { " (entry \($0))" } ?? "") + outcome
  }
}
