import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change what items say; several at once as one action.",
      discussion: """
        What is not named stays. Labels, owners, tasks and links that are named are added to those there are. --edit \
        opens one item's description in your editor. A new type takes over the nearest state that it has.
        """)

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("What is to be done.", valueName: "text"))
    var title: String?

    @OptionGroup(title: "What it says") var fields: ItemFieldOptions
    @OptionGroup(title: "What it no longer says") var takeAway: ItemTakeAwayOptions

    @Flag(name: .customLong("edit"), help: "Write the description in your editor.")
    var isEdited = false

    @Option(
      name: .customLong("team"), help: ArgumentHelp("Hand it over to this team's backlog.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @OptionGroup var items: ItemNumberArguments

    func validate() throws {
      if takeAway.isWithoutEpic, fields.epic != nil { throw ValidationError("--epic and --no-epic: use one of them") }
      if takeAway.isWithoutDue, fields.due != nil { throw ValidationError("--due and --no-due: use one of them") }
      if isEdited, fields.description != nil {
        throw ValidationError("--edit and --description both write the description: use one of them")
      }
      if isEdited, items.words.count > 1 || items.words == ["-"] {
        throw ValidationError("--edit opens one item's description")
      }
      if items.words.contains("-"), fields.description == "-" {
        throw ValidationError("standard input can't be the numbers and the description as well")
      }
    }

    func run() throws {
      guard title != nil || isEdited || team != nil || fields.isGiven || takeAway.isGiven else {
        throw CommandLineError.nothingToChange("--title, --label and the like, or --edit (`prodpair item edit --help`)")
      }
      if isEdited { try DescriptionEditor.checkTerminal() }
      let numbers = try items.numbers()
      let change = try change()
      let session = try acting.session()
      try session.store.read { try fields.check(in: $0) }
      if isEdited, let number = numbers.first {
        try DescriptionEditor.edit(number, in: session, with: change)
      } else {
        try session.perform(EditItems(numbers) { try change.apply(to: &$0) })
      }
      let changed = try session.store.read { try $0.items(numbers) }
      try Output.text(changed.map { "item \($0.number): \($0.title.onOneLine)" }.joined(separator: "\n"))
    }

    private func change() throws -> ItemChange {
      ItemChange(
        title: title?.onOneLine, description: try fields.descriptionText(), type: fields.type, team: team,
        labels: fields.labelNames, goneLabels: Set(takeAway.labels.flatMap(\.names)),
        epic: takeAway.isWithoutEpic ? "" : fields.epic, owners: fields.ownerHandles,
        goneOwners: Set(takeAway.owners.flatMap(\.names).map { Handle($0) }), requester: fields.requester,
        due: takeAway.isWithoutDue ? "" : fields.due, blockers: fields.newBlockers, resolved: takeAway.blockers,
        tasks: fields.newTasks, done: takeAway.doneTasks, notDone: takeAway.openTasks, goneTasks: takeAway.tasks,
        links: fields.links, goneLinks: takeAway.links)
    }
  }
}
