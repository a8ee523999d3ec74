import Domain

/// Puts items at another place in their team's order, one after the other as they are named.
///
/// The place is said by a neighbour, which is looked up in the transaction: of two people who move at once both get what
/// they asked for, and whoever names an item that is gone by then is told.
public struct MoveItems: Command {
  public static let name = "item-move"
  public static let undo = UndoPolicy.undoable
  public var items: [ItemNumber]
  public var target: ItemTarget

  public init(_ items: [ItemNumber], to target: ItemTarget) {
    self.items = items
    self.target = target
  }

  public func perform(in transaction: Transaction) throws {
    let moved = try transaction.items(items.firstOfEach)
    guard let first = moved.first else { return }
    if let other = moved.first(where: { $0.team != first.team }) {
      throw ItemRefusal.otherTeam(other.number, other.team, first.team)
    }
    let numbers = Set(moved.map(\.number))
    switch target {
    case .before(let neighbour) where numbers.contains(neighbour),
      .after(let neighbour) where numbers.contains(neighbour):
      throw ItemRefusal.movedNextToItself(neighbour)
    default: break
    }
    let keys = try transaction.freeKeys(moved.count, at: target, of: first.team, without: numbers)
    for (item, key) in zip(moved, keys) {
      try transaction.update(.item, [Value(item.number.value)], set: ["place": .text(key.text)])
    }
    transaction.summary =
      "moved item\(moved.count == 1 ? "" : "s") "
      + "\(moved.prefix(8).map(\.number.description).joined(separator: ", "))\(moved.count > 8 ? " …" : "") "
      + target.words
  }
}

extension ItemTarget {
  fileprivate var words: String {
    switch self {
    case .top: "to the top"
    case .bottom: "to the bottom"
    case .before(let number): "before item \(number)"
    case .after(let number): "after item \(number)"
    }
  }
}

extension Transaction {
  /// Keys for so many items at a place. Where the keys there have grown long, those around are spread anew first.
  func freeKeys(
    _ count: Int, at target: ItemTarget, of team: TeamName, without moved: Set<ItemNumber> = []
  ) throws -> [OrderKey] {
    var (low, high) = try neighbours(of: target, team: team, without: moved)
    let isTight = { (low: ItemPlace?, high: ItemPlace?) in
      [low, high].contains { ($0?.order.text.utf8.count ?? 0) >= OrderKey.longest }
    }
    var keys = isTight(low, high) ? nil : OrderKey.between(low?.order, high?.order, count: count)
    if keys == nil {
      try spread(around: low ?? high, of: team)
      (low, high) = try neighbours(of: target, team: team, without: moved)
      keys = OrderKey.between(low?.order, high?.order, count: count)
    }
    guard let keys else {
      throw StoreError.corrupt(place: "item, column place", detail: "has no room at \(low?.order.text ?? "the top")")
    }
    return keys
  }

  /// The places on both sides of a target, the items that are on the move left out.
  private func neighbours(
    of target: ItemTarget, team: TeamName, without moved: Set<ItemNumber>
  ) throws -> (low: ItemPlace?, high: ItemPlace?) {
    switch target {
    case .top: (nil, try neighbour(after: nil, of: team, without: moved))
    case .bottom: (try neighbour(before: nil, of: team, without: moved), nil)
    case .before(let number):
      try {
        let place = try anchor(number, team).place
        return (try neighbour(before: place, of: team, without: moved), place)
      }()
    case .after(let number):
      try {
        let place = try anchor(number, team).place
        return (place, try neighbour(after: place, of: team, without: moved))
      }()
    }
  }

  private func anchor(_ number: ItemNumber, _ team: TeamName) throws -> Item {
    let item = try item(number)
    guard item.team == team else { throw ItemRefusal.otherTeam(number, item.team, team) }
    return item
  }

  private func neighbour(
    after place: ItemPlace?, of team: TeamName, without moved: Set<ItemNumber>
  ) throws -> ItemPlace? {
    try places(after: place, of: team, limit: moved.count + 1).first { !moved.contains($0.number) }
  }

  private func neighbour(
    before place: ItemPlace?, of team: TeamName, without moved: Set<ItemNumber>
  ) throws -> ItemPlace? {
    try places(before: place, of: team, limit: moved.count + 1).first { !moved.contains($0.number) }
  }

  private func places(after place: ItemPlace?, of team: TeamName, limit: Int) throws -> [ItemPlace] {
    try rows(
      """
      SELECT place, number FROM item WHERE team = ? AND deleted = 0 AND (place, number) > (?, ?)
      ORDER BY place, number LIMIT ?
      """,
      [.text(team.text), .text(place?.order.text ?? ""), Value(place?.number.value ?? 0), Value(limit)]
    ).map(ItemPlace.init)
  }

  private func places(before place: ItemPlace?, of team: TeamName, limit: Int) throws -> [ItemPlace] {
    try rows(
      """
      SELECT place, number FROM item WHERE team = ? AND deleted = 0 AND (place, number) < (?, ?)
      ORDER BY place DESC, number DESC LIMIT ?
      """,
      [.text(team.text), .text(place?.order.text ?? "~"), Value(place?.number.value ?? .max), Value(limit)]
    ).map(ItemPlace.init)
  }

  /// Gives the items around a place short keys again, in the order they are in. How many it takes is how far it has to
  /// look for keys that leave room; it is the same action as the move, and is undone with it.
  private func spread(around middle: ItemPlace?, of team: TeamName) throws {
    guard let middle else { return }
    var reach = 32
    while true {
      // One more on each side is the fence, which stays.
      let before = try places(before: middle, of: team, limit: reach + 1)
      let after = try places(after: middle, of: team, limit: reach + 1)
      let low = before.count > reach ? before.last : nil
      let high = after.count > reach ? after.last : nil
      let between = (before.prefix(reach).reversed() + [middle] + after.prefix(reach))
      let isWhole = low == nil && high == nil
      let keys = OrderKey.between(low?.order, high?.order, count: between.count)
      if let keys, isWhole || keys.allSatisfy({ $0.text.utf8.count <= OrderKey.longest / 2 }) {
        for (place, key) in zip(between, keys) {
          try update(.item, [Value(place.number.value)], set: ["place": .text(key.text)])
        }
        return
      }
      guard !isWhole else { return }
      reach *= 2
    }
  }
}

extension ItemPlace {
  init(_ row: Row) throws {
    guard let key = OrderKey(try row.text("place")) else { throw row.corrupt("place", "is no place in an order") }
    self.init(order: key, number: ItemNumber(try row.integer("number")))
  }
}
