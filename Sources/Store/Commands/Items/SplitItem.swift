import Domain

/// Makes smaller items of a large one: they stand right after it, with its labels, epic, owners and requester.
public struct SplitItem: Command {
  public static let name = "item-split"
  public static let undo = UndoPolicy.undoable
  public var item: ItemNumber
  public var titles: [String]

  public init(_ item: ItemNumber, into titles: [String]) {
    self.item = item
    self.titles = titles
  }

  public func perform(in transaction: Transaction) throws -> [ItemNumber] {
    let whole = try transaction.item(item)
    guard !titles.isEmpty else { throw ItemRefusal.nothingToSplit(item) }
    var last = item
    var numbers: [ItemNumber] = []
    let state: ItemState = whole.panel == .icebox ? .unscheduled : .unstarted
    for title in titles {
      last = try transaction.add(
        ItemDraft(
          team: whole.team, title: title, type: whole.type, state: state, labels: whole.labels, epic: whole.epic,
          requester: whole.requester, owners: whole.owners, links: [ItemLink(.splitFrom, "\(item)")],
          target: .after(last))
      ).number
      numbers.append(last)
    }
    transaction.summary = "split item \(item) into \(numbers.map(\.description).joined(separator: ", "))"
    return numbers
  }
}

/// Merges duplicates into one item: it takes over their comments, tasks, labels, owners, blockers and links, and their
/// descriptions at the end of its own; what waited for them waits for it. They are taken away, and their numbers stay
/// on it as links.
public struct MergeItems: Command {
  public static let name = "item-merge"
  public static let undo = UndoPolicy.undoable
  public var duplicates: [ItemNumber]
  public var into: ItemNumber

  public init(_ duplicates: [ItemNumber], into item: ItemNumber) {
    self.duplicates = duplicates
    self.into = item
  }

  public func perform(in transaction: Transaction) throws {
    if duplicates.contains(into) { throw ItemRefusal.mergedWithItself(into) }
    var item = try transaction.item(into)
    // What they name already may be gone by now.
    var known = item
    for number in duplicates.firstOfEach {
      let duplicate = try transaction.item(number)
      guard duplicate.team == item.team else {
        throw ItemRefusal.otherTeam(number, duplicate.team, item.team)
      }
      if !duplicate.description.isEmpty {
        item.description += (item.description.isEmpty ? "" : "\n\n") + duplicate.description
      }
      item.labels = (item.labels + duplicate.labels).firstOfEach
      item.owners = (item.owners + duplicate.owners).firstOfEach
      item.tasks = (item.tasks + duplicate.tasks).firstOfEach
      known.owners += duplicate.owners
      known.blockers += duplicate.blockers
      item.links = (item.links + duplicate.links + [ItemLink(.duplicateOf, "\(number)")]).firstOfEach
      item.blockers =
        (item.blockers + duplicate.blockers).filter { $0.item != into.value && $0.item != number.value }
        .firstOfEach
      for comment in try transaction.comments(of: number) { try transaction.takeOver(comment, by: into) }
      for run in try transaction.runs(carrying: number) {
        try transaction.put(.runItem, ["run": Value(run.value), "item": Value(into.value), "deleted": 0])
        try transaction.remove(.runItem, [Value(run.value), Value(number.value)])
      }
      for waiting in try transaction.items(waitingFor: number) where waiting != into {
        try transaction.redirect(waiting, from: number, to: into)
      }
      try transaction.removeItem(number)
    }
    let settings = try transaction.backlogSettings(of: item.team)
    item.updatedAt = transaction.now
    try transaction.check(item, settings, old: known)
    try transaction.update(.item, [Value(into.value)], set: item.row())
    transaction.summary = EditItems.words("merged", duplicates) + " into item \(into)"
  }
}

extension Transaction {
  fileprivate func takeOver(_ comment: ItemComment, by item: ItemNumber) throws {
    let last = try first("SELECT max(seq) AS seq FROM item_comment WHERE item = ?", [Value(item.value)])
    var moved = comment
    moved.item = item
    moved.seq = (try last?.optionalInteger("seq") ?? 0) + 1
    try insert(.itemComment, moved.row())
    try remove(.itemComment, [Value(ItemComment.id(item: comment.item, seq: comment.seq))])
  }

  fileprivate func redirect(_ waiting: ItemNumber, from old: ItemNumber, to new: ItemNumber) throws {
    var item = try self.item(waiting)
    item.blockers =
      item.blockers.map { blocker in
        var blocker = blocker
        if blocker.item == old.value { blocker.item = new.value }
        return blocker
      }.firstOfEach
    item.updatedAt = now
    try update(.item, [Value(waiting.value)], set: item.row())
  }
}
