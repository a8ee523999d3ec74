import Domain

/// Says which items a run carries: some are added, others are taken off.
public struct CarryItems: Command {
  public static let name = "run-items"
  public static let undo = UndoPolicy.undoable
  public var run: RunNumber
  /// Added; a release brings what stands before it (``Reading/carried(_:)``).
  public var items: [ItemNumber]
  public var removed: [ItemNumber]

  public init(_ items: [ItemNumber], takingOff removed: [ItemNumber] = [], by run: RunNumber) {
    self.items = items
    self.removed = removed
    self.run = run
  }

  public func perform(in transaction: Transaction) throws {
    _ = try transaction.run(run)
    try transaction.carry(transaction.carried(items), by: run)
    let carried = Set(try transaction.items(carriedBy: run).map(\.number))
    for number in removed where !carried.contains(number) {
      _ = try transaction.item(number)
      throw ItemRefusal.notCarried(number, run)
    }
    try transaction.carry(removed, by: run, isAdding: false)
    let words = [
      items.isEmpty ? nil : EditItems.words("carries", items),
      removed.isEmpty ? nil : EditItems.words("no longer carries", removed),
    ]
    transaction.summary = "run \(run): \(words.compactMap(\.self).joined(separator: ", "))"
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

/// Brings the items of a run where the run has brought them: delivered by a run that went well, sent back by one that was
/// rolled back. Items that are past it, or that nobody has to accept, stay as they are.
public struct SettleCarriedItems: Command {
  public static let name = "run-items-settle"
  public static let undo = UndoPolicy.undoable
  public var run: RunNumber
  /// Why they are rejected; nil delivers them.
  public var rejection: String?

  public init(_ run: RunNumber, rejection: String? = nil) {
    self.run = run
    self.rejection = rejection
  }

  /// - Returns: the items that are another state now.
  /// - Throws: ``ItemRefusal/notSettledByRun(_:_:_:)`` where the run is none that does this.
  public func perform(in transaction: Transaction) throws -> [ItemNumber] {
    let settling: ItemSettling = rejection == nil ? .delivery : .rejection
    try transaction.run(run).checkSettling(settling)
    let moving = try transaction.items(carriedBy: run).filter(settling.takes)
    for item in moving {
      let state: ItemState = item.type == .release ? .accepted : rejection == nil ? .delivered : .rejected
      var whole = try transaction.item(item.number)
      let old = whole.state
      whole.enter(state, at: transaction.now)
      whole.updatedAt = transaction.now
      try transaction.update(.item, [Value(item.number.value)], set: whole.row())
      try transaction.note(old, to: state, of: item.number, reason: rejection, run: run)
    }
    let numbers = moving.map(\.number)
    transaction.summary =
      "run \(run): " + EditItems.words(rejection == nil ? "delivered" : "rejected", numbers)
      + (rejection.map { ": \($0)" } ?? "")
    return numbers
  }
}

extension Reading {
  /// The items that a run carries when it is told to carry these: a release brings along what stands before it, up to
  /// the release before, and is not on ice or accepted.
  public func carried(_ numbers: [ItemNumber]) throws -> [ItemNumber] {
    var all: [ItemNumber] = []
    for item in try items(numbers) {
      if item.type == .release { all += try itemsBefore(release: item) }
      all.append(item.number)
    }
    return all.firstOfEach
  }

  private func itemsBefore(release: Item) throws -> [ItemNumber] {
    let place: [Value] = [.text(release.team.text), .text(release.order.text), Value(release.number.value)]
    let previous = try first(
      """
      SELECT place, number FROM item
      WHERE team = ? AND deleted = 0 AND (place, number) < (?, ?) AND type = 'release' AND panel <> 'icebox'
      ORDER BY place DESC, number DESC LIMIT 1
      """, place)
    return try rows(
      """
      SELECT number FROM item
      WHERE team = ? AND deleted = 0 AND (place, number) < (?, ?) AND (place, number) > (?, ?)
        AND panel NOT IN ('icebox', 'done') AND type <> 'release'
      ORDER BY place, number
      """,
      place + [.text(try previous?.text("place") ?? ""), Value(try previous?.integer("number") ?? 0)]
    ).map { ItemNumber(try $0.integer("number")) }
  }
}
