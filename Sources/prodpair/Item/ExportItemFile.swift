import ArgumentParser
import Domain
import Exchange
import Store
import Workflow

extension ItemCommands {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a team's backlog for others to read.",
      discussion: """
        tracker is Tracker's CSV of 2018 and later; what Tracker lacks stands in its nearest: toil is a chore with the \
        label toil. json has everything, and `item import` reads it. markdown is a page. A filter writes a part.
        """)

    @OptionGroup var store: StoreChoice
    @OptionGroup var owning: TeamOption

    @Option(
      name: .customLong("to"),
      help: ArgumentHelp("The form.", valueName: ExportItems.Format.allCases.map(\.rawValue).joined(separator: "|")))
    var format: ExportItems.Format

    @Argument(
      parsing: .allUnrecognized,
      help: ArgumentHelp("What is wanted, in the language of filters; else all of it.", valueName: "filter"),
      completion: Completions.filters)
    var words: [String] = []

    func validate() throws { try FilterWords.check(words) }

    func run() throws {
      let store = try store.open()
      let (team, filter) = try store.read { reader in
        let team = try reader.team(orOnly: owning.team)
        return (team.name, try ItemFilterReading.filter(FilterWords.filter(words), of: team, in: reader))
      }
      try ExportItems(format, team: team, filter: filter).write(from: store) { try Output.bytes($0) }
    }
  }
}

extension ExportItems.Format: ExpressibleByArgument {}
