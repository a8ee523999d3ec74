/// What somebody meant who typed something that there is not.
enum NearestWord {
  /// The word that is the fewest changed, missing, added or swapped letters away; nil where all are too far.
  ///
  /// About a third of the letters may be wrong. Letters of either case are the same.
  static func among(_ words: [String], to typed: String) -> String? {
    let typed = typed.lowercased()
    let limit = max(1, (typed.count + 1) / 3)
    let ranked = words.map { (word: $0, distance: distance(typed, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
    return best.word
  }

  /// Optimal string alignment: Levenshtein's distance, with two neighbours swapped as one change.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    // A name that is much longer can't be meant, and need not be compared.
    if abs(left.count - right.count) > 12 { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(line[column] + 1, last[column + 1] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        line.append(cost)
      }
      (beforeLast, last) = (last, line)
    }
    return last[right.count]
  }
}
