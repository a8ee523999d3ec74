import Domain
import Store

extension Lesson: Identifiable {
  public var id: LessonNumber { number }
}

/// A stretch of the lessons that a filter leaves; the open ones where it does not say.
struct LessonsQuestion: StretchQuestion {
  typealias Row = Lesson

  var filter: String
  var span: WindowSpan<LessonNumber>

  func answer(from backend: any Backend) throws -> [Lesson] {
    try backend.onStore { store, _, _ in
      try store.read { reader in
        let filter = LessonFilter(typed: FilterWords.of(filter))
        return switch span.edge {
        case .below(let number): try reader.lessons(filter, before: number, limit: span.limit)
        case .above(let number): try reader.lessons(filter, after: number, limit: span.limit)
        }
      }
    }
  }
}

/// How many wait, and since when the oldest of them does.
struct InboxQuestion: Question {
  struct Answer: Hashable, Sendable {
    var count: Int
    var oldest: Instant?
  }

  func answer(from backend: any Backend) throws -> Answer {
    try backend.onStore { store, _, _ in
      let (count, oldest) = try store.read { try $0.openLessons() }
      return Answer(count: count, oldest: oldest)
    }
  }
}

extension LessonFilter {
  /// The filter with settled lessons let in too, or with only the open ones again.
  static func togglingAll(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let others = words.filter { !$0.hasPrefix("state:") }
    return (others.count == words.count ? others + ["state:all"] : others).joined(separator: " ")
  }
}
