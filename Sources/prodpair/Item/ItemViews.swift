import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Views: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "views",
      abstract: "List a team's saved filters; save one under a name, or forget it.",
      usage: """
        prodpair item views [--json]
        prodpair item views --save <name> <filter>
        prodpair item views --forget <name>
        """,
      discussion: "`prodpair item list --view NAME` lists what a view lets through. Saving takes an old one's place.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Flag(name: .customLong("json"), help: "Print JSON, whose keys docs/json.md describes.")
    var isJSON = false

    @Option(help: ArgumentHelp("Keep the filter under this name.", valueName: "name"))
    var save: String?

    @Option(help: ArgumentHelp("Forget the view of this name.", valueName: "name"), completion: Completions.views)
    var forget: String?

    @Argument(
      parsing: .allUnrecognized, help: ArgumentHelp("With --save: the filter.", valueName: "filter"),
      completion: Completions.filters)
    var words: [String] = []

    func validate() throws {
      try FilterWords.check(words)
      if save != nil, forget != nil { throw ValidationError("--save and --forget: use one of them") }
      if save != nil, words.isEmpty { throw ValidationError("say the filter that --save is to keep") }
      if save == nil, !words.isEmpty { throw ValidationError("name the view that keeps the filter with --save") }
      if isJSON, save != nil || forget != nil { throw ValidationError("--json is for the list of views") }
    }

    func run() throws {
      let session = try acting.session()
      let typed = FilterWords.filter(words)
      let (team, views) = try session.store.read { reader in
        let team = try reader.team(orOnly: owning.team)
        // What can't be read now could never be used.
        if save != nil { _ = try ItemFilterReading.filter(typed, of: team, in: reader) }
        return (team.name, try reader.savedViews(of: team.name))
      }
      if let save {
        try session.perform(SaveView(SavedView(team: team, name: save, filter: typed)))
        return try Output.text("view \(save): \(typed)")
      }
      if let forget {
        try session.perform(RemoveView(forget, of: team))
        return try Output.text("view \(forget): forgotten")
      }
      if isJSON {
        return try Output.json(
          JSON(views) { ["team": JSON($0.team), "name": .string($0.name), "filter": .string($0.filter)] })
      }
      let rows = views.map { [$0.name, $0.filter] }
      try Output.text(TextTable(columns: [.init("VIEW"), .init("FILTER")], rows: rows).text)
      if views.isEmpty { Output.note("no views") }
    }
  }
}
