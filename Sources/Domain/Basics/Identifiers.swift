import Foundation

/// A person's short name in the store, as in `ana`: letters, digits, `.`, `_` and `-`, up to 32 characters.
///
/// A login that maps to nobody is recorded under its own name, in the same place.
public struct Handle: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  /// Whether the text may be given to a new person.
  public static func isValid(_ text: String) -> Bool { Slug.isName(text, limit: 32) }
}

/// A team's short name, as in `platform`.
public struct TeamName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A checklist's name, as in `new-release`.
public struct ChecklistName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A step's id, the same in every version of its checklist that has the step.
public struct StepID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// A run's number in the store, from 1.
public struct RunNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A lesson's number in the store, from 1.
public struct LessonNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// An execution's number in the store, from 1; the numbers of all runs' executions are one row of numbers.
public struct ExecutionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// An item's number in the store, from 1; the numbers of all teams' backlogs are one row of numbers.
public struct ItemNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }

  /// Reads `12` or `#12`; nil for all else.
  public init?(typed text: String) {
    guard let value = Int(text.hasPrefix("#") ? String(text.dropFirst()) : text), value > 0 else { return nil }
    self.init(value)
  }

  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// An incident's number in the store, from 1.
public struct IncidentNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A retro's number in the store, from 1.
public struct RetroNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int
  public init(_ value: Int) { self.value = value }
  public var description: String { String(value) }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// One version of one checklist, as in `new-release` version 7.
public struct VersionReference: Hashable, Sendable, CustomStringConvertible {
  public let checklist: ChecklistName
  /// From 1, without gaps.
  public let number: Int

  public init(checklist: ChecklistName, number: Int) {
    self.checklist = checklist
    self.number = number
  }

  public var description: String { "\(checklist) v\(number)" }
}

/// Names made of plain words.
public enum Slug {
  /// Lower-case words joined by `-`, from any text: `"Log in to the jump box"` gives `log-in-to-the-jump-box`.
  ///
  /// Letters and digits of every script are kept; at most `limit` characters, cut between words where possible;
  /// empty when the text has neither.
  public static func make(_ text: String, limit: Int = 40) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    var slug = ""
    for word in words {
      let longer = slug.isEmpty ? word : slug + "-" + word
      if longer.count > limit { break }
      slug = longer
    }
    return slug.isEmpty ? String(words.first?.prefix(limit) ?? "") : slug
  }

  /// Whether the text is one plain name: letters, digits, `.`, `_`, `-`, not starting with `-` or `.`.
  public static func isName(_ text: String, limit: Int) -> Bool {
    guard let first = text.first, first != "-", first != ".", text.count <= limit else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == "_" || $0 == "-"
    }
  }
}
