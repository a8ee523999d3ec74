import ArgumentParser
import Domain
import Exchange
import Store

extension PairCommands {
  struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "load",
      abstract: "Show what each had of a team's duties, beside what would be their share.",
      discussion: """
        Of the last 13 weeks; --weeks takes more or fewer, --ahead those that come. A bar reaches as far as the duties, \
        and its mark stands where the share is. Below are the limits that are not kept.
        """)

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("So many weeks.", valueName: "count"))
    var weeks = 13

    @Flag(help: "The weeks that come, as far as they are planned.")
    var ahead = false

    func validate() throws {
      if !(1...DutyChangeRefusal.mostWeeks).contains(weeks) {
        throw ValidationError("--weeks takes 1 to \(DutyChangeRefusal.mostWeeks)")
      }
    }

    func run() throws {
      let now = Session.now
      let length = Duration.seconds(Int64(weeks) * 7 * 86_400)
      let period = DutyWindow(start: ahead ? now : now - length, end: ahead ? now + length : now)
      let (load, clock) = try reading.store.open().read { reader in
        let team = try reader.dutyTeam(owning.team).name
        return (try reader.teamLoad(of: team, in: period, at: now), try reader.clock(of: team))
      }
      if reading.isJSON { return try Output.json(FairnessJSON.json(load)) }
      if load.fairness.loads.isEmpty {
        return Output.note("nobody is in the rotation yet: prodpair pair roster add HANDLE --team \(load.team)")
      }
      try Output.text(LoadText.text(load, in: clock, at: now, glyphs: OutputForm.glyphs))
    }
  }

  struct Knowledge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage",
      abstract: "Show who of a team has run which checklist, and who has never been on duty.",
      discussion: "A rehearsal counts: whoever rehearsed it knows it.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    func run() throws {
      let now = Session.now
      let coverage = try reading.store.open().read { reader in
        try reader.coverage(of: try reader.dutyTeam(owning.team).name, at: now)
      }
      if reading.isJSON { return try Output.json(CoverageJSON.json(coverage)) }
      if coverage.members.isEmpty {
        return Output.note("nobody is in the rotation yet: prodpair pair roster add HANDLE")
      }
      try Output.text(CoverageText.text(coverage))
    }
  }

  struct Morning: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stand-up",
      abstract: "Show a team's morning: what was, who is on, what is planned, and what waits for whom.",
      discussion: "It looks back on the last working day.")

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var owning: TeamOption

    func run() throws {
      let now = Session.now
      let (standUp, names, clock) = try reading.store.open().read { reader in
        let team = try reader.dutyTeam(owning.team).name
        return (try reader.standUp(of: team, at: now), try reader.names(), try reader.clock(of: team))
      }
      if reading.isJSON { return try Output.json(StandUpJSON.json(standUp)) }
      try Output.text(StandUpText.text(standUp, names: names, in: clock, most: .max))
    }
  }
}
