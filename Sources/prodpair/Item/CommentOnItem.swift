import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Comment: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "comment", abstract: "Say something about an item.")

    @OptionGroup var acting: ActingOptions

    @Argument(help: ArgumentHelp("The item's number.", valueName: "item"), completion: Completions.items)
    var number: ItemNumber

    @Argument(help: ArgumentHelp("Markdown, or - for standard input.", valueName: "text"))
    var words: [String]

    func run() throws {
      let text = try words == ["-"] ? StandardInput.text() : words.joined(separator: " ")
      let session = try acting.session()
      try session.perform(CommentOnItem(number, text: text))
      let count = try session.store.read { try $0.comments(of: number).last?.seq ?? 0 }
      try Output.text("item \(number): comment \(count)")
    }
  }
}
