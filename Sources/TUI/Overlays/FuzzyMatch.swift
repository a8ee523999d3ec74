/// How well letters, typed in their order but not all of them, fit a text: `crd` fits "Copy the record".
///
/// Beginnings of words and letters in a row count most, so that what one means stands on top.
struct FuzzyMatch: Hashable, Sendable {
  /// The higher the better.
  let score: Int
  /// Which characters of the text were meant, to be shown.
  let positions: [Int]

  /// Nil when the letters are not in the text in that order. Case does not matter; an empty pattern fits everything.
  init?(_ pattern: String, in text: String) {
    let letters = Array(pattern.lowercased()).filter { $0 != " " }
    let characters = Array(text.lowercased())
    guard let best = Self.best(letters, characters) else { return nil }
    (score, positions) = best
  }

  /// Tries each place where the first letter stands, and from there takes the next letter at the beginning of a word
  /// where there is one, else the nearest.
  private static func best(_ letters: [Character], _ text: [Character]) -> (score: Int, positions: [Int])? {
    guard let first = letters.first else { return (0, []) }
    var best: (score: Int, positions: [Int])?
    for start in text.indices where text[start] == first {
      guard let positions = positions(of: letters, in: text, from: start) else { continue }
      let score = score(positions, text)
      if best.map({ score > $0.score }) ?? true { best = (score, positions) }
    }
    return best
  }

  private static func positions(of letters: [Character], in text: [Character], from start: Int) -> [Int]? {
    var positions = [start]
    for letter in letters.dropFirst() {
      let next = (positions.last ?? start) + 1
      guard let nearest = text.indices.dropFirst(next).first(where: { text[$0] == letter }) else { return nil }
      let beginning = text.indices.dropFirst(next).first { text[$0] == letter && isBeginning($0, text) }
      positions.append(nearest == next ? nearest : beginning ?? nearest)
    }
    return positions
  }

  private static func score(_ positions: [Int], _ text: [Character]) -> Int {
    var score = 0
    for (index, position) in positions.enumerated() {
      if isBeginning(position, text) { score += 8 }
      if index > 0 { score += positions[index - 1] + 1 == position ? 6 : -min(3, position - positions[index - 1]) }
    }
    return score - (positions.first ?? 0) / 8
  }

  private static func isBeginning(_ index: Int, _ text: [Character]) -> Bool {
    index == 0 || !text[index - 1].isLetter && !text[index - 1].isNumber
  }
}
