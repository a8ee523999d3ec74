import Foundation

/// The words of a text, for looking for them: letters and digits of every script, without case and diacritics.
///
/// As SQLite's `unicode61` tokenizer takes a text apart with `remove_diacritics 2`, so that what is found in memory
/// and in the store are the same.
public enum ItemWords {
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .privateUse:
        word.append(scalar)
      default:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// Whether the wanted words stand one after the other in the text, the last of them as a beginning.
  public static func contains(_ text: String, phrase wanted: [String]) -> Bool {
    guard let last = wanted.last else { return false }
    let words = words(of: text)
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains { start in
      words[start..<start + wanted.count - 1].elementsEqual(wanted.dropLast())
        && words[start + wanted.count - 1].hasPrefix(last)
    }
  }
}
