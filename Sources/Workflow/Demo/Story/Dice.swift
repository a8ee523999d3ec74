extension Demo {
  /// Numbers that look like chance and are the same every time (SplitMix64 over an FNV-1a hash of the seed).
  struct Dice: Sendable {
    private var state: UInt64

    init(seed: String) {
      state = seed.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      mixed ^= mixed >> 31
      return range.lowerBound + Int(mixed % UInt64(range.count))
    }
  }
}
