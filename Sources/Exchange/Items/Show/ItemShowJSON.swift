import Domain

/// `item show N --json`: the keys of `item list --json`, and all the rest.
public enum ItemShowJSON {
  public static func json(_ record: ItemRecord) -> JSON {
    var members = members(record.item)
    members["source"] = JSON(record.item.source?.text)
    members["runs"] = JSON(record.runs) { .integer($0.value) }
    members["waiting"] = JSON(record.waiting) { .integer($0.value) }
    members["comments"] = JSON(record.comments, element: comment)
    members["transitions"] = JSON(record.transitions, element: transition)
    return .object(members)
  }

  /// What the item itself says, but for where it comes from.
  static func members(_ item: Item) -> [String: JSON] {
    var members = ItemListJSON.members(ItemLine(item))
    members["description"] = .string(item.description)
    members["deliveredAt"] = JSON(item.deliveredAt)
    members["blockers"] = JSON(item.blockers) {
      ["item": JSON($0.item), "text": .string($0.text), "isResolved": .bool($0.isResolved)]
    }
    members["tasks"] = JSON(item.tasks) { ["text": .string($0.text), "isDone": .bool($0.isDone)] }
    members["links"] = JSON(item.links) { ["kind": .string($0.kind.rawValue), "target": .string($0.target)] }
    members["extra"] = JSON(item.extra) { ["name": .string($0.name), "value": .string($0.value)] }
    return members
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
