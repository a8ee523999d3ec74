import ArgumentParser

/// `item`: a team's backlog, and what is done with it.
struct ItemCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item",
    abstract: "Items: a team's backlog, its order, its states and its estimates.",
    discussion: """
      Items are named by number; - in the place of numbers reads them from standard input, as in `prodpair item list \
      label:router --numbers | prodpair item estimate - 3`. Several items are changed as one action: all of them or \
      none, and one `prodpair undo` takes it back.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Look", subcommands: [List.self, Show.self, Iterations.self, Chart.self, Views.self]),
      CommandGroup(
        name: "Write",
        subcommands: [Add.self, Edit.self, Comment.self, Split.self, Merge.self, Remove.self]),
      CommandGroup(
        name: "Groom", subcommands: [Groom.self, Move.self, Estimate.self, Schedule.self, Plan.self, Ice.self]),
      CommandGroup(
        name: "Work",
        subcommands: [
          Start.self, Finish.self, Deliver.self, Accept.self, Reject.self, Next.self, Back.self,
        ]),
      CommandGroup(name: "Exchange", subcommands: [Import.self, Export.self]),
      CommandGroup(name: "Settings", subcommands: [Settings.self]),
    ])
}
