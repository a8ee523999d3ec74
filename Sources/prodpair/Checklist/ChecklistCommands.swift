import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

/// `checklist`: named procedures, one Markdown file each, and their versions.
struct ChecklistCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Checklists: named procedures, one Markdown file each, in immutable versions.",
    subcommands: [
      List.self, Show.self, Versions.self, ImportVersion.self, Sync.self, LintFiles.self, FormatFile.self, Diff.self,
      Blame.self, Stats.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the checklists.")

    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let (checklists, clock) = try reading.store.open().read { (try $0.checklists(), try $0.clock()) }
      if reading.isJSON { return try Output.json(ChecklistListJSON.json(checklists)) }
      if checklists.isEmpty { Output.note("no checklists yet: prodpair checklist import FILE") }
      try Output.text(ChecklistListText.text(checklists, in: clock))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a checklist, its settings and every step.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var which: WhichVersion

    @Flag(help: "Print the file as it was imported, byte for byte.")
    var source = false

    func validate() throws {
      if source, reading.isJSON { throw ValidationError("--source and --json are two forms of the same: use one") }
    }

    func run() throws {
      let (version, clock) = try reading.store.open().read { reader in
        let version = try reader.version(of: which.name, number: which.version)
        return (version, try reader.clock(of: version.settings.team.map { TeamName($0) }))
      }
      if source { return try Output.bytes(Array(version.source.utf8)) }
      if reading.isJSON { return try Output.json(ChecklistShowJSON.json(version)) }
      try Output.text(ChecklistShowText.text(version, in: clock))
    }
  }

  struct Versions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "versions", abstract: "List a checklist's versions, newest first.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "The checklist's name.", completion: Completions.checklists)
    var name: ChecklistName

    func run() throws {
      let (versions, clock) = try reading.store.open().read { (try $0.versions(of: name), try $0.clock()) }
      if reading.isJSON { return try Output.json(VersionListJSON.json(versions)) }
      try Output.text(VersionListText.text(versions, in: clock))
    }
  }
}

/// One version of one checklist.
struct WhichVersion: ParsableArguments {
  @Argument(help: "The checklist's name.", completion: Completions.checklists)
  var name: ChecklistName

  // `--version` is the program's own.
  @Option(
    name: .customLong("checklist-version"),
    help: ArgumentHelp("The version's number; else the latest.", valueName: "number"))
  var version: Int?
}
