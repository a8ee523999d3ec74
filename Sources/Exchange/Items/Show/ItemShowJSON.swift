import Domain

/// `item show N --json`: all of it.
public enum ItemShowJSON {
  public static func json(_ record: ItemRecord) -> JSON {
    var members = members(record.item)
    members["comments"] = JSON(record.comments, element: comment)
    members["transitions"] = JSON(record.transitions, element: transition)
    members["runs"] = JSON(record.runs) { .integer($0.value) }
    members["names"] = JSON(Dictionary(uniqueKeysWithValues: record.names.map { ($0.key.text, $0.value) }))
    return .object(members)
  }

  static func members(_ item: Item) -> [String: JSON] {
    var members = ItemListJSON.members(item)
    members["description"] = .string(item.description)
    members["blockers"] = JSON(item.blockers) {
      ["item": JSON($0.item), "text": .string($0.text), "resolved": .bool($0.isResolved)]
    }
    members["tasks"] = JSON(item.tasks) { ["text": .string($0.text), "done": .bool($0.isDone)] }
    members["links"] = JSON(item.links) { ["kind": .string($0.kind.rawValue), "target": .string($0.target)] }
    members["extra"] = JSON(item.extra) { ["name": .string($0.name), "value": .string($0.value)] }
    members["source"] = source(item.source)
    members["order"] = .string(item.order.text)
    members["startedAt"] = JSON(item.startedAt)
    members["deliveredAt"] = JSON(item.deliveredAt)
    return members
  }

  static func source(_ source: ItemSource?) -> JSON {
    guard let source else { return nil }
    return ["system": .string(source.system.rawValue), "id": .string(source.id), "marks": .string(source.marks)]
  }

  static func comment(_ comment: ItemComment) -> JSON {
    ["seq": .integer(comment.seq), "text": .string(comment.text), "by": JSON(comment.by), "at": JSON(comment.at)]
  }

  static func transition(_ transition: ItemTransition) -> JSON {
    [
      "seq": .integer(transition.seq), "from": .string(transition.from.rawValue), "to": .string(transition.to.rawValue),
      "reason": JSON(transition.reason), "run": JSON(transition.run), "by": JSON(transition.by),
      "at": JSON(transition.at),
    ]
  }
}
