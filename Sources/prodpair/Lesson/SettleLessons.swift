import ArgumentParser
import Domain
import Store

extension LessonCommands {
  struct Decline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "decline", abstract: "Decline lessons, with a reason.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("Why nothing changes.", valueName: "why"))
    var reason: String?

    @Argument(help: ArgumentHelp("The lessons.", valueName: "lesson"), completion: Completions.lessons)
    var numbers: [LessonNumber]

    func validate() throws {
      if reason?.allSatisfy(\.isWhitespace) ?? true { throw ValidationError("say why nothing changes with --reason") }
    }

    func run() throws {
      let session = try acting.session()
      let lessons = numbers.firstOfEach
      try session.perform(SettleLessons(lessons, .declined(reason: reason ?? "")))
      try Output.text(lessons.map { "lesson \($0): declined" }.joined(separator: "\n"))
    }
  }

  struct MakeItem: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "item",
      abstract: "Make an item of lessons, or say which one was made of them.",
      usage: """
        prodpair lesson item <lesson> ... --item <item>
        prodpair lesson item <lesson> ... --new [--type chore] [--title <text>] [--team <name>]
        """,
      discussion: """
        --item names an item by its number here, or one of another backlog by its name or address. --new makes one of \
        what the lessons say, in the icebox, and prints its number alone on the first line. Item and lessons show each \
        other.
        """)

    @OptionGroup var acting: ActingOptions

    @Option(
      help: ArgumentHelp("The item's number, or its name or address in another backlog.", valueName: "item"),
      completion: Completions.items)
    var item: String?

    @Flag(name: .customLong("new"), help: "Make a new item of what the lessons say.")
    var isNew = false

    @Option(help: "With --new: what it is; else a chore.")
    var type: ItemType?

    @Option(help: ArgumentHelp("With --new: what it is called; else what the lesson says.", valueName: "text"))
    var title: String?

    @Option(
      help: ArgumentHelp("With --new: the team; else the checklist's, or the only one.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @Argument(help: ArgumentHelp("The lessons.", valueName: "lesson"), completion: Completions.lessons)
    var numbers: [LessonNumber]

    func validate() throws {
      if isNew == (item != nil) { throw ValidationError("name the item with --item, or make one with --new") }
      if item?.allSatisfy(\.isWhitespace) ?? false {
        throw ValidationError("--item names the item, by number or address")
      }
      if !isNew, type != nil || title != nil || team != nil {
        throw ValidationError("--type, --title and --team are for an item that --new makes")
      }
    }

    func run() throws {
      let session = try acting.session()
      let lessons = numbers.firstOfEach
      var lines: [String] = []
      if isNew {
        let made = try session.perform(
          MakeItemOfLessons(lessons, title: title?.onOneLine, team: team, type: type ?? .chore))
        lines.append(made.description)
      } else if let item {
        try session.perform(SettleLessons(lessons, .item(item.onOneLine)))
      }
      let name = lines.first ?? item.map { ItemNumber(typed: $0.onOneLine)?.description ?? $0.onOneLine } ?? ""
      lines += lessons.map { "lesson \($0): item \(name)" }
      try Output.text(lines.joined(separator: "\n"))
    }
  }
}
