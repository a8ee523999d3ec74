import Domain

/// Takes items from one state to another, several at once as one action: all of them or none.
public struct AdvanceItems: Command {
  public static let name = "item-state"
  public static let undo = UndoPolicy.undoable
  public var items: [ItemNumber]
  public var move: StateMove
  /// Why they are sent back; needed for that.
  public var reason: String?
  /// Why an overridable rule does not hold this time.
  public var override: String?
  /// The run whose end did it.
  public var run: RunNumber?

  public init(
    _ items: [ItemNumber], _ move: StateMove, reason: String? = nil, override: String? = nil, run: RunNumber? = nil
  ) {
    self.items = items
    self.move = move
    self.reason = reason
    self.override = override
    self.run = run
  }

  public func perform(in transaction: Transaction) throws -> [ItemState] {
    var states: [ItemState] = []
    for number in items.firstOfEach {
      var item = try transaction.item(number)
      let old = item.state
      let settings = try transaction.backlogSettings(of: item.team)
      let state = try item.target(of: move)
      try item.checkMove(
        to: state, by: transaction.actor.handle, reason: reason, settings,
        isOverridden: !(override?.allSatisfy(\.isWhitespace) ?? true))
      // Whoever starts what nobody owns owns it.
      if state == .started, item.owners.isEmpty,
        try transaction.row(.person, [.text(transaction.actor.handle.text)]) != nil
      {
        item.owners = [transaction.actor.handle]
      }
      item.enter(state, at: transaction.now)
      item.updatedAt = transaction.now
      item.order = try transaction.place(of: item, from: old)
      try transaction.update(.item, [Value(number.value)], set: item.row())
      let why = [reason, override.map { "override: \($0)" }].compactMap(\.self).joined(separator: "; ")
      try transaction.note(old, to: state, of: number, reason: why.isEmpty ? nil : why, run: run)
      states.append(state)
    }
    let verb = Set(states).count == 1 ? states[0].rawValue : "moved on"
    transaction.summary = EditItems.words(verb, items) + (reason.map { ": \($0)" } ?? "")
    return states
  }
}

extension Transaction {
  /// Where an item goes as it changes state: what is scheduled stands last, what is put on ice stands first, and all
  /// else stays where it is.
  fileprivate func place(of item: Item, from old: ItemState) throws -> OrderKey {
    switch (old.panel, item.state.panel) {
    case (.icebox, .backlog): try freeKeys(1, at: .bottom, of: item.team, without: [item.number])[0]
    case (let panel, .icebox) where panel != .icebox:
      try freeKeys(1, at: .top, of: item.team, without: [item.number])[0]
    default: item.order
    }
  }
}
