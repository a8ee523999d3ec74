import Foundation

/// Text as people write it in a backlog, the same every time: words as often as Zipf's law has them, the n-th in 1 of n.
struct BacklogText {
  /// In about half of the titles.
  static let commonWord = "ticket"
  /// In about twenty items, whatever their number.
  static let rareWord = "zanzibar"

  private var dice: Dice
  private let words: [String]
  /// Of each word, how often it or one before it comes, in all.
  private let shares: [Double]

  /// The words that an operations team writes most; the rest of the vocabulary is made of syllables.
  private static let usual = """
    the a to of and in router deploy is for when cell on db with cf certificate we release must bosh after not alert from \
    disk log that node rotate it be at pipeline smoke tests latency errors user page times out fails
    """
  private static let syllables = "ka ro mi ten sal dor vi lu pen gra sto ber ni tal fe qua mo ris"
  private static let vocabulary = 20_000

  /// SplitMix64, by Sebastiano Vigna.
  private struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
  }

  init(seed: UInt64) {
    var dice = Dice(state: seed)
    var words = Self.usual.split(separator: " ").map(String.init)
    let syllables = Self.syllables.split(separator: " ")
    var known = Set(words)
    while words.count < Self.vocabulary {
      var word = ""
      for _ in 0..<2 + dice.below(3) { word += syllables[dice.below(syllables.count)] }
      if known.insert(word).inserted { words.append(word) }
    }
    var sum = 0.0
    shares = words.indices.map { index in
      sum += 1 / (Double(index) + 2.7)
      return sum
    }
    self.words = words
    self.dice = dice
  }

  mutating func below(_ bound: Int) -> Int { dice.below(bound) }

  mutating func chance(_ part: Double) -> Bool { dice.share() < part }

  mutating func sentence(_ count: ClosedRange<Int>) -> String {
    (0..<count.lowerBound + below(count.count)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let wanted = dice.share() * (shares.last ?? 0)
    var (low, high) = (0, shares.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }
}
