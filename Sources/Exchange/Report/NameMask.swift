import Domain

/// Puts a role, or a letter, in the place of every person's name.
///
/// It knows people by their handles, their logins and the names that the store has of them, and finds these where they stand
/// as words in somebody's text too: handles and whole names in any case, a part of a name only as it is written. It can't
/// know a nickname, a name that the store does not have, or one inside of another word; and it takes a word for a name that
/// happens to be spelt like one.
public struct NameMask: Hashable, Sendable {
  private struct Name: Hashable, Sendable {
    /// As it is written, or in small letters where case does not matter.
    var letters: [Character]
    var isExact: Bool
    var alias: String
  }

  /// By their first letter, the longest first.
  private var names: [Character: [Name]] = [:]

  /// - Parameters:
  ///   - aliases: what stands for each handle or login.
  ///   - people: the names of those who have one, by handle.
  ///   - other: what stands for those who have no alias.
  init(_ aliases: [Handle: String], people: [Handle: String], other: String = "somebody else") {
    var all: [Name] = []
    var parts: [String: Set<String>] = [:]
    for handle in Set(aliases.keys).union(people.keys) where handle.text != Self.nobody {
      let alias = aliases[handle] ?? other
      all.append(Name(letters: Array(handle.text.lowercased()), isExact: false, alias: alias))
      guard let name = people[handle] else { continue }
      all.append(Name(letters: Array(name.lowercased()), isExact: false, alias: alias))
      for part in name.split(whereSeparator: { !Self.isWord($0) }) where part.count >= 3 {
        parts[String(part), default: []].insert(alias)
      }
    }
    all += parts.map {
      Name(letters: Array($0.key), isExact: true, alias: $0.value.count == 1 ? $0.value.first ?? other : other)
    }
    for name in all where !name.letters.isEmpty {
      names[Self.small(name.letters[0]), default: []].append(name)
    }
    for key in names.keys {
      names[key]?.sort { ($0.letters.count, $1.isExact ? 1 : 0) > ($1.letters.count, $0.isExact ? 1 : 0) }
    }
  }

  /// The system's own account: it names nobody, and is a word of many texts.
  static let nobody = "root"

  /// The text with every name in it replaced.
  public func masked(_ text: String) -> String {
    guard !names.isEmpty else { return text }
    let letters = Array(text)
    var result = ""
    var place = 0
    while place < letters.count {
      let isStart = place == 0 || !Self.isWord(letters[place - 1]) || !Self.isWord(letters[place])
      if isStart, let name = names[Self.small(letters[place])]?.first(where: { matches($0, letters, at: place) }) {
        result += name.alias
        place += name.letters.count
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result
  }

  func masked(_ phrase: Phrase) -> Phrase { phrase.replacing(masked) }

  private func matches(_ name: Name, _ letters: [Character], at place: Int) -> Bool {
    let end = place + name.letters.count
    guard end <= letters.count, end == letters.count || !Self.isWord(letters[end]) || !Self.isWord(letters[end - 1])
    else { return false }
    return zip(name.letters, letters[place..<end]).allSatisfy { $0 == (name.isExact ? $1 : Self.small($1)) }
  }

  private static func isWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber || letter == "_" }

  /// A letter whose small form is several keeps its own.
  private static func small(_ letter: Character) -> Character {
    let small = letter.lowercased()
    return small.count == 1 ? small.first ?? letter : letter
  }
}
