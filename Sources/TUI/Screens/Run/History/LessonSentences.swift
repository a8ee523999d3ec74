import Domain

/// Lessons as the screens of a run name them.
extension LessonWords {
  /// As in `lesson 12, after incident 3: logs dropped`.
  static func told(_ lesson: Lesson) -> String { "\(named(lesson)): \(line(lesson.text))" }

  /// As in `lesson 12, after incident 3 (logs dropped)`.
  static func inSentence(_ lesson: Lesson) -> String { "\(named(lesson)) (\(line(lesson.text)))" }

  static func named(_ lesson: Lesson) -> String {
    switch lesson.source {
    case .incident, .retro: "lesson \(lesson.number), after \(isRetro(lesson) ? "the " : "")\(lesson.source)"
    case .failure, .redline: "lesson \(lesson.number), after a \(lesson.source)"
    case .observation: "lesson \(lesson.number), \(lesson.source)"
    }
  }

  private static func isRetro(_ lesson: Lesson) -> Bool { lesson.source.kind == .retro }
}
