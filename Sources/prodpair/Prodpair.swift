import ArgumentParser

/// The whole command line: one file a noun, each with its verbs.
struct Prodpair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prodpair",
    abstract: "Run versioned deploy checklists, two people at a time, and keep the record.",
    discussion: """
      Without a command, prodpair opens its screen. Everything that the screen does can be done here too, and scripted.

      The store is named by --store, else by $PRODPAIR_STORE, else by /etc/prodpair/config.yaml (a team's), else it is \
      your own, $XDG_DATA_HOME/prodpair/prodpair.sqlite. Who you are is your login; --as HANDLE acts for somebody else, \
      and both names are recorded.

      Whatever reads takes --json: list gives an array, show an object, times are RFC 3339 in UTC. Runs, lessons and items are named by \
      number, steps by id or number, everything else by its name.

      Exit codes: 0; 1 a rule refused (standard error says which, and what would override it), or lint, fmt --check, \
      verify or doctor found something; 64 usage; 65 bad data; 66 no such thing; 73 cannot create; 74 input or output; \
      75 busy, try again; 77 not permitted.
      """,
    version: Version.text,
    subcommands: [SuperviseExecution.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Store",
        subcommands: [
          OpenDemo.self, InitStore.self, DoctorStore.self, BackupStore.self, RestoreStore.self, VerifyStore.self,
          JournalCommands.self, SearchWords.self,
          UndoEntry.self, RedoEntry.self,
        ]),
      CommandGroup(name: "People", subcommands: [TeamCommands.self, PersonCommands.self, PairCommands.self]),
      CommandGroup(
        name: "Work",
        subcommands: [
          ChecklistCommands.self, RunCommands.self, LessonCommands.self, ItemCommands.self, IncidentCommands.self,
        ]),
      CommandGroup(name: "Numbers", subcommands: [ShowMetrics.self]),
      CommandGroup(name: "Settings", subcommands: [ConfigCommands.self, HookCommands.self]),
    ])

  @OptionGroup var store: StoreChoice

  func run() throws { try OpenScreen.open(store.location()) }
}

enum Version {
  static let text = "0.1.0"
}
