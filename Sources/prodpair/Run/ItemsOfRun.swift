import ArgumentParser
import Domain
import Exchange
import Store

extension RunCommands {
  struct ItemsOfRun: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "items",
      abstract: "The items of the backlog that a run carries: list them, add and take off, deliver or reject them.",
      discussion: "A release that is added brings along what is to be done for it: the items that stand before it.")

    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"), completion: Completions.runs)
    var number: RunNumber

    @OptionGroup var acting: ActingOptions

    @Option(help: ArgumentHelp("Items that it carries too.", valueName: "number,number"))
    var add: ItemList?

    @Option(help: ArgumentHelp("Items that it does not carry.", valueName: "number,number"))
    var take: ItemList?

    @Flag(help: "Deliver what it carries.")
    var deliver = false

    @Option(help: ArgumentHelp("Reject what it carries, and why.", valueName: "why"))
    var reject: String?

    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
      if deliver, reject != nil { throw ValidationError("--deliver and --reject are contraries: use one") }
      if reject?.allSatisfy(\.isWhitespace) ?? false {
        throw ValidationError("say why they are rejected: --reject \"why\"")
      }
    }

    func run() throws {
      let session = try acting.session()
      _ = try session.store.read { try $0.run(number) }
      if add != nil || take != nil || deliver || reject != nil {
        try session.perform(
          ChangeItemsOfRun(
            run: number, added: add?.numbers ?? [], taken: take?.numbers ?? [], isDelivering: deliver,
            rejection: reject))
      }
      let items = try session.store.read { try $0.items(carriedBy: number) }
      if json { try Output.json(RunItems.json(items)) } else { try Output.text(RunItems.text(items)) }
    }
  }
}

/// All that one line asks of a run's items, as one action.
private struct ChangeItemsOfRun: Command {
  static let name = "run-items"
  static let undo = UndoPolicy.undoable
  var run: RunNumber
  var added: [ItemNumber]
  var taken: [ItemNumber]
  var isDelivering: Bool
  var rejection: String?

  func perform(in transaction: Transaction) throws {
    var summaries: [String] = []
    func perform<Change: Command>(_ change: Change) throws {
      _ = try change.perform(in: transaction)
      summaries += [transaction.summary].compactMap(\.self)
    }
    if !added.isEmpty || !taken.isEmpty { try perform(CarryItems(added, takingOff: taken, by: run)) }
    if isDelivering || rejection != nil { try perform(SettleCarriedItems(run, rejection: rejection)) }
    transaction.summary = summaries.joined(separator: "; ")
  }
}

/// What becomes of a run's items at its end.
enum CarriedItems {
  case deliver, offer, offerRejection
  case reject(String)
}

extension RunSession {
  /// Delivers or rejects what the run carries, or says how; nothing of it for a rehearsal, or outside of production.
  func settleItems(_ what: CarriedItems) throws {
    let run = try session.store.read { try $0.run(self.run.number) }
    guard run.environment.kind == .production, !run.isRehearsal else {
      let which = run.isRehearsal ? "a rehearsal" : "a run in \(run.environment.name)"
      switch what {
      case .deliver: Output.note("\(which) delivers nothing: `prodpair item deliver` does, where it is so all the same")
      case .reject: Output.note("\(which) rejects nothing: `prodpair item reject` does, where it is so all the same")
      case .offer, .offerRejection: break
      }
      return
    }
    switch what {
    case .deliver: try say("delivered", session.perform(SettleCarriedItems(run.number)))
    case .reject(let reason):
      try say("rejected", session.perform(SettleCarriedItems(run.number, rejection: reason)))
    case .offer, .offerRejection:
      guard let settling = run.itemSettling else { return }
      let items = try session.store.read { try $0.items(carriedBy: run.number) }.filter(settling.takes)
      guard !items.isEmpty else { return }
      let isRejection = settling == .rejection
      let verb = isRejection ? "reject" : "deliver"
      Output.note(
        "it carries \(items.count) item\(items.count == 1 ? "" : "s") to \(verb): "
          + "`prodpair run items \(run.number) --\(verb)\(isRejection ? " \"why\"" : "")`")
    }
  }

  private func say(_ verb: String, _ items: [ItemNumber]) {
    guard !items.isEmpty else { return Output.note("no item that it carries is to be \(verb)") }
    Output.note("\(verb) item\(items.count == 1 ? "" : "s") \(items.map(\.description).joined(separator: ", "))")
  }
}
