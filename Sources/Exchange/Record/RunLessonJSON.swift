import Domain

/// A lesson that came of a run, as JSON.
enum RunLessonJSON {
  static func json(_ lesson: Lesson) -> JSON {
    [
      "number": .integer(lesson.number.value),
      "source": .string(lesson.source.kind.rawValue),
      "step": JSON(lesson.step),
      "text": .string(lesson.text),
      "by": JSON(lesson.by),
      "at": JSON(lesson.at),
      "fate": fate(lesson.fate),
    ]
  }

  /// Null while it is open.
  private static func fate(_ fate: LessonFate?) -> JSON {
    guard let fate else { return nil }
    var version: Int?
    var item: String?
    var reason: String?
    switch fate.outcome {
    case .folded(let number, _): version = number
    case .item(let name): item = name
    case .declined(let why): reason = why
    }
    return [
      "kind": .string(fate.kind.rawValue), "version": JSON(version), "item": JSON(item), "reason": JSON(reason),
      "by": JSON(fate.by), "at": JSON(fate.at),
    ]
  }
}
