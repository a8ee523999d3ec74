import Domain

/// `item list --json`.
public enum ItemListJSON {
  public static func json(_ items: [Item]) -> JSON { JSON(items) { .object(members($0)) } }

  static func members(_ item: Item) -> [String: JSON] {
    [
      "number": .integer(item.number.value),
      "title": .string(item.title),
      "type": .string(item.type.rawValue),
      "state": .string(item.state.rawValue),
      "points": JSON(item.points),
      "labels": JSON(item.labels),
      "team": JSON(item.team),
      "owners": JSON(item.owners),
      "requester": JSON(item.requester),
      "due": JSON(item.due),
      "epic": JSON(item.epic),
      "blocked": .bool(item.isBlocked),
      "createdAt": JSON(item.createdAt),
      "updatedAt": JSON(item.updatedAt),
      "acceptedAt": JSON(item.acceptedAt),
    ]
  }
}
