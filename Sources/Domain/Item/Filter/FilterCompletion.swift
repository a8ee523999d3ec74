/// What a filter that is being typed can go on with.
public enum FilterCompletion {
  /// The words that fit where the cursor is, and the stretch that the chosen one replaces, in characters.
  ///
  /// `type:bu` gives `bug`, `ow` gives `owner:`; values that need quotes come with them. Nothing within a phrase.
  /// - Parameter cursor: from 0 to the number of characters; what lies outside is brought inside.
  public static func candidates(
    for text: String, cursor: Int, context: FilterContext
  ) -> (range: Range<Int>, candidates: [String]) {
    let characters = Array(text)
    let cursor = min(max(0, cursor), characters.count)
    guard let start = termStart(characters[..<cursor]) else { return (cursor..<cursor, []) }
    let typed = characters[start..<cursor]
    guard let sign = typed.firstIndex(where: { ":=<>".contains($0) }) else {
      let keys = FilterKey.allCases.map { $0.isCompared ? $0.text : $0.text + ":" }
      let range = start..<end(characters, from: cursor, at: ":=<>")
      return (range, typed.isEmpty ? keys : keys.filter { $0.hasPrefix(String(typed).lowercased()) })
    }
    let found = Beginning.matches(String(typed[..<sign]), among: FilterKey.allCases.map(\.text))
    guard found.count == 1, let key = FilterKey.allCases.first(where: { $0.text == found[0] }) else {
      return (cursor..<cursor, [])
    }
    let from = valueStart(characters[sign..<cursor])
    let beginning = characters[from..<cursor].filter { $0 != "\"" }
    let range = from..<end(characters, from: cursor, at: ",", isQuoted: from < cursor && characters[from] == "\"")
    return (range, values(of: key, beginning: String(beginning), context))
  }

  /// A word of the value has to begin so; those that begin so as a whole come first.
  private static func values(of key: FilterKey, beginning: String, _ context: FilterContext) -> [String] {
    let known: [String] =
      switch key {
      case .points: ["0", "1", "2", "3", "5", "8"]
      case .due: ["today", "tomorrow", "7d", "14d", "30d"]
      case .time: ["today", "yesterday", "7d", "14d", "30d", "90d"]
      default: key.values(context) ?? []
      }
    let wanted = beginning.lowercased()
    let first = known.filter { $0.lowercased().hasPrefix(wanted) }
    let later = known.filter { name in
      !first.contains(name) && ItemWords.words(of: name).contains { $0.hasPrefix(wanted) }
    }
    return (first + later).map { FilterText.value($0) }
  }

  /// Where the term begins that the stretch ends in, behind its hyphen; nil within a phrase.
  private static func termStart(_ before: ArraySlice<Character>) -> Int? {
    var start = before.startIndex
    var isInQuotes = false
    var isEscaped = false
    for (index, character) in zip(before.indices, before) {
      if isInQuotes {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInQuotes = false
        }
      } else if character == "\"" {
        isInQuotes = true
      } else if character.isWhitespace {
        start = index + 1
      }
    }
    if start < before.endIndex, before[start] == "-" { start += 1 }
    return start < before.endIndex && before[start] == "\"" ? nil : start
  }

  /// Where the last value of a list begins, behind the sign or a comma.
  private static func valueStart(_ stretch: ArraySlice<Character>) -> Int {
    var start = stretch.startIndex
    var isInQuotes = false
    for (index, character) in zip(stretch.indices, stretch) {
      if character == "\"" { isInQuotes.toggle() }
      if !isInQuotes, ":=<>,".contains(character) { start = index + 1 }
    }
    return start
  }

  /// Where the word ends that the cursor stands in.
  private static func end(
    _ characters: [Character], from cursor: Int, at ends: String, isQuoted: Bool = false
  ) -> Int {
    var end = cursor
    if isQuoted, characters[cursor..<characters.count].contains("\"") {
      while characters[end] != "\"" { end += 1 }
      return end + 1
    }
    while end < characters.count, !characters[end].isWhitespace, !ends.contains(characters[end]) { end += 1 }
    return end
  }
}
