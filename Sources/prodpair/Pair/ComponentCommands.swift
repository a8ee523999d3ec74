import ArgumentParser
import Domain
import Exchange
import Store

extension ComponentName: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// `pair component`: the parts of what a team runs, and whom to call for each.
struct ComponentCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "component", abstract: "Components: who runs them, and whom of their developers to call.",
    discussion: "`prodpair pair call NAME` has them in the order in which to call them now.",
    subcommands: [List.self, Add.self, Edit.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the components of a team, or all of them.")

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("Only this team's.", valueName: "name"), completion: Completions.teams)
    var team: TeamName?

    func run() throws {
      let components = try reading.store.open().read { reader in
        try reader.components(of: try team.map { try reader.team($0).name })
      }
      if reading.isJSON { return try Output.json(ComponentList.json(components)) }
      if components.isEmpty {
        Output.note("no components yet: prodpair pair component add NAME HANDLE...")
      }
      try Output.text(ComponentList.text(components))
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a component, and whom to call for it.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption

    @Option(help: ArgumentHelp("What whoever calls should know first.", valueName: "text"))
    var note = ""

    @Argument(help: "The component's name, as in router.")
    var name: ComponentName

    @Argument(
      help: ArgumentHelp("Its developers, the first to call first.", valueName: "handle"),
      completion: Completions.people)
    var developers: [Handle]

    func run() throws {
      let session = try acting.session()
      let team = try session.store.read { try $0.team(orOnly: owning.team).name }
      try session.perform(AddComponent(Component(name, team: team, developers: developers, note: note)))
      try Output.text("added component \(name) of team \(team)")
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change who runs a component, whom to call for it, or what is said of it.",
      discussion: "Developers that are named take the place of those before.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("Another team runs it.", valueName: "name"), completion: Completions.teams)
    var team: TeamName?

    @Option(help: ArgumentHelp("What whoever calls should know first; empty takes it away.", valueName: "text"))
    var note: String?

    @Argument(help: "The component's name.", completion: Completions.components)
    var name: ComponentName

    @Argument(
      help: ArgumentHelp("Its developers, the first to call first.", valueName: "handle"),
      completion: Completions.people)
    var developers: [Handle] = []

    func run() throws {
      if team == nil, note == nil, developers.isEmpty {
        throw CommandLineError.nothingToChange("developers, --team or --note")
      }
      let (team, note, developers) = (team, note, developers)
      try acting.session().perform(
        EditComponent(name) { component in
          component.team = team ?? component.team
          component.note = note ?? component.note
          if !developers.isEmpty { component.developers = developers }
        })
      try Output.text("changed component \(name)")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a component away.")

    @OptionGroup var acting: ActingOptions

    @Argument(help: "The component's name.", completion: Completions.components)
    var name: ComponentName

    func run() throws {
      try acting.session().perform(RemoveComponent(name))
      try Output.text("removed component \(name)")
    }
  }
}

extension PairCommands {
  struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "call",
      abstract: "Say whom of a component's developers to call now.",
      discussion: """
        Whoever is on duty first, then those who are at work by their own clock, then those who should be awake, then \
        the others, each in the order that the component has; who is away comes last, with until when.
        """)

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "The component's name.", completion: Completions.components)
    var name: ComponentName

    func run() throws {
      let now = Session.now
      let (order, clock) = try reading.store.open().read { reader in
        let order = try reader.callOrder(of: name, at: now)
        return (order, try reader.clock(of: order.component.team))
      }
      if reading.isJSON { return try Output.json(CallOrderJSON.json(order)) }
      try Output.text(CallOrderText.text(order, in: clock))
    }
  }
}
