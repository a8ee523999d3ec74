import Domain
import Terminal

extension ChangesSince {
  /// Each version with its reason and the lessons in it, and what it changed below.
  func lines(_ app: App) -> [StyledLine] {
    versions.flatMap { version in
      head(of: version, app) + version.changes.flatMap(\.lines).map { StyledLine([Span("  ")] + $0.spans) }
    }
  }

  private func head(of version: Version, _ app: App) -> [StyledLine] {
    guard let summary = version.summary else {
      return [StyledLine(versions.count > 1 ? "the versions before that, taken together" : "as against that version")]
    }
    let reason = summary.reason.isEmpty ? "no reason was given" : summary.reason
    let head = StyledLine([
      Span("v\(summary.reference.number), \(summary.author) \(ClockText.date(summary.madeAt, app)): ", .bold),
      Span(reason),
    ])
    let nothing = version.changes.isEmpty ? [StyledLine("  no step differs", .dim)] : []
    return [head] + version.lessons.map { StyledLine("  \(LessonWords.told($0))", .dim) } + nothing
  }
}

/// Lessons as the screens of a run name them.
enum LessonWords {
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

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
