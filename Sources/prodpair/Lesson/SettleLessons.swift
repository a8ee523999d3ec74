import ArgumentParser
import Domain
import Store

extension LessonCommands {
  struct Decline: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Decline lessons, with a reason.")

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
      abstract: "Say which item of a backlog was made of lessons.",
      discussion: "The item is a number or an address, in whatever backlog; a later version keeps items itself.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("The item's number or address.", valueName: "item"))
    var item: String

    @Argument(help: ArgumentHelp("The lessons.", valueName: "lesson"), completion: Completions.lessons)
    var numbers: [LessonNumber]

    func validate() throws {
      if item.allSatisfy(\.isWhitespace) { throw ValidationError("--item names the item, by number or address") }
    }

    func run() throws {
      let session = try acting.session()
      let lessons = numbers.firstOfEach
      try session.perform(SettleLessons(lessons, .item(item)))
      try Output.text(lessons.map { "lesson \($0): item \(item)" }.joined(separator: "\n"))
    }
  }
}
