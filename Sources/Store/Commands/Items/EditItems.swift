import Domain

/// Changes what items say, several at once as one action. Their numbers, places and states stay.
public struct EditItems: Command {
  public static let name = "item-edit"
  public static let undo = UndoPolicy.undoable
  public var items: [ItemNumber]
  /// Applied to each item as it is in the transaction, so that what others changed meanwhile stays.
  public var change: @Sendable (inout Item) throws -> Void

  public init(_ items: [ItemNumber], change: @escaping @Sendable (inout Item) throws -> Void) {
    self.items = items
    self.change = change
  }

  public func perform(in transaction: Transaction) throws {
    for number in items.firstOfEach {
      let old = try transaction.item(number)
      var new = old
      try change(&new)
      (new.number, new.source, new.createdAt) = (old.number, old.source, old.createdAt)
      (new.startedAt, new.deliveredAt, new.acceptedAt) = (old.startedAt, old.deliveredAt, old.acceptedAt)
      (new.order, new.updatedAt) = (old.order, old.updatedAt)
      // The state that the new type has in place of the old one, with the times that go with it.
      new.state = old.state
      let state = new.type.nearest(to: old.state)
      if state != old.state { new.enter(state, at: transaction.now) }
      new.labels = new.labels.firstOfEach
      new.owners = new.owners.firstOfEach
      // A file has one kind of line break, and would bring the text back changed.
      if new.description != old.description { new.description = new.description.withPlainLineBreaks }
      guard new != old else { continue }
      let settings = try transaction.backlogSettings(of: new.team)
      if new.points != old.points {
        let points = new.points
        new.points = old.points
        try new.estimate(points, settings)
      }
      if new.type != old.type, !settings.isPointed(new.type) { new.points = nil }
      if new.team != old.team {
        _ = try transaction.team(new.team)
        new.order = try transaction.freeKeys(1, at: .bottom, of: new.team)[0]
      }
      try transaction.check(new, settings, old: old)
      new.updatedAt = transaction.now
      try transaction.update(.item, [Value(number.value)], set: new.row())
      if new.state != old.state { try transaction.note(old.state, to: new.state, of: number) }
    }
    transaction.summary = Self.words("changed", items)
  }

  static func words(_ verb: String, _ items: [ItemNumber]) -> String {
    let named = items.prefix(8).map(\.description).joined(separator: ", ")
    return "\(verb) item\(items.count == 1 ? "" : "s") \(named)\(items.count > 8 ? " …" : "")"
  }
}

/// Gives items an estimate, or takes it away.
public struct EstimateItems: Command {
  public static let name = "item-estimate"
  public static let undo = UndoPolicy.undoable
  public var items: [ItemNumber]
  public var points: Int?

  public init(_ items: [ItemNumber], points: Int?) {
    self.items = items
    self.points = points
  }

  public func perform(in transaction: Transaction) throws {
    for number in items.firstOfEach {
      var item = try transaction.item(number)
      try item.estimate(points, transaction.backlogSettings(of: item.team))
      try transaction.update(
        .item, [Value(number.value)], set: ["points": Value(points), "updated_at": Value(transaction.now)])
    }
    transaction.summary = EditItems.words("estimated", items) + (points.map { ": \($0)" } ?? ": no estimate")
  }
}

/// Takes items out of the backlog; they can be had back by `undo`.
public struct RemoveItems: Command {
  public static let name = "item-remove"
  public static let undo = UndoPolicy.undoable
  public var items: [ItemNumber]

  public init(_ items: [ItemNumber]) { self.items = items }

  public func perform(in transaction: Transaction) throws {
    for number in items.firstOfEach {
      _ = try transaction.item(number)
      try transaction.removeItem(number)
    }
    transaction.summary = EditItems.words("removed", items)
  }
}

/// Says something about an item.
public struct CommentOnItem: Command {
  public static let name = "item-comment"
  public static let undo = UndoPolicy.undoable
  public var item: ItemNumber
  public var text: String

  public init(_ item: ItemNumber, text: String) {
    self.item = item
    self.text = text
  }

  public func perform(in transaction: Transaction) throws {
    _ = try transaction.item(item)
    if text.allSatisfy(\.isWhitespace) { throw ItemRefusal.settingUnusable("a comment needs at least a word") }
    try transaction.comment(on: item, text.withPlainLineBreaks)
    transaction.summary = "commented on item \(item)"
  }
}

extension Transaction {
  /// Takes an item away, with what is said of it: nothing is left that refers to it, or is found by its words, but the
  /// logs of the grooming sessions that decided about it.
  func removeItem(_ number: ItemNumber) throws {
    for comment in try comments(of: number) {
      try remove(.itemComment, [Value(ItemComment.id(item: number, seq: comment.seq))])
    }
    for transition in try transitions(of: number) {
      try remove(.itemTransition, [Value(number.value), Value(transition.seq)])
    }
    for run in try runs(carrying: number) { try remove(.runItem, [Value(run.value), Value(number.value)]) }
    try remove(.item, [Value(number.value)])
  }

  func comment(on item: ItemNumber, _ text: String, by author: Handle? = nil, at moment: Instant? = nil) throws {
    let last = try first("SELECT max(seq) AS seq FROM item_comment WHERE item = ?", [Value(item.value)])
    let seq = (try last?.optionalInteger("seq") ?? 0) + 1
    try insert(
      .itemComment, ItemComment(item: item, seq: seq, text: text, by: author ?? actor.handle, at: moment ?? now).row())
  }

  /// Keeps that an item was taken from one state to another.
  func note(
    _ from: ItemState, to state: ItemState, of item: ItemNumber, reason: String? = nil, run: RunNumber? = nil
  ) throws {
    let last = try first("SELECT max(seq) AS seq FROM item_transition WHERE item = ?", [Value(item.value)])
    let transition = ItemTransition(
      item: item, seq: (try last?.optionalInteger("seq") ?? 0) + 1, from: from, to: state, reason: reason, run: run,
      by: actor.handle, at: now)
    try insert(.itemTransition, transition.row())
  }
}
