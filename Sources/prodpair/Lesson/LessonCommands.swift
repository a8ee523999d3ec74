import ArgumentParser

/// `lesson`: what was learned about a checklist, and what became of it.
struct LessonCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Lessons: what was learned, what is to change, and what became of it.",
    discussion: """
      A lesson is open until it is folded into its checklist's next version, made an item, or declined with a reason. \
      Steps are named by id or number, as `checklist show` prints them.
      """,
    groupedSubcommands: [
      CommandGroup(name: "Look", subcommands: [List.self, Show.self]),
      CommandGroup(name: "Learn", subcommands: [Add.self, Edit.self]),
      CommandGroup(name: "Settle", subcommands: [Fold.self, Decline.self, MakeItem.self]),
    ])
}
