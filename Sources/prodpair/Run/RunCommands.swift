import ArgumentParser

/// `run`: executions of checklist versions, and everything that is written on them.
struct RunCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs: plan and start them, tick through their steps, and show the record.",
    discussion: """
      Steps are named by id or number, as `run show` prints them. What is written on a run stays: a wrong entry is \
      withdrawn by `run correct`, with a reason. --at says when something really happened, where that was earlier.
      """,
    groupedSubcommands: [
      CommandGroup(name: "Look", subcommands: [List.self, Show.self]),
      CommandGroup(
        name: "Begin",
        subcommands: [Start.self, PlanAhead.self, MovePlan.self, CancelPlan.self, AttestArtifact.self]),
      CommandGroup(
        name: "Steps",
        subcommands: [
          Begin.self, Tick.self, Confirm.self, Fail.self, Skip.self, NotApplicable.self, Defer.self, OverrideStep.self,
          Correct.self, GiveReason.self, Execute.self,
        ]),
      CommandGroup(name: "Record", subcommands: [Note.self, Attach.self, ItemsOfRun.self]),
      CommandGroup(name: "People", subcommands: [Join.self, Leave.self, HandOver.self]),
      CommandGroup(
        name: "The run itself", subcommands: [Pause.self, Resume.self, Finish.self, Abort.self, RollBack.self]),
    ])
}
