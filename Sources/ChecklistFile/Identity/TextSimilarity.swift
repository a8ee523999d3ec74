/// How alike two texts are: the Dice coefficient of their pairs of letters, from 0 to 1.
///
/// Case, punctuation and markup play no part. "Deploy, and watch the canaries" and "Deploy and watch the first canaries"
/// give 0.87; "Pull the manifests" and "Upload the release" give 0.30.
enum TextSimilarity {
  struct Pair {
    var left: Int
    var right: Int
    var similarity: Double
  }

  /// With runs of spacing as one space, so that a text wrapped anew is the same text.
  static func normal(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func between(_ left: String, _ right: String) -> Double {
    dice(Letters(left).pairs, Letters(right).pairs)
  }

  /// All pairs at `threshold` or above, as far as they can be found without comparing everything with everything.
  ///
  /// Only texts that share a word are compared, and for each text at most `candidates` of those, the ones that share
  /// most words; rare words are looked up first. Two thousand texts against two thousand take well under a second.
  static func pairs(_ lefts: [String], _ rights: [String], threshold: Double, candidates: Int = 12) -> [Pair] {
    let left = lefts.map { Letters($0) }
    let right = rights.map { Letters($0) }
    var postings: [String: [Int]] = [:]
    for (index, letters) in right.enumerated() {
      for word in letters.words { postings[word, default: []].append(index) }
    }
    var pairs: [Pair] = []
    var shared = [Int](repeating: 0, count: right.count)
    for (index, letters) in left.enumerated() {
      var touched: [Int] = []
      let lists = letters.words.compactMap { postings[$0] }.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
      for list in lists where touched.count < 256 || list.count < 256 {
        for other in nearest(list, to: index, limit: 256) {
          if shared[other] == 0 { touched.append(other) }
          shared[other] += 1
        }
      }
      let best = touched.sorted {
        (-shared[$0], abs($0 - index), $0) < (-shared[$1], abs($1 - index), $1)
      }.prefix(candidates)
      for other in best {
        let similarity = dice(letters.pairs, right[other].pairs)
        if similarity >= threshold { pairs.append(Pair(left: index, right: other, similarity: similarity)) }
      }
      for other in touched { shared[other] = 0 }
    }
    return pairs
  }

  /// The part of a rising list that lies around the index.
  private static func nearest(_ list: [Int], to index: Int, limit: Int) -> ArraySlice<Int> {
    guard list.count > limit else { return list[...] }
    let middle = list.firstIndex { $0 >= index } ?? list.count
    let start = max(0, min(middle - limit / 2, list.count - limit))
    return list[start..<start + limit]
  }

  /// Both sorted.
  private static func dice(_ left: [UInt64], _ right: [UInt64]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(2 * common) / Double(left.count + right.count)
  }

  private struct Letters {
    /// In order of appearance, each once.
    var words: [String] = []
    /// Pairs of neighbouring letters within words, and each word's first letter after a space; sorted.
    var pairs: [UInt64] = []

    init(_ text: String) {
      var seen: Set<String> = []
      var word = ""
      var previous: UInt64 = 32
      for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          word.unicodeScalars.append(scalar)
          pairs.append(previous << 32 | UInt64(scalar.value))
          previous = UInt64(scalar.value)
        } else {
          if !word.isEmpty, seen.insert(word).inserted { words.append(word) }
          word = ""
          previous = 32
        }
      }
      if !word.isEmpty, seen.insert(word).inserted { words.append(word) }
      pairs.sort()
    }
  }
}
