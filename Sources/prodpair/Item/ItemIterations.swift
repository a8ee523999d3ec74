import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Iterations: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "iterations",
      abstract: "Show the velocity, the iterations ahead with their items, and when releases are to be expected.",
      discussion: """
        Items go into iterations in the order of the backlog: as many as the velocity lets, and what one leaves over is \
        carried to the next. `prodpair item settings` has the length, the first velocity, and how much of the team \
        there is in an iteration. The plan reaches over the first \(BacklogFacts.reach) items.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("At most so many iterations, the one under way included.", valueName: "count"))
    var limit = 6

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit takes 1 or more") }
    }

    func run() throws {
      let report = try reading.store.open().read { reader in
        try IterationsReport(of: reader.team(orOnly: owning.team).name, limit: limit, at: Session.now, in: reader)
      }
      if reading.isJSON { return try Output.json(IterationsJSON.json(report)) }
      try Output.text(IterationsText.text(report))
    }
  }
}

/// What `item iterations` shows.
struct IterationsReport {
  var team: TeamName
  var schedule: BacklogSchedule
  /// The iterations that show; the schedule has all.
  var parts: ArraySlice<BacklogSchedule.Part>
  /// The items of those, and the releases.
  var items: [ItemNumber: ItemLine]

  init(of team: TeamName, limit: Int, at now: Instant, in reader: some Reading) throws {
    self.team = team
    schedule = BacklogSchedule(try reader.backlogFacts(of: team, at: now, over: 4))
    parts = schedule.parts.prefix(limit)
    let numbers = Set(parts.flatMap { $0.committed + $0.items } + schedule.forecasts.map(\.item))
    let lines = try reader.items(
      matching: ItemFilter([.init(.number(Set(numbers.map(\.value))))]), of: team, limit: numbers.count)
    items = Dictionary(lines.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
