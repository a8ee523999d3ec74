import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an item: all that it says, its comments, its runs and how it got where it is.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: ArgumentHelp("The item's number.", valueName: "item"), completion: Completions.items)
    var number: ItemNumber

    func run() throws {
      let (shown, clock) = try reading.store.open().read { reader in
        let shown = try ShownItem(number, in: reader)
        return (shown, try reader.clock(of: shown.item.team))
      }
      if reading.isJSON { return try Output.json(ShownItemJSON.json(shown)) }
      try Output.text(ShownItemText.text(shown, in: clock, at: Session.now))
    }
  }
}
