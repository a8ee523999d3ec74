import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Board: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "board",
      abstract: "Show all teams' pairs, now and next, and what is wrong with them.",
      discussion: """
        Wrong are gaps, people on for two teams at once, or on though they are away or have left, and pairs that a rule \
        keeps apart, from now to the end of each team's next duty. Times are UTC unless all teams have the same zone.
        """)

    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let now = Session.now
      let (board, all, clock) = try reading.store.open().read { reader in
        (try reader.dutyBoard(at: now), try reader.dutyWarnings(at: now), try reader.sharedClock())
      }
      if reading.isJSON { return try Output.json(BoardJSON.list(board, warnings: all)) }
      // Of people, those who are on or next; `pair show --team` tells of everybody.
      let warnings = all.filter { warning in
        board.lines.contains { warning.concerns($0.team, ($0.now?.people ?? []) + ($0.next?.people ?? [])) }
      }
      let told = Array(warnings.prefix(DutyReport.mostWarnings))
      try Output.text(BoardText.text(board, warnings: told, glyphs: OutputForm.glyphs, in: clock))
      Output.note(DutyReport.moreWarnings(warnings.count))
    }
  }
}

extension Reading {
  /// The clock of all teams where they have the same zone, else UTC.
  fileprivate func sharedClock() throws -> LocalClock {
    let teams = try teams()
    guard Set(teams.map(\.timeZone)).count == 1, let name = teams.first?.name else { return .utc }
    return try clock(of: name)
  }
}
