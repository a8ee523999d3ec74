import ArgumentParser

/// `incident`: what customers felt, or nearly; its timeline, what is told of it, and what it teaches.
struct IncidentCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident",
    abstract: "Incidents: what happened and when, who is at it, what is told, and what was learned.",
    discussion: """
      Open one with what it is (`prodpair incident open "Logs are dropped" --severity 2`), or from a step that failed \
      (`prodpair incident open --run 42 --step canary`). What is written on it while it burns, and what the pair does in \
      its runs, is its timeline. Nothing on a timeline is changed: a correction is an entry of its own.
      """,
    groupedSubcommands: [
      CommandGroup(name: "Look", subcommands: [List.self, Show.self, Report.self]),
      CommandGroup(name: "Write", subcommands: [Open.self, Intake.self, Note.self, Update.self, Edit.self]),
      CommandGroup(name: "Settle", subcommands: [Mitigate.self, Resolve.self, Close.self, Reopen.self]),
      CommandGroup(name: "Learn", subcommands: [HoldRetro.self, ActOnRetro.self]),
    ])
}
