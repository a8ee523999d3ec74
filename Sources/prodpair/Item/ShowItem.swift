import ArgumentParser
import Domain
import Exchange
import Store

extension ItemCommands {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show an item: all that it says, its comments, its runs and how it got where it is.")

    @OptionGroup var reading: ReadingOptions

    @Argument(help: ArgumentHelp("The item's number.", valueName: "item"), completion: Completions.items)
    var number: ItemNumber

    func run() throws {
      let (record, clock) = try reading.store.open().read { reader in
        let record = try ItemLookup.record(of: number, in: reader)
        return (record, try reader.clock(of: record.item.team))
      }
      if reading.isJSON { return try Output.json(ItemShowJSON.json(record)) }
      try Output.text(ItemShowText.text(record, in: clock))
    }
  }
}
