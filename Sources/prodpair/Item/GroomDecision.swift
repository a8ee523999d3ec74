import ArgumentParser
import Domain
import Store

extension ItemCommands.Groom {
  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide",
      abstract: "Decide about an item that waits for it: what is decided is done, and kept in the session's log.",
      usage: """
        prodpair item groom decide <item> keep
        prodpair item groom decide <item> estimate <points>
        prodpair item groom decide <item> split <title> ...
        prodpair item groom decide <item> ice [--reason <why>]
        prodpair item groom decide <item> close [--reason <why>]
        prodpair item groom decide <item> skip
        """,
      discussion: """
        One action, which one `prodpair undo` takes back. keep leaves the item as it is; ice puts it into the icebox; \
        close accepts what was delivered, and removes what will not be done; skip asks again once all else is decided. \
        The first decision begins a session where none is open.
        """)

    @OptionGroup var acting: ActingOptions
    @OptionGroup var override: OverrideOptions

    @Option(help: ArgumentHelp("Why, for the log.", valueName: "why"))
    var reason: String?

    @Argument(help: ArgumentHelp("The item's number.", valueName: "item"), completion: Completions.items)
    var number: ItemNumber

    @Argument(
      help: ArgumentHelp("keep, estimate, split, ice, close or skip.", valueName: "decision"),
      completion: .list(GroomingChoice.Kind.allCases.map(\.rawValue)))
    var decision: GroomingChoice.Kind

    @Argument(
      help: ArgumentHelp("The points, or the titles of the parts; - reads a title a line.", valueName: "detail"))
    var details: [String] = []

    func validate() throws {
      switch decision {
      case .estimate where details.count != 1: throw ValidationError("say the points, as in `decide 12 estimate 3`")
      case .split where details.isEmpty: throw ValidationError("say what each part is called, or - for standard input")
      case .keep, .ice, .close, .skip:
        if !details.isEmpty { throw ValidationError("\(decision.rawValue) takes nothing more; say why with --reason") }
      default: break
      }
    }

    func run() throws {
      let choice = try choice()
      let made = try acting.session().perform(
        DecideGrooming(number, choice, why: reason?.onOneLine, override: override.reason?.onOneLine))
      try Output.text("item \(number): \(made.words)")
    }

    private func choice() throws -> GroomingChoice {
      switch decision {
      case .keep: return .keep
      case .ice: return .ice
      case .close: return .close
      case .skip: return .skip
      case .estimate:
        let word = details.first ?? ""
        guard let points = Int(word) else { throw ItemCommandError.notAnEstimate(word) }
        return .estimate(points)
      case .split:
        let titles = try details == ["-"] ? StandardInput.lines() : details.map(\.onOneLine)
        if titles.isEmpty { throw ItemCommandError.noTitles }
        return .split(titles)
      }
    }
  }
}

extension GroomingChoice.Kind: ExpressibleByArgument {}
