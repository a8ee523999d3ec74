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
        let filter = LessonFilter(typed: filter)
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
  /// What can be said of a lesson's fate after `state:`.
  enum State: String, CaseIterable, Sendable { case open, folded, item, declined, all }

  /// What is typed after `/`: words, `state:fold` (the beginning of a fate), `source:red` (of a source), `by:ana`,
  /// `checklist:new-release`, `run:42`. Only open ones where no state is named.
  init(typed text: String) {
    self.init(isOpen: true)
    for word in FilterWords.of(text) {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count == 2 ? parts[1].lowercased() : ""
      switch parts[0] {
      case "state" where parts.count == 2: take(states: State.allCases.filter { $0.rawValue.hasPrefix(value) }, word)
      case "source" where parts.count == 2:
        sources = Set(LessonSource.Kind.allCases.filter { $0.rawValue.hasPrefix(value) })
        if sources.isEmpty { words.append(word) }
      case "by" where !value.isEmpty: person = Handle(parts[1])
      case "checklist" where !value.isEmpty: checklist = ChecklistName(parts[1])
      case "run" where Int(value) != nil: run = Int(value).map { RunNumber($0) }
      default: words.append(word)
      }
    }
  }

  /// What is the beginning of no state has no lessons.
  private mutating func take(states: [State], _ word: String) {
    if states.isEmpty { words.append(word) }
    isOpen = states == [.open] ? true : nil
    fates = states.contains(.all) ? [] : Set(states.compactMap { LessonFate.Kind(rawValue: $0.rawValue) })
  }

  /// The filter with settled lessons let in too, or with only the open ones again.
  static func togglingAll(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let others = words.filter { !$0.hasPrefix("state:") }
    return (others.count == words.count ? others + ["state:all"] : others).joined(separator: " ")
  }
}
