/// Chance that can be had again: what a trial does follows from its seed alone.
///
/// SplitMix64 (Steele, Lea and Flood, 2014): small, quick, and good enough to choose moments and sectors.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but without the bound; 0 for a bound below 1.
  public mutating func below(_ bound: Int) -> Int { bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0 }

  public mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// A share of a duration, evenly from nothing to all of it.
  public mutating func part(of duration: Duration) -> Duration {
    .nanoseconds(below(Int(duration / .nanoseconds(1))))
  }

  public mutating func one<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &self) }

  /// Dice of their own for a part of a trial, so that one part more leaves the others as they were.
  public mutating func dice() -> Dice { Dice(seed: next()) }
}
