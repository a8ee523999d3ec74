import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: "Put items at another place in their team's order, one below the other as they are named.")

    @OptionGroup var acting: ActingOptions
    @OptionGroup(title: "Where to") var place: ItemPlaceOptions
    @OptionGroup var items: ItemNumberArguments

    func validate() throws {
      if place.target == nil { throw ValidationError("say where to with --top, --bottom, --before or --after") }
    }

    func run() throws {
      guard let target = place.target else { return }
      let numbers = try items.numbers()
      try acting.session().perform(MoveItems(numbers, to: target))
      try Output.text(numbers.map { "item \($0): \(words(target))" }.joined(separator: "\n"))
    }

    private func words(_ target: ItemTarget) -> String {
      switch target {
      case .top: "at the top"
      case .bottom: "at the bottom"
      case .before(let number): "before item \(number)"
      case .after(let number): "after item \(number)"
      }
    }
  }
}
