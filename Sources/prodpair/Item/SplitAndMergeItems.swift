import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Make smaller items of a large one, right below it.",
      discussion: """
        Prints their numbers, one a line. They have its type, labels, epic, owners and requester; it stays as it is.
        """)

    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("The item's number.", valueName: "item"), completion: Completions.items)
    var number: ItemNumber

    @Argument(help: ArgumentHelp("What each part is called; - reads a title a line.", valueName: "title"))
    var titles: [String]

    func run() throws {
      let titles = try titles == ["-"] ? StandardInput.lines() : titles.map(\.onOneLine)
      if titles.isEmpty { throw ItemCommandError.noTitles }
      let parts = try acting.session().perform(SplitItem(number, into: titles))
      try Output.text(parts.map(\.description).joined(separator: "\n"))
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Merge duplicates into one item, which takes over what they say.",
      discussion: "The duplicates are taken away; their numbers stay on the item as links.")

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("The item that stays.", valueName: "item"), completion: Completions.items)
    var into: ItemNumber

    @OptionGroup var items: ItemNumberArguments

    func run() throws {
      let numbers = try items.numbers()
      try acting.session().perform(MergeItems(numbers, into: into))
      try Output.text(numbers.map { "item \($0): merged into item \(into)" }.joined(separator: "\n"))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take items out of the backlog; `prodpair undo` brings them back.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup var items: ItemNumberArguments

    func run() throws {
      let numbers = try items.numbers()
      try acting.session().perform(RemoveItems(numbers))
      try Output.text(numbers.map { "item \($0): removed" }.joined(separator: "\n"))
    }
  }
}
