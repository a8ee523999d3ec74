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
    var text = text
    if let isThere = text.withUTF8({ ascii($0, hold: wanted) }) { return isThere }
    let words = words(of: text)
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains { start in
      words[start..<start + wanted.count - 1].elementsEqual(wanted.dropLast())
        && words[start + wanted.count - 1].hasPrefix(last)
    }
  }

  /// The same of a text of ASCII alone, in a fiftieth of the time; nil where it has other characters.
  private static func ascii(_ text: UnsafeBufferPointer<UInt8>, hold wanted: [String]) -> Bool? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    let wanted = wanted.map { Array($0.utf8) }
    var index = 0
    while index < text.count {
      if lowered(text[index]) == nil {
        index += 1
        continue
      }
      if hasPhrase(wanted, at: index, text) { return true }
      while index < text.count, lowered(text[index]) != nil { index += 1 }
    }
    return false
  }

  /// Whether the phrase stands where a word begins.
  private static func hasPhrase(_ wanted: [[UInt8]], at start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    for (number, word) in wanted.enumerated() {
      for byte in word {
        guard index < text.count, lowered(text[index]) == byte else { return false }
        index += 1
      }
      if number == wanted.count - 1 { return true }
      guard index < text.count, lowered(text[index]) == nil else { return false }
      while index < text.count, lowered(text[index]) == nil { index += 1 }
    }
    return false
  }

  /// The letter or digit in lower case; nil for what stands between words.
  private static func lowered(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }
}
