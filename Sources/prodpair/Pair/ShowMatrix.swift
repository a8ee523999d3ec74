import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Matrix: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "matrix",
      abstract: "Show who has been on duty with whom, and how long ago.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Flag(help: "How often, and not how long ago.")
    var count = false

    func run() throws {
      let now = Session.now
      let matrix = try reading.store.open().read { reader in
        try reader.pairMatrix(of: try reader.dutyTeam(owning.team).name, at: now)
      }
      if reading.isJSON { return try Output.json(MatrixJSON.json(matrix)) }
      try Output.text(MatrixText.text(matrix, showing: count ? .count : .recency))
    }
  }
}
