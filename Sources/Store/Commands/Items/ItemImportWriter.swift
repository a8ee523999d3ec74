import Domain

/// An item of a file, and what is known of it without the store.
struct FiledItem: Sendable {
  let item: ImportedItem
  let epic: String?
  let marks: ImportMarks

  init(_ item: ImportedItem, _ epics: EpicIndex) {
    self.item = item
    epic = epics.epic(of: item)
    marks = ImportMarks(item, epic: epic)
  }
}

/// Writes the items of one import.
struct ItemImportWriter {
  let transaction: Transaction
  let team: Team
  var outcome = ImportOutcome()
  private var people: ImportedPeople
  private var number: Int
  private var lastKey: OrderKey?
  /// Items that wait for others of the source, which may stand further down in the file.
  private var waiting: [ItemNumber: [ImportedBlocker]] = [:]
  /// What those of them that were here before waited for then.
  private var blockersBefore: [ItemNumber: [Blocker]] = [:]
  private var changed: Set<ItemNumber> = []
  /// Which item is meant by a number of the file, where the file has numbers of this program's own.
  private var numbersInFile: [Int: ItemNumber] = [:]
  private var removed: RemovedSources

  init(team: TeamName, epics: [ImportedEpic], in transaction: Transaction) throws {
    self.transaction = transaction
    self.team = try transaction.team(team)
    people = try ImportedPeople(transaction)
    removed = RemovedSources(team)
    number = try transaction.nextItemNumber().value
    lastKey = try transaction.first(
      "SELECT place FROM item WHERE team = ? AND deleted = 0 ORDER BY place DESC, number DESC LIMIT 1",
      [.text(team.text)]
    ).flatMap { OrderKey(try $0.text("place")) }
    for epic in epics { try take(epic) }
  }

  private mutating func take(_ epic: ImportedEpic) throws {
    let row = Epic(
      team: team.name, name: epic.name, label: epic.label, description: epic.description, source: epic.source
    ).row()
    if let old = try transaction.row(.epic, [.text(team.name.text), .text(epic.name)]),
      row.columns.allSatisfy({ old[$0] == row[$0] })
    {
      return
    }
    try transaction.put(.epic, row)
    outcome.epics += 1
  }

  mutating func take(_ filed: FiledItem) throws {
    let (imported, epic, marks) = (filed.item, filed.epic, filed.marks)
    let old = try transaction.item(for: imported, of: team.name)
    if old == nil, let gone = try removed.item(for: imported, in: transaction) {
      return outcome.leaveOut(ImportLeftOut(.removedHere, gone, imported))
    }
    if let inFile = imported.number ?? (imported.source.system == .prodpair ? Int(imported.source.id) : nil) {
      numbersInFile[inFile] = old?.number ?? ItemNumber(number)
    }
    if let old {
      if isOlder(imported, than: old) {
        if try differs(imported, epic, marks, from: old) {
          outcome.leaveOut(ImportLeftOut(.changedHere, old.number, imported))
        } else {
          outcome.unchanged += 1
        }
        return
      }
      try update(old, with: imported, epic, marks)
    } else {
      try create(imported, epic, marks)
    }
  }

  /// Links what waits for other items of the file, now that all of them are there.
  mutating func finish() throws {
    for (number, blockers) in waiting.sorted(by: { $0.key < $1.key }) {
      var item = try transaction.item(number)
      let old = item
      item.blockers = try blockers.map { blocker in
        let other = try blocker.reference.flatMap { try self.number(of: $0, for: old) }
        guard let other, other != number else { return Blocker(text: blocker.prose, isResolved: blocker.isResolved) }
        return Blocker(item: other, text: blocker.text, isResolved: blocker.isResolved)
      }
      // What was here before the import is not said in other words.
      if let before = blockersBefore[number], Set(before) == Set(item.blockers) { item.blockers = before }
      do { try transaction.check(item, BacklogSettings(), old: old) } catch ItemRefusal.blockerCycle {
        item.blockers = blockers.map { Blocker(text: $0.prose, isResolved: $0.isResolved) }
        outcome.circles.append(number)
      }
      guard item != old else { continue }
      try transaction.update(.item, [Value(number.value)], set: item.row())
      guard let before = blockersBefore[number], before != item.blockers, !changed.contains(number) else { continue }
      changed.insert(number)
      outcome.updated += 1
      outcome.unchanged -= 1
    }
    outcome.people = people.created
  }

  /// The item that a reference of the file means; nil where it is not here.
  ///
  /// What the item waits for already stays, in another team's backlog and when it was removed too: it is a link, and
  /// would become words.
  private mutating func number(of reference: ItemSource, for item: Item) throws -> ItemNumber? {
    let own = reference.system == .prodpair ? Int(reference.id) : nil
    if let number = own.flatMap({ numbersInFile[$0] }) { return number }
    if let known = try transaction.item(from: reference, team: team.name) { return known.number }
    let gone = try removed.items(from: reference, in: transaction)
    if let linked = item.blockers.lazy.compactMap(\.itemNumber).first(where: { $0.value == own || gone.contains($0) }) {
      return linked
    }
    // In what came from elsewhere a number is one of another store's.
    guard let own, item.source == nil else { return nil }
    return try transaction.first("SELECT number FROM item WHERE number = ? AND deleted = 0", [Value(own)])
      .map { ItemNumber(try $0.integer("number")) }
  }

  private mutating func create(_ imported: ImportedItem, _ epic: String?, _ marks: ImportMarks) throws {
    guard let key = OrderKey.between(lastKey, nil) else {
      throw StoreError.corrupt(place: "item, column place", detail: "has no room at the bottom")
    }
    var source = imported.source
    source.marks = marks.text
    var item = Item(
      number: ItemNumber(number), team: team.name, title: imported.title, source: source, order: key,
      createdAt: imported.createdAt ?? transaction.now)
    for field in ImportedField.allCases { try apply(field, of: imported, epic, to: &item, isNew: true) }
    item.updatedAt = imported.updatedAt ?? imported.acceptedAt ?? item.createdAt
    try makeEpic(item.epic)
    try transaction.insert(.item, item.row(), isNew: true)
    for (index, comment) in imported.comments.enumerated() {
      let author = try comment.author.map { try people.handle(of: $0) } ?? transaction.actor.handle
      try transaction.insert(
        .itemComment,
        ItemComment(
          item: item.number, seq: index + 1, text: comment.text, by: author,
          at: comment.at ?? item.createdAt
        ).row(), isNew: true)
    }
    for (index, transition) in imported.transitions.enumerated() {
      try transaction.insert(
        .itemTransition,
        ItemTransition(
          item: item.number, seq: index + 1, from: transition.from, to: transition.to, reason: transition.reason,
          by: try people.handle(of: transition.by), at: transition.at
        ).row(), isNew: true)
    }
    follow(imported.blockers, of: item.number)
    lastKey = key
    number += 1
    outcome.created += 1
  }

  private mutating func update(
    _ old: Item, with imported: ImportedItem, _ epic: String?, _ marks: ImportMarks
  ) throws {
    let fields = marks.changed(from: old.importMarks)
    guard !fields.isEmpty else { return outcome.unchanged += 1 }
    var item = old
    for field in ImportedField.allCases where fields.contains(field) { try apply(field, of: imported, epic, to: &item) }
    let before = try transaction.comments(of: item.number)
    var hasNewComment = false
    if fields.contains(.comments) {
      for comment in imported.comments where !before.contains(where: { $0.text == comment.text }) {
        try add(comment, to: item)
        hasNewComment = true
      }
    }
    item.keepOrder(of: old)
    let refersToItems = imported.blockers.contains { $0.reference != nil }
    if fields.contains(.blockers), refersToItems {
      blockersBefore[item.number] = old.blockers
      item.blockers = old.blockers
      follow(imported.blockers, of: item.number)
    }
    guard item != old || hasNewComment else { return outcome.unchanged += 1 }
    if old.source != nil { item.source?.marks = marks.text }
    item.updatedAt = transaction.now
    try makeEpic(item.epic)
    try transaction.update(.item, [Value(item.number.value)], set: item.row())
    if item.state != old.state { try transaction.note(old.state, to: item.state, of: item.number) }
    changed.insert(item.number)
    outcome.updated += 1
  }

  /// Whether the file is an export of this store's, of before the item was last changed here. Another store's may have
  /// the same number, but neither what this one keeps of a source nor an item that has none.
  private func isOlder(_ imported: ImportedItem, than old: Item) -> Bool {
    guard imported.number == old.number.value, old.source == nil || !imported.source.marks.isEmpty,
      let updated = imported.updatedAt
    else { return false }
    return updated < old.updatedAt
  }

  /// Whether taking over what the file says would change the item.
  private mutating func differs(
    _ imported: ImportedItem, _ epic: String?, _ marks: ImportMarks, from old: Item
  ) throws -> Bool {
    let fields = marks.changed(from: old.importMarks)
    var item = old
    for field in ImportedField.allCases where fields.contains(field) {
      switch field {
      // Nobody is made for what is not taken.
      case .requester: item.requester = imported.requester.map(people.handle(ifKnown:))
      case .owners: item.owners = imported.owners.map(people.handle(ifKnown:)).firstOfEach
      case .blockers: break
      default: try apply(field, of: imported, epic, to: &item)
      }
    }
    item.keepOrder(of: old)
    let blockers = imported.blockers.map { blocker in
      let number = blocker.reference.flatMap { Int($0.id) }.map { ItemNumber($0) }
      return Blocker(item: number, text: blocker.text, isResolved: blocker.isResolved)
    }
    return item != old || (fields.contains(.blockers) && Set(blockers) != Set(old.blockers))
  }

  private mutating func apply(
    _ field: ImportedField, of imported: ImportedItem, _ epic: String?, to item: inout Item, isNew: Bool = false
  ) throws {
    switch field {
    case .type: item.type = imported.type
    // Where it is in the same state already, the times are known better here than in a file of days.
    case .state where !isNew && item.state == imported.state: break
    case .state:
      item.state = imported.state
      item.startedAt = imported.startedAt
      item.deliveredAt = imported.deliveredAt
      item.acceptedAt = imported.state == .accepted ? imported.acceptedAt ?? imported.updatedAt ?? transaction.now : nil
    case .title: item.title = imported.title
    case .description: item.description = imported.description
    case .points: item.points = imported.points
    case .labels: item.labels = imported.labels
    case .epic: item.epic = epic
    case .requester: item.requester = try imported.requester.map { try people.handle(of: $0) }
    case .owners: item.owners = try imported.owners.map { try people.handle(of: $0) }.firstOfEach
    case .blockers: item.blockers = imported.blockers.map { Blocker(text: $0.prose, isResolved: $0.isResolved) }
    case .tasks: item.tasks = imported.tasks
    case .due: item.due = imported.due
    case .links: item.links = imported.links
    case .extra: item.extra = imported.extra
    case .times:
      guard let accepted = imported.acceptedAt, item.state == .accepted,
        item.acceptedAt.map({ !$0.isSameDay(as: accepted) }) ?? true
      else { break }
      item.acceptedAt = accepted
    // Added once the item is there.
    case .comments: break
    }
  }

  private mutating func add(_ comment: ImportedComment, to item: Item) throws {
    try transaction.comment(
      on: item.number, comment.text, by: try comment.author.map { try people.handle(of: $0) },
      at: comment.at ?? item.createdAt)
  }

  private func makeEpic(_ name: String?) throws {
    guard let name, try transaction.row(.epic, [.text(team.name.text), .text(name)]) == nil else { return }
    try transaction.put(.epic, Epic(team: team.name, name: name).row())
  }

  private mutating func follow(_ blockers: [ImportedBlocker], of number: ItemNumber) {
    guard blockers.contains(where: { $0.reference != nil }) else { return }
    waiting[number] = blockers
  }
}

extension Item {
  /// What its source said of each field at the last import.
  fileprivate var importMarks: ImportMarks { ImportMarks(text: source?.marks ?? "") }

  /// Lists whose order means nothing, and that a file may bring in another one, stay in the order that they had.
  fileprivate mutating func keepOrder(of old: Item) {
    if Set(links) == Set(old.links) { links = old.links }
    if Set(extra) == Set(old.extra) { extra = old.extra }
  }
}
