/// Finds what somebody meant who wrote it nearly right.
public enum NearestWord {
  /// The word with the fewest slips between it and what was typed, the first of several; nil when none is near.
  ///
  ///     NearestWord.among(["theme", "start"], to: "themes")  // "theme"
  ///
  /// Case does not count. A third of the letters may be wrong, and always one.
  public static func among(_ words: some Sequence<String>, to typed: String) -> String? {
    let typed = Array(typed.lowercased())
    // Nothing that has a name is this long, and the comparison takes the product of both lengths.
    guard typed.count <= 100 else { return nil }
    var best: (word: String, slips: Int)?
    for word in words {
      let letters = Array(word.lowercased())
      let most = min(max(1, max(typed.count, letters.count) / 3), (best?.slips ?? .max) - 1)
      guard letters.count <= 100, abs(letters.count - typed.count) <= most else { continue }
      let count = slips(between: typed, and: letters)
      if count <= most { best = (word, count) }
    }
    return best?.word
  }

  /// How many letters have to be put in, left out, changed or swapped with the next (optimal string alignment).
  static func slips<Letter: Equatable>(between left: [Letter], and right: [Letter]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        next.append(least)
      }
      beforeLast = last
      last = next
    }
    return last[right.count]
  }
}
