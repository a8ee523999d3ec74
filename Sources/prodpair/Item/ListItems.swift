import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct List: ParsableCommand {
    /// How many are listed where nothing else is said.
    private static let usual = 200

    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List a team's items in their order: those that are not accepted.",
      discussion: """
        The filter is the screen's: type:bug label:router points>3 state:unstarted -owner:me updated<30d "free text"; \
        quote what the shell would read. \(FilterReference.summary) A `-` before a term turns it round, a comma gives several \
        values; the manual's chapter on the backlog explains each. Accepted items are listed too where the filter names a state, a panel or a \
        number, and by --all. The first 200, unless --limit or --all says otherwise; standard error says when there \
        are more.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Option(
      help: ArgumentHelp("The filter that was saved under this name.", valueName: "name"), completion: Completions.views
    )
    var view: String?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int?

    @Flag(help: "All of them, in every state.")
    var all = false

    @Flag(name: .customLong("numbers"), help: "Their numbers alone, one a line.")
    var isNumbersOnly = false

    @Argument(
      parsing: .allUnrecognized, help: ArgumentHelp("What is wanted, in the language of filters.", valueName: "filter"),
      completion: Completions.filters)
    var words: [String] = []

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit is a count from 1") }
      if all, limit != nil { throw ValidationError("--limit cuts off what --all asks for: use one of them") }
      if isNumbersOnly, reading.isJSON { throw ValidationError("--numbers and --json both say the form: use one") }
      try FilterWords.check(words)
    }

    func run() throws {
      let wanted = all ? Int.max : limit ?? Self.usual
      let items = try reading.store.open().read { reader in
        let team = try reader.team(orOnly: owning.team)
        let filter = try filter(of: team, in: reader)
        // One more than is shown tells whether there are more.
        return try reader.items(matching: filter, of: team.name, limit: wanted == .max ? wanted : wanted + 1)
      }
      let shown = Array(items.prefix(wanted))
      if reading.isJSON {
        try Output.json(ItemListJSON.json(shown))
      } else if isNumbersOnly {
        try Output.text(shown.map(\.number.description).joined(separator: "\n"))
      } else {
        try Output.text(ItemListText.text(shown))
        if shown.isEmpty { Output.note("no items" + (words.isEmpty && view == nil ? "" : " that match")) }
      }
      if items.count > shown.count { Output.note("the first \(shown.count) of more: --all lists all") }
    }

    private func filter(of team: Team, in reader: some Reading) throws -> ItemFilter {
      var filter = try ItemFilterReading.filter(FilterWords.filter(words), of: team, in: reader)
      if let view {
        let views = try reader.savedViews(of: team.name)
        guard let saved = views.first(where: { $0.name == view }) else {
          throw Missing.savedView(view, team: team.name, known: views.map(\.name))
        }
        filter.terms = try ItemFilterReading.filter(saved.filter, of: team, in: reader).terms + filter.terms
      }
      if !all, !filter.saysHowFar { filter.terms += ItemFilter.unaccepted.terms }
      return filter
    }
  }
}

/// The words of a filter as a command line has them: `-owner:me` is one of them, and looks like an option.
enum FilterWords {
  static func check(_ words: [String]) throws {
    if let option = words.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("unknown option '\(option)'")
    }
  }

  /// The filter, without the `--` that says that no option follows.
  static func filter(_ words: [String]) -> String {
    var words = words
    if let end = words.firstIndex(of: "--") { words.remove(at: end) }
    return words.joined(separator: " ")
  }
}
