import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

/// `team`: whose hours, holidays, freezes and environments a run is held against.
struct TeamCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "Teams: their time zone, working hours, holidays, freezes and environments.",
    subcommands: [Add.self, List.self, Show.self, Edit.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a team.",
      discussion: """
        Without more it is a platform team in UTC that works Mon-Fri 09:00-17:00 and has staging and prod. \
        --environment adds to those two.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "The team") var settings: TeamSettings

    @Argument(help: "The team's name, as in platform.")
    var name: TeamName

    func run() throws {
      var team = Team(name: name)
      try settings.apply(to: &team)
      try acting.session().perform(AddTeam(team))
      try Output.text("added team \(name)")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the teams.")

    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let teams = try reading.store.open().read { try $0.teams() }
      if reading.isJSON { return try Output.json(TeamJSON.list(teams)) }
      if teams.isEmpty { Output.note("no teams yet: prodpair team add NAME") }
      try Output.text(TeamText.list(teams))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one team.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "The team's name; with one team it can be left out.", completion: Completions.teams)
    var name: TeamName?

    func run() throws {
      let (team, commands) = try reading.store.open().read { reader in
        let team = try reader.team(orOnly: name)
        return (team, try reader.commandSettings(of: team.name))
      }
      if reading.isJSON { return try Output.json(TeamJSON.show(team, commands)) }
      try Output.text(TeamText.show(team, commands))
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a team.",
      discussion: """
        --holiday, --freeze, --environment and --command-variable add, or change what is there; the --no- options take \
        away.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "The team") var settings: TeamSettings
    @OptionGroup(title: "The commands of its steps") var commands: CommandOptions

    @Option(
      name: .customLong("no-holiday"), help: ArgumentHelp("Take a holiday away; may be repeated.", valueName: "date"))
    var formerHolidays: [String] = []

    @Option(
      name: .customLong("no-freeze"),
      help: ArgumentHelp("Take the freeze away that begins on this day; may be repeated.", valueName: "from"))
    var formerFreezes: [String] = []

    @Option(
      name: .customLong("no-environment"),
      help: ArgumentHelp("Take an environment away; may be repeated.", valueName: "name"))
    var formerEnvironments: [String] = []

    @Argument(help: "The team's name; with one team it can be left out.", completion: Completions.teams)
    var name: TeamName?

    func run() throws {
      let takesAway = !(formerHolidays + formerFreezes + formerEnvironments).isEmpty
      let isTeamChanged = !settings.isEmpty || takesAway
      if !isTeamChanged, commands.isEmpty {
        throw CommandLineError.nothingToChange("--timezone, --hours and the like")
      }
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: name).name }
      if isTeamChanged { try session.perform(EditTeam(team, change: change)) }
      if !commands.isEmpty {
        let commands = commands
        try session.perform(SetCommandSettings(of: team) { try commands.apply(to: &$0, of: team) })
      }
      try Output.text("changed team \(team)")
      if let directory = commands.directory, !directory.isEmpty { Self.noteMissing(directory) }
    }

    /// The team may work on other machines too, so that this is no error.
    private static func noteMissing(_ directory: String) {
      var isDirectory: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory)
      guard !isThere || !isDirectory.boolValue else { return }
      Output.note("there is no directory \(directory) on this machine: commands can't be run here until there is")
    }

    private var change: @Sendable (inout Team) throws -> Void {
      let (holidays, freezes, environments) = (formerHolidays, formerFreezes, formerEnvironments)
      let settings = settings
      return { team in
        try Self.remove(holidays, "holiday on", from: &team.holidays, of: team.name) { $0.date == $1 }
        try Self.remove(freezes, "freeze from", from: &team.freezes, of: team.name) {
          $0.from == $1 || "\($0.from)..\($0.through)" == $1
        }
        try Self.remove(environments, "environment", from: &team.environments, of: team.name) { $0.name == $1 }
        try settings.apply(to: &team)
      }
    }

    private static func remove<Setting>(
      _ names: [String], _ what: String, from settings: inout [Setting], of team: TeamName,
      where isNamed: (Setting, String) -> Bool
    ) throws {
      for name in names {
        guard settings.contains(where: { isNamed($0, name) }) else {
          throw CommandLineError.noSuchSetting(what: what, name: name, team: team)
        }
        settings.removeAll { isNamed($0, name) }
      }
    }
  }
}
