import ArgumentParser
import Domain
import Exchange
import Store

extension ChecklistCommands {
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Say how each step has fared: how often it ran, failed or was passed over, and what it caught.",
      discussion: """
        Made of the last \(StepYield.lastRuns) runs that have begun, of whatever version, unless --last or --all says otherwise; rehearsals \
        count. A step's last attempt decides what it counts as; failed are the runs in which an attempt failed. Times are \
        those of attempts that were started and done. The advice comes with its evidence, and nothing is changed by \
        itself.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var which: WhichVersion

    @Option(help: ArgumentHelp("Made of so many runs at most, the newest.", valueName: "count"))
    var last: Int?

    @Flag(help: "Made of all runs.")
    var all = false

    func validate() throws {
      if let last, last < 1 { throw ValidationError("--last is a count from 1") }
      if all, last != nil { throw ValidationError("--last cuts off what --all asks for: use one of them") }
    }

    func run() throws {
      let stats = try reading.store.open().read { reader in
        let version = try reader.version(of: which.name, number: which.version)
        let (yields, runs) = try reader.stepYields(of: version, lastRuns: all ? .max : last ?? StepYield.lastRuns)
        let advice = Advice.all(on: version, yields: yields, recurrences: try reader.recurrences(on: which.name))
        return ChecklistStats(version: version, runs: runs, yields: yields, advice: advice)
      }
      if reading.isJSON { return try Output.json(StatsJSON.json(stats)) }
      try Output.text(StatsText.text(stats))
    }
  }
}
