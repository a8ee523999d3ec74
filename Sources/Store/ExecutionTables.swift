/// The tables of commands that are run.
extension Table {
  static let execution = Table(
    "execution", key: ["number"],
    columns: [
      "number", "run", "step", "mode", "fence", "name", "interpreter", "code", "by", "directory", "host", "spool",
      "started_at", "started_entry", "ended_at", "ending", "ending_code", "ending_words", "verdict", "took", "attempts",
      "output_sha256", "output_kept", "output_size", "output_head", "output_tail", "output_between", "failing_line",
      "progress", "deleted",
    ],
    references: [Table.Reference(["run"], to: "run"), Table.Reference(["output_sha256"], to: "evidence")])
  static let teamCommand = Table(
    "team_command", key: ["team"], columns: ["team", "directory", "variables", "passed", "deleted"],
    references: [Table.Reference(["team"], to: "team")])
}
