import Domain
import Exchange

/// `item show --json`: the keys of `item list --json`, and all the rest.
enum ShownItemJSON {
  static func json(_ shown: ShownItem) -> JSON {
    let item = shown.item
    var members = ItemLineJSON.members(ItemLine(item))
    members["description"] = .string(item.description)
    members["deliveredAt"] = JSON(item.deliveredAt)
    members["source"] = JSON(item.source?.text)
    members["blockers"] = JSON(item.blockers) { blocker in
      ["item": JSON(blocker.item), "text": .string(blocker.text), "isResolved": .bool(blocker.isResolved)]
    }
    members["tasks"] = JSON(item.tasks) { ["text": .string($0.text), "isDone": .bool($0.isDone)] }
    members["links"] = JSON(item.links) { ["kind": .string($0.kind.rawValue), "target": .string($0.target)] }
    members["extra"] = JSON(item.extra) { ["name": .string($0.name), "value": .string($0.value)] }
    members["runs"] = JSON(shown.runs) { .integer($0.value) }
    members["waiting"] = JSON(shown.waiting) { .integer($0.value) }
    members["comments"] = JSON(shown.comments) { comment in
      [
        "seq": .integer(comment.seq), "text": .string(comment.text), "by": JSON(comment.by), "at": JSON(comment.at),
      ]
    }
    members["transitions"] = JSON(shown.transitions) { change in
      [
        "from": .string(change.from.rawValue), "to": .string(change.to.rawValue), "reason": JSON(change.reason),
        "run": JSON(change.run?.value), "by": JSON(change.by), "at": JSON(change.at),
      ]
    }
    return .object(members)
  }
}
