import Domain

/// `item list --json`.
public enum ItemListJSON {
  public static func json(_ items: [ItemLine]) -> JSON { JSON(items) { .object(members($0)) } }

  /// Its keys, for lists that say more of each.
  public static func members(_ item: ItemLine) -> [String: JSON] {
    [
      "number": .integer(item.number.value),
      "team": JSON(item.team),
      "type": .string(item.type.rawValue),
      "state": .string(item.state.rawValue),
      "title": .string(item.title),
      "points": JSON(item.points),
      "labels": JSON(item.labels),
      "epic": JSON(item.epic),
      "requester": JSON(item.requester),
      "owners": JSON(item.owners),
      "isBlocked": .bool(item.isBlocked),
      "due": JSON(item.due),
      "createdAt": JSON(item.createdAt),
      "updatedAt": JSON(item.updatedAt),
      "startedAt": JSON(item.startedAt),
      "acceptedAt": JSON(item.acceptedAt),
    ]
  }
}
