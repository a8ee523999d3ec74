import ArgumentParser

/// `journal`: what was done in the store; without a verb the list.
struct JournalCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "List what was done in the store, and by whom; print the head of its chain.",
    subcommands: [JournalList.self, PrintHead.self],
    defaultSubcommand: JournalList.self)
}
