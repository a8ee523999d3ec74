/// What hooks did.
extension Table {
  static let hookRun = Table(
    "hook_run", key: ["number"],
    columns: [
      "number", "event", "entry", "team", "command", "time_limit", "at", "took", "ending", "code", "output",
      "output_sha256", "is_output_cut",
    ],
    // Whatever a program says is no fact of the team's, and may be much.
    keptOut: [Table.KeptOut("output", hash: "output_sha256")], isAppendOnly: true)
}
