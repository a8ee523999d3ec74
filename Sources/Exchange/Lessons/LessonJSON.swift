import Domain

/// `lesson list --json`, and what `lesson show --json` has of it.
public enum LessonJSON {
  public static func list(_ lessons: [Lesson]) -> JSON { JSON(lessons) { .object(members($0)) } }

  static func members(_ lesson: Lesson) -> [String: JSON] {
    [
      "number": JSON(lesson.number),
      "checklist": .string(lesson.checklist.text),
      "text": .string(lesson.text),
      "source": .string(lesson.source.kind.rawValue),
      "run": JSON(lesson.source.run),
      "incident": JSON(lesson.source.incident),
      "step": JSON(lesson.step),
      "edit": edit(lesson.edit),
      "base": .integer(lesson.base),
      "recurrenceOf": JSON(lesson.recurrenceOf),
      "by": JSON(lesson.by),
      "at": JSON(lesson.at),
      "state": .string(lesson.fate?.kind.rawValue ?? "open"),
      "fate": fate(lesson.fate),
    ]
  }

  private static func fate(_ fate: LessonFate?) -> JSON {
    guard let fate else { return nil }
    var members: [String: JSON] = [
      "kind": .string(fate.kind.rawValue), "by": JSON(fate.by), "at": JSON(fate.at), "version": nil, "step": nil,
      "item": nil, "reason": nil,
    ]
    switch fate.outcome {
    case .folded(let version, let step): (members["version"], members["step"]) = (.integer(version), JSON(step))
    case .item(let item): members["item"] = .string(item)
    case .declined(let reason): members["reason"] = .string(reason)
    }
    return .object(members)
  }

  /// The edit with every key that one may have; those that play no part are `null`.
  static func edit(_ edit: ProposedEdit?) -> JSON {
    guard let edit else { return nil }
    var members: [String: JSON] = [
      "kind": nil, "step": JSON(edit.step), "after": nil, "before": nil, "text": nil, "body": nil, "key": nil,
      "value": nil, "summary": .string(edit.summary),
    ]
    func put(_ place: StepPlace) {
      switch place {
      case .after(let step): members["after"] = JSON(step)
      case .before(let step): members["before"] = JSON(step)
      }
    }
    switch edit {
    case .reword(_, let text): (members["kind"], members["text"]) = ("reword", .string(text))
    case .add(let text, let body, let place):
      members["kind"] = "add"
      members["step"] = .null
      (members["text"], members["body"]) = (.string(text), .string(body))
      put(place)
    case .remove: members["kind"] = "remove"
    case .move(_, let place):
      members["kind"] = "move"
      put(place)
    case .set(_, let key, let value):
      (members["kind"], members["key"], members["value"]) = ("set", .string(key), JSON(value))
    case .unset(_, let key): (members["kind"], members["key"]) = ("unset", .string(key))
    }
    return .object(members)
  }
}

extension JSON {
  init(_ lesson: LessonNumber?) { self.init(lesson?.value) }
  init(_ run: RunNumber?) { self.init(run?.value) }
}
