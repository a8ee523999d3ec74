import Domain
import Terminal

/// A lesson in the few words that a line has room for.
enum LessonWords {
  /// What the proposed edit does, without the texts.
  static func kind(of edit: ProposedEdit?) -> String {
    switch edit {
    case .reword: "reword"
    case .add(_, _, .after): "add after"
    case .add(_, _, .before): "add before"
    case .remove: "remove"
    case .move: "move"
    case .set(_, "killer", nil): "mark killer"
    case .set(_, let key, _): "set \(key)"
    case .unset(_, let key): "unset \(key)"
    case nil: "no edit yet"
    }
  }

  static func fate(of lesson: Lesson) -> String {
    switch lesson.fate?.outcome {
    case .folded(let version, _): "in v\(version)"
    case .item(let item): "item \(line(item, most: 20))"
    case .declined: "declined"
    case nil: "open"
    }
  }

  /// The sign alone tells what became of it.
  static func sign(of lesson: Lesson, _ glyphs: Glyphs) -> String {
    switch lesson.fate?.kind {
    case .folded: glyphs.done
    case .item: glyphs.deferred
    case .declined: glyphs.failed
    case nil: glyphs.pending
    }
  }

  static func style(of lesson: Lesson) -> Style {
    switch lesson.fate?.kind {
    case .folded: Style(foreground: .green)
    case .item, .declined: .dim
    case nil: .plain
    }
  }

  /// `lesson 12`, `lessons 12, 13`.
  static func names(_ numbers: [LessonNumber]) -> String {
    "lesson\(numbers.count == 1 ? "" : "s") \(numbers.map(\.description).joined(separator: ", "))"
  }

  /// Text of any length as one line; its cut is plain, for whatever locale.
  static func line(_ text: String, most: Int = 300) -> String {
    let line = text.prefix(most + 1).split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > most ? line.prefix(most - 3) + "..." : line
  }
}

/// How long a lesson has waited, or did wait until it was settled.
struct LessonAge: Hashable, Sendable {
  let text: String
  let style: Style

  /// From here on somebody should look.
  private static let old = Duration.seconds(14 * 86_400)
  /// From here on nobody has.
  private static let forgotten = Duration.seconds(30 * 86_400)

  init(of lesson: Lesson, _ now: Instant) {
    let age = (lesson.fate?.at ?? now) - lesson.at
    let words = Self.words(age)
    if !lesson.isOpen {
      (text, style) = (words, .dim)
    } else if age > Self.forgotten {
      (text, style) = ("\(words) !!", Style(foreground: .red, bold: true))
    } else if age > Self.old {
      (text, style) = ("\(words) !", Style(foreground: .yellow))
    } else {
      (text, style) = (words, .plain)
    }
  }

  static func isOld(_ age: Duration) -> Bool { age > old }

  /// Minutes, hours or days, whichever says it in the fewest digits: `12m`, `5h`, `12d`.
  static func words(_ age: Duration) -> String {
    let seconds = max(0, age.wholeSeconds)
    if seconds < 3600 { return "\(seconds / 60)m" }
    return seconds < 86_400 ? "\(seconds / 3600)h" : "\(seconds / 86_400)d"
  }

  /// The same in a sentence: `12 days`.
  static func sentence(_ age: Duration) -> String {
    let seconds = max(0, age.wholeSeconds)
    let (count, unit) =
      seconds < 3600
      ? (seconds / 60, "minute") : seconds < 86_400 ? (seconds / 3600, "hour") : (seconds / 86_400, "day")
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
  }
}
