/// Finds what somebody meant who wrote it nearly right.
enum Nearest {
  /// The candidate with the fewest slips between it and the word, the first of several; nil when none is near.
  ///
  ///     Nearest.to("themes", in: ["theme", "start"])  // "theme"
  ///
  /// Case does not count. A third of the letters may be wrong, and always one.
  static func to(_ word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    // Nothing that is configured is this long, and the comparison takes the product of both lengths.
    guard letters.count <= 100 else { return nil }
    var best: (name: String, slips: Int)?
    for name in candidates {
      let other = Array(name.lowercased())
      guard other.count <= 100 else { continue }
      let count = slips(between: letters, and: other)
      guard count <= max(1, max(letters.count, other.count) / 3), count < (best?.slips ?? .max) else { continue }
      best = (name, count)
    }
    return best?.name
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
