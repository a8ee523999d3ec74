import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Put an item into a team's backlog, or one for each line of standard input.",
      usage: """
        prodpair item add <title> [--type toil] [--points 2] [<options>]
        prodpair item add - [<options>]
        """,
      discussion: """
        Prints the item's number alone; with - as the title, the number of each line's item. A new item is a feature in \
        the icebox, above the rest of it; --state unstarted puts it into the backlog, below the rest.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var owning: TeamOption
    @OptionGroup(title: "What it says") var fields: ItemFieldOptions
    @OptionGroup(title: "Where it stands") var place: ItemPlaceOptions

    @Option(help: ArgumentHelp("The estimate, on the team's scale.", valueName: "count"))
    var points: Int?

    @Option(help: ArgumentHelp("unscheduled, unstarted or planned.", valueName: "state"))
    var state: ItemState = .unscheduled

    @Argument(help: ArgumentHelp("What is to be done; - reads titles from standard input.", valueName: "title"))
    var title: [String]

    func validate() throws {
      guard [.unscheduled, .unstarted, .planned].contains(state) else {
        throw ValidationError(
          "a new item is unscheduled, unstarted or planned: `prodpair item start` and the like take it further")
      }
      if title == ["-"], fields.description == "-" {
        throw ValidationError("standard input can't be the titles and the description as well")
      }
    }

    func run() throws {
      let titles = try title == ["-"] ? StandardInput.lines() : [title.joined(separator: " ").onOneLine]
      if titles.isEmpty { throw ItemCommandError.noTitles }
      let description = try fields.descriptionText() ?? ""
      let session = try acting.session()
      let team = try session.store.read { reader in
        try fields.check(in: reader)
        return try reader.team(orOnly: owning.team).name
      }
      let drafts = titles.map { draft($0, description, team) }
      let numbers = try session.perform(
        AddInOrder(drafts: drafts, target: place.target ?? (state == .unscheduled ? .top : .bottom)))
      try Output.text(numbers.map(\.description).joined(separator: "\n"))
    }

    private func draft(_ title: String, _ description: String, _ team: TeamName) -> ItemDraft {
      ItemDraft(
        team: team, title: title, type: fields.type ?? .feature, state: state, description: description, points: points,
        labels: fields.labelNames, epic: fields.epic, requester: fields.requester, owners: fields.ownerHandles,
        blockers: fields.newBlockers, tasks: fields.newTasks, due: fields.due, links: fields.links,
        target: place.target)
    }
  }
}

/// Puts items into a backlog as one action, one below the other as they are named.
private struct AddInOrder: Command {
  static let name = "item-add"
  static let undo = UndoPolicy.undoable
  var drafts: [ItemDraft]
  var target: ItemTarget

  func perform(in transaction: Transaction) throws -> [ItemNumber] {
    let numbers = try AddItems(drafts).perform(in: transaction)
    let summary = transaction.summary
    // Each was put at the place by itself, and so above the one before it.
    if numbers.count > 1 { try MoveItems(numbers, to: target).perform(in: transaction) }
    transaction.summary = summary
    return numbers
  }
}
