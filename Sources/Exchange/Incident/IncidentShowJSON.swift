import Domain

/// `incident show N --json`: the keys of `incident list --json`, and all the rest.
public enum IncidentShowJSON {
  public static func json(_ record: IncidentRecord) -> JSON {
    var members = IncidentListJSON.members(record.incident)
    members["timeZone"] = .string(record.clock.zoneName)
    members["runs"] = JSON(record.runs, element: run)
    members["timeline"] = TimelineJSON.json(record)
    members["updates"] = JSON(record.updates, element: update)
    members["happenedBefore"] = JSON(record.recurrences, element: recurrence)
    members["cameBackIn"] = JSON(record.recurredIn) { .integer($0.value) }
    members["lessons"] = LessonJSON.list(record.lessons)
    members["retro"] = record.retro.map(retro) ?? .null
    members["actions"] = JSON(record.actions, element: action)
    return .object(members)
  }

  private static func run(_ related: IncidentRecord.RelatedRun) -> JSON {
    let run = related.record.run
    return [
      "number": .integer(related.number.value), "kind": .string(related.kind.rawValue),
      "checklist": .string(run.version.reference.checklist.text), "version": .integer(run.version.reference.number),
      "environment": .string(run.environment.name), "artifact": .string(run.artifact.description),
      "state": .string(run.state.rawValue), "startedAt": JSON(run.progress.startedAt),
      "endedAt": JSON(run.progress.endedAt),
    ]
  }

  private static func update(_ update: StatusUpdate) -> JSON {
    [
      "number": .integer(update.number), "text": .string(update.text),
      "state": .string(update.sent == nil ? "draft" : "sent"), "by": JSON(update.by), "at": JSON(update.at),
      "sentBy": JSON(update.sent?.by), "sentAt": JSON(update.sent?.at), "entry": JSON(update.sent?.entry),
    ]
  }

  private static func recurrence(_ recurrence: Recurrence) -> JSON {
    switch recurrence {
    case .incident(let number): ["kind": "incident", "number": .integer(number.value)]
    case .lesson(let number): ["kind": "lesson", "number": .integer(number.value)]
    }
  }

  private static func retro(_ retro: Retro) -> JSON {
    [
      "number": .integer(retro.number.value), "title": .string(retro.title), "state": .string(retro.state.rawValue),
      "facilitator": JSON(retro.facilitator), "due": JSON(retro.due), "reviewedAt": JSON(retro.reviewedAt),
      "closedAt": JSON(retro.closedAt),
    ]
  }

  private static func action(_ action: RetroAction) -> JSON {
    [
      "kind": .string(action.kind.rawValue), "question": JSON(action.question?.rawValue), "by": JSON(action.by),
      "at": JSON(action.at), "item": .object(ItemListJSON.members(action.item)),
    ]
  }
}
