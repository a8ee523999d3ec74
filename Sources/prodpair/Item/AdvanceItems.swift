import ArgumentParser
import Domain
import Store

/// What every verb takes that brings items from one state to another.
struct ItemStateOptions: ParsableArguments {
  @OptionGroup var acting: ActingOptions
  @OptionGroup var override: OverrideOptions

  @Option(help: ArgumentHelp("Why; asked for where items are sent back.", valueName: "why"))
  var reason: String?

  @OptionGroup var items: ItemNumberArguments

  /// Says of each item which state it is in now.
  func perform(_ move: StateMove) throws {
    let numbers = try items.numbers()
    let states = try acting.session().perform(
      AdvanceItems(numbers, move, reason: reason?.onOneLine, override: override.reason?.onOneLine))
    try Output.text(zip(numbers, states).map { "item \($0): \($1.rawValue)" }.joined(separator: "\n"))
  }
}

extension ItemCommands {
  struct Schedule: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schedule",
      abstract: "Put items into the backlog, below what is there, to be started.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.unstarted)) }
  }

  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan", abstract: "Choose items for the iteration under way.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.planned)) }
  }

  struct Ice: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ice",
      abstract: "Put items on ice, above what is there, with the --reason.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.unscheduled)) }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Start items; one that nobody owns is yours then.",
      discussion: "What takes points is estimated first, or --override says why not.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.started)) }
  }

  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "finish",
      abstract: "Finish items; chores, toil and releases are accepted then, as nobody has to.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.done) }
  }

  struct Deliver: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deliver",
      abstract: "Say that items are in production, for the product manager to accept.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.delivered)) }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Accept items, as the product manager.",
      discussion: "Where a team has no product manager, it is for anybody who is not the item's only owner.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.accepted)) }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "Reject items, as the product manager, with the --reason.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.to(.rejected)) }
  }

  struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "next",
      abstract: "Take items to whatever comes next for their type, as > does on the screen.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.ahead) }
  }

  struct Back: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "back",
      abstract: "Send items back to whatever came before, with the --reason, as < does on the screen.")
    @OptionGroup var options: ItemStateOptions
    func run() throws { try options.perform(.back) }
  }
}
