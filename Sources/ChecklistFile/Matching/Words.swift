/// The words of a text as a reader tells them apart.
enum Words {
  /// What ends or opens a word without being part of it; the dash of `-n` is.
  private static let punctuation: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "*", "_", "“", "”", "‘", "’", "…", "。",
    "，",
    "、",
  ]

  /// Words, punctuation at their ends and the spacing between them; together they are the text byte for byte.
  ///
  /// In scripts that write no spaces each ideograph and each kana is a word.
  static func split(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let isSpacing = text[start].isWhitespace
      let end = text[start...].firstIndex { $0.isWhitespace != isSpacing } ?? text.endIndex
      if isSpacing { words.append(text[start..<end]) } else { add(text[start..<end], to: &words) }
      start = end
    }
    return words
  }

  private static func add(_ run: Substring, to words: inout [Substring]) {
    var rest = run
    while let first = rest.first, punctuation.contains(first) { words.append(rest.popFirstPart()) }
    let closing = rest.reversed().prefix { punctuation.contains($0) }.count
    let end = rest.index(rest.endIndex, offsetBy: -closing)
    var word = rest.startIndex
    for index in rest[..<end].indices where standsAlone(rest[index]) {
      if word < index { words.append(rest[word..<index]) }
      word = rest.index(after: index)
      words.append(rest[index..<word])
    }
    if word < end { words.append(rest[word..<end]) }
    rest = rest[end...]
    while !rest.isEmpty { words.append(rest.popFirstPart()) }
  }

  private static func standsAlone(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x3040 else { return false }
    return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
  }
}

extension Substring {
  fileprivate mutating func popFirstPart() -> Substring {
    let part = prefix(1)
    self = dropFirst()
    return part
  }
}
