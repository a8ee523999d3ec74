import Domain

/// What somebody wants done, before it has a number and a place.
public struct ItemDraft: Hashable, Sendable {
  public var team: TeamName
  public var title: String
  public var type: ItemType
  public var state: ItemState
  public var description: String
  public var points: Int?
  public var labels: [String]
  /// Made where the team has none of that name.
  public var epic: String?
  /// Whoever adds it, where nobody is named.
  public var requester: Handle?
  public var owners: [Handle]
  public var blockers: [Blocker]
  public var tasks: [ItemTask]
  public var due: String?
  public var links: [ItemLink]
  /// The top of the icebox, or else the bottom, where nothing is said.
  public var target: ItemTarget?

  public init(
    team: TeamName, title: String, type: ItemType = .feature, state: ItemState = .unscheduled,
    description: String = "", points: Int? = nil, labels: [String] = [], epic: String? = nil,
    requester: Handle? = nil, owners: [Handle] = [], blockers: [Blocker] = [], tasks: [ItemTask] = [],
    due: String? = nil, links: [ItemLink] = [], target: ItemTarget? = nil
  ) {
    self.team = team
    self.title = title
    self.type = type
    self.state = state
    self.description = description
    self.points = points
    self.labels = labels
    self.epic = epic
    self.requester = requester
    self.owners = owners
    self.blockers = blockers
    self.tasks = tasks
    self.due = due
    self.links = links
    self.target = target
  }
}

/// Puts items into a team's backlog, as one action.
public struct AddItems: Command {
  public static let name = "item-add"
  public static let undo = UndoPolicy.undoable
  public var drafts: [ItemDraft]

  public init(_ drafts: [ItemDraft]) { self.drafts = drafts }
  public init(_ draft: ItemDraft) { self.init([draft]) }

  public func perform(in transaction: Transaction) throws -> [ItemNumber] {
    var numbers: [ItemNumber] = []
    var previous: (draft: ItemDraft, number: ItemNumber)?
    for draft in drafts {
      var placed = draft
      placed.target = draft.place
      // Several for the same place stand there in the order they are named.
      if let previous, previous.draft.team == draft.team, previous.draft.place == draft.place,
        !draft.place.isBeforeSomething
      {
        placed.target = .after(previous.number)
      }
      let number = try transaction.add(placed).number
      numbers.append(number)
      previous = (draft, number)
    }
    if let first = drafts.first, let number = numbers.first {
      transaction.summary =
        drafts.count == 1 ? "added item \(number): \(first.title)" : "added \(drafts.count) items, from \(number) on"
    }
    return numbers
  }
}

extension ItemDraft {
  /// Where it is put: where it says so, or else by its state.
  var place: ItemTarget { target ?? (state == .unscheduled ? .top : .bottom) }
}

extension ItemTarget {
  /// Whether what is put there one by one stands in that order by itself.
  fileprivate var isBeforeSomething: Bool {
    switch self {
    case .before, .bottom: true
    case .top, .after: false
    }
  }
}

extension Transaction {
  /// Writes a new item, at its place.
  @discardableResult
  func add(_ draft: ItemDraft) throws -> Item {
    let team = try team(draft.team)
    let settings = try backlogSettings(of: team.name)
    // The number that it gets is nobody's yet: who names it as a blocker means an item that there is not.
    for number in draft.blockers.compactMap(\.itemNumber) { _ = try self.item(number) }
    var item = Item(
      number: try nextItemNumber(), team: team.name, type: draft.type, state: draft.state, title: draft.title,
      description: draft.description.withPlainLineBreaks, labels: draft.labels.firstOfEach, epic: draft.epic,
      requester: draft.requester ?? actor.handle, owners: draft.owners.firstOfEach, blockers: draft.blockers,
      tasks: draft.tasks, due: draft.due, links: draft.links, createdAt: now)
    if let points = draft.points { try item.estimate(points, settings) }
    item.enter(draft.state, at: now)
    try check(item, settings)
    item.order = try freeKeys(1, at: draft.place, of: team.name)[0]
    try insert(.item, item.row())
    return item
  }

  /// The number after the last one that there ever was: a number is never given again.
  func nextItemNumber() throws -> ItemNumber {
    ItemNumber((try first("SELECT max(number) AS number FROM item")?.optionalInteger("number") ?? 0) + 1)
  }

  /// Throws where an item says what no item can say, or names what there is not; its epic is made where it is new.
  ///
  /// - Parameter old: the item as it was. What it named then may be gone by now, which is no reason to refuse.
  func check(_ item: Item, _ settings: BacklogSettings, old: Item? = nil) throws {
    try item.check(settings)
    for owner in item.owners where !(old?.owners.contains(owner) ?? false) { _ = try person(owner) }
    let waitedFor = Set(old?.blockers.compactMap(\.itemNumber) ?? [])
    for number in item.blockers.compactMap(\.itemNumber) where !waitedFor.contains(number) {
      _ = try self.item(number)
    }
    try checkNoCycle(through: item)
    if let name = item.epic, try row(.epic, [.text(item.team.text), .text(name)]) == nil {
      if name.allSatisfy(\.isWhitespace) { throw ItemRefusal.settingUnusable("an epic needs a name") }
      try put(.epic, Epic(team: item.team, name: name).row())
    }
  }

  /// Throws where the item would wait for one that waits for it, however far round.
  private func checkNoCycle(through item: Item) throws {
    var origin: [ItemNumber: ItemNumber] = [:]
    var ahead = item.blockers.filter { !$0.isResolved }.compactMap(\.itemNumber)
    for number in ahead { origin[number] = item.number }
    while let number = ahead.popLast() {
      if number == item.number {
        var circle = [number]
        var step = origin[number]
        while let reached = step {
          circle.append(reached)
          step = reached == item.number ? nil : origin[reached]
        }
        throw ItemRefusal.blockerCycle(circle.reversed())
      }
      let further = try rows(
        """
        SELECT json_extract(blocker.value, '$.item') AS number FROM item, json_each(item.blockers) AS blocker
        WHERE item.number = ? AND item.deleted = 0 AND NOT json_extract(blocker.value, '$.isResolved')
          AND json_extract(blocker.value, '$.item') IS NOT NULL
        """, [Value(number.value)]
      ).map { ItemNumber(try $0.integer("number")) }
      for next in further where origin[next] == nil {
        origin[next] = number
        ahead.append(next)
      }
    }
  }
}
