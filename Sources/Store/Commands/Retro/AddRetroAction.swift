import Domain

/// Has somebody do something: an item in the team's backlog, linked to the incidents, with what it is for.
public struct AddRetroAction: Command {
  public static let name = "retro-action"
  public static let undo = UndoPolicy.undoable

  public enum Work: Hashable, Sendable {
    /// A new item. Its team may be another one's: what went wrong may be theirs to mend.
    case new(ItemDraft)
    /// One that is there already.
    case item(ItemNumber)
  }

  public var retro: RetroNumber
  public var kind: RetroAction.Kind
  /// The question that it is to answer.
  public var question: RetroQuestion?
  public var work: Work

  public init(_ retro: RetroNumber, _ kind: RetroAction.Kind, _ work: Work, for question: RetroQuestion? = nil) {
    self.retro = retro
    self.kind = kind
    self.work = work
    self.question = question
  }

  public func perform(in transaction: Transaction) throws -> ItemNumber {
    let retro = try transaction.retro(retro)
    if retro.state == .closed { throw RetroRefusal.closed(retro.number) }
    let links = retro.incidents.map { ItemLink(.incident, "\($0)") }
    var item: Item
    switch work {
    case .new(var draft):
      draft.links = (draft.links + links).firstOfEach
      item = try transaction.add(draft)
    case .item(let number):
      item = try transaction.item(number)
      let there = try transaction.first(
        "SELECT retro FROM retro_action WHERE item = ? AND deleted = 0", [Value(number.value)])
      if let there { throw RetroRefusal.alreadyAnAction(number, RetroNumber(try there.integer("retro"))) }
      item.links = (item.links + links).firstOfEach
      item.updatedAt = transaction.now
      try transaction.put(.item, item.row())
    }
    transaction.summary = "retro \(retro.number): action \(kind.rawValue), item \(item.number): \(item.title)"
    try transaction.put(
      .retroAction,
      [
        "item": Value(item.number.value), "retro": Value(retro.number.value), "kind": .text(kind.rawValue),
        "question": Value(question?.rawValue), "by": .text(transaction.actor.handle.text), "at": Value(transaction.now),
        "deleted": 0,
      ])
    return item.number
  }
}

/// Says that an item is no action of a retro after all; the item stays.
public struct RemoveRetroAction: Command {
  public static let name = "retro-action-remove"
  public static let undo = UndoPolicy.undoable
  public var retro: RetroNumber
  public var item: ItemNumber

  public init(_ retro: RetroNumber, _ item: ItemNumber) {
    self.retro = retro
    self.item = item
  }

  public func perform(in transaction: Transaction) throws {
    let retro = try transaction.retro(retro)
    if retro.state == .closed { throw RetroRefusal.closed(retro.number) }
    guard try transaction.actions(of: retro.number).contains(where: { $0.item.number == item }) else {
      throw RetroRefusal.notAnAction(item, retro.number)
    }
    transaction.summary = "retro \(retro.number): item \(item) is no action of it"
    try transaction.remove(.retroAction, [Value(item.value)])
  }
}
