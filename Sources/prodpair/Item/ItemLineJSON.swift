import Domain
import Exchange

/// `item list --json`, an element.
enum ItemLineJSON {
  static func json(_ item: ItemLine) -> JSON { .object(members(item)) }

  static func members(_ item: ItemLine) -> [String: JSON] {
    [
      "number": .integer(item.number.value),
      "team": .string(item.team.text),
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
