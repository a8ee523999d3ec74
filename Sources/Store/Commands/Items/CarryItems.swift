import Domain

/// Says which items a run carries: those named are added, or taken off.
public struct CarryItems: Command {
  public static let name = "run-items"
  public static let undo = UndoPolicy.undoable
  public var run: RunNumber
  public var items: [ItemNumber]
  public var isAdding: Bool

  public init(_ items: [ItemNumber], by run: RunNumber, isAdding: Bool = true) {
    self.items = items
    self.run = run
    self.isAdding = isAdding
  }

  public func perform(in transaction: Transaction) throws {
    _ = try transaction.run(run)
    try transaction.carry(items, by: run, isAdding: isAdding)
    transaction.summary = "run \(run): \(EditItems.words(isAdding ? "carries" : "no longer carries", items))"
  }
}

extension Transaction {
  func carry(_ items: [ItemNumber], by run: RunNumber, isAdding: Bool = true) throws {
    for number in items.firstOfEach {
      _ = try item(number)
      let key = [Value(run.value), Value(number.value)]
      if isAdding {
        try put(.runItem, ["run": key[0], "item": key[1], "deleted": 0])
      } else {
        try remove(.runItem, key)
      }
    }
  }
}
