import ArgumentParser
import Domain
import Store

extension ItemCommands {
  struct Estimate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "estimate",
      abstract: "Give items an estimate, or take it away.",
      usage: "prodpair item estimate <item> ... <points>",
      discussion: "The last word is the estimate, on the team's scale, or none.")

    @OptionGroup var acting: ActingOptions

    @Argument(
      help: ArgumentHelp("The items' numbers, or -, and then the points or none.", valueName: "item"),
      completion: Completions.items)
    var words: [String]

    func validate() throws {
      if words.count < 2 {
        throw ValidationError("name the items and then the points, as in `prodpair item estimate 12 3`")
      }
    }

    func run() throws {
      let last = words.last ?? ""
      let points = last == "none" ? nil : Int(last)
      if points == nil, last != "none" { throw ItemCommandError.notPoints(last) }
      let numbers = try ItemNumbers.read(words.dropLast())
      try acting.session().perform(EstimateItems(numbers, points: points))
      let estimate = points.map { $0 == 1 ? "1 point" : "\($0) points" } ?? "no estimate"
      try Output.text(numbers.map { "item \($0): \(estimate)" }.joined(separator: "\n"))
    }
  }
}
