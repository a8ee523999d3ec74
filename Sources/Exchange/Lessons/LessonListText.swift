import Domain

/// `lesson list` for people.
public enum LessonListText {
  /// A table; empty when there are no lessons.
  public static func text(_ lessons: [Lesson], at now: Instant) -> String {
    TextTable(
      columns: [
        .init("LESSON", .right), .init("AGE", .right), .init("CHECKLIST"), .init("FROM"), .init("BY"), .init("STATE"),
        .init("LEARNED"),
      ],
      rows: lessons.map { lesson in
        [
          lesson.number.description, AgeText.text(since: lesson.at, at: now), lesson.checklist.text,
          lesson.source.description, lesson.by.text, state(lesson), lesson.text,
        ]
      }
    ).text
  }

  /// As in `folded v8`, `item 31`, `declined`; an open one says whether there is an edit to fold.
  static func state(_ lesson: Lesson) -> String {
    switch lesson.fate?.outcome {
    case nil: lesson.edit == nil ? "open, no edit" : "open"
    case .folded(let version, _): "folded v\(version)"
    case .item(let item): "item \(item)"
    case .declined: "declined"
    }
  }
}
