import Domain

/// Which section a heading's words name (contract.md, section 2, "Sections").
public enum SectionWords {
  /// Words of one entry follow each other; a compound is listed as it reads with and without its hyphen.
  private static let phrases: [(words: [String], section: Section)] = [
    (["pre"], .pre), (["before"], .pre), (["prior"], .pre), (["prepare"], .pre), (["preparation"], .pre),
    (["prerequisites"], .pre), (["planning"], .pre),
    (["post"], .post), (["after"], .post), (["verify"], .post), (["verification"], .post),
    (["follow", "up"], .post), (["followup"], .post), (["cleanup"], .post), (["clean", "up"], .post),
    (["finish"], .post), (["announce"], .post),
    (["rollback"], .rollback), (["roll", "back"], .rollback), (["revert"], .rollback), (["back", "out"], .rollback),
    (["backout"], .rollback),
    (["during"], .during), (["deploy"], .during), (["deployment"], .during), (["release"], .during),
    (["rollout"], .during), (["roll", "out"], .during), (["execute"], .during), (["steps"], .during),
  ]

  /// The section that the text names; nil when it names none.
  ///
  /// Where the words of several sections occur the first of them decides: "After release" is post, and
  /// "Release and verify" is during.
  public static func section(of text: String) -> Section? {
    let words = words(of: text)
    for start in words.indices {
      let rest = words[start...]
      if let match = phrases.first(where: { rest.starts(with: $0.words) }) { return match.section }
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "’", !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
