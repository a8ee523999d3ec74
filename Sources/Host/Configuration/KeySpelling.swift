import Domain

/// Keys as other programs write them, in the names that they have here.
struct KeySpelling {
  let vocabulary: ConfigurationVocabulary

  private static let otherNames = [
    "return": "Enter", "ret": "Enter", "cr": "Enter", "^m": "Enter", "^j": "Enter", "^i": "Tab", "backtab": "S-Tab",
    "shift-tab": "S-Tab", "shift+tab": "S-Tab", "escape": "Esc", "^[": "Esc", "^h": "Backspace", "bs": "Backspace",
    "delete": "Del", "insert": "Ins", "pageup": "PgUp", "pagedown": "PgDn", "spc": "Space",
  ]
  private static let controlPrefixes = ["ctrl-", "ctrl+", "control-", "c-", "^"]
  private static let altPrefixes = ["alt-", "alt+", "meta-", "m-", "a-", "option-"]

  /// The key, or the chord, that the word was most likely to name; nil when none comes to mind.
  ///
  ///     nearest("<C-r>")  // "^R"
  ///     nearest("gr")     // "g r"
  func nearest(_ written: String) -> String? {
    let hasBrackets = written.count > 2 && written.hasPrefix("<") && written.hasSuffix(">")
    let word = hasBrackets ? String(written.dropFirst().dropLast()) : written
    let candidates = [
      Self.otherNames[word.lowercased()],
      rest(of: word, after: Self.controlPrefixes).map { "^" + $0.uppercased() },
      rest(of: word, after: Self.altPrefixes).map { "Alt-" + $0 },
      vocabulary.keyNames.first { $0.lowercased() == word.lowercased() },
      chord(word, length: 2),
      NearestWord.among(vocabulary.keyNames, to: word),
      chord(word, length: 3),
    ]
    return candidates.compactMap(\.self).first {
      $0.split(separator: " ").map(String.init).allSatisfy(vocabulary.isKey)
    }
  }

  private func rest(of word: String, after prefixes: [String]) -> String? {
    let lowered = word.lowercased()
    guard let prefix = prefixes.first(where: { lowered.hasPrefix($0) && lowered.count > $0.count }) else { return nil }
    let rest = String(word.dropFirst(prefix.count))
    return Self.otherNames[rest.lowercased()] ?? rest
  }

  /// Letters that were written without the spaces between them.
  private func chord(_ word: String, length: Int) -> String? {
    word.count == length ? word.map(String.init).joined(separator: " ") : nil
  }
}
