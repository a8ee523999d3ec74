import Domain

/// `lesson show N --json`.
public enum LessonShowJSON {
  /// - Parameter changes: The record's changes, as `checklist diff --json` has them.
  public static func json(_ record: LessonRecord, changes: JSON) -> JSON {
    var members = LessonJSON.members(record.lesson)
    members["incident"] = JSON(record.trail.incident)
    members["latest"] = .integer(record.latest)
    members["recurrences"] = JSON(record.recurrences) { JSON($0.number) }
    members["conflict"] = conflict(record.conflict)
    members["problem"] = JSON(record.problem)
    members["changes"] = changes
    members["item"] = record.item.map(RunItems.json) ?? .null
    return .object(members)
  }

  private static func conflict(_ conflict: EditConflict?) -> JSON {
    switch conflict {
    case nil: nil
    case .stepGone(let step, let text):
      ["step": JSON(step), "part": nil, "then": .string(text), "now": nil, "proposed": nil]
    case .changed(let step, let part, let sides):
      [
        "step": JSON(step), "part": .string(part.description), "then": .string(sides.then),
        "now": .string(sides.now), "proposed": .string(sides.proposed),
      ]
    }
  }
}
