/// Puts items, in their order, into iterations: an item goes where the sum of all so far still fits into the sum of the
/// capacities so far. What an iteration leaves over is carried to the next.
///
/// An item that is larger than an iteration (oversized) begins in the first one at whose start nothing is overdrawn; the
/// iterations after it stay empty until the sum of the capacities has caught up. Items are given one at a time, and
/// each takes constant time.
public struct Packing: Sendable {
  private let velocity: Velocity
  /// The strengths, in percent, of the iterations that are not whole, by their index.
  private let strengths: [Int: Int]
  /// From this index on every iteration is whole.
  private let wholeFrom: Int
  /// The iteration that the last item went to; 0 is the one under way.
  private var index = 0
  /// The sum of the capacities before `index`.
  private var capacityBefore = 0
  /// The points of all items so far.
  public private(set) var used: Int

  /// - Parameters:
  ///   - current: the iteration under way, which index 0 stands for.
  ///   - committed: the points in progress and accepted in it; they are in it whether they fit or not.
  public init(
    _ velocity: Velocity, _ settings: BacklogSettings, calendar: IterationCalendar, from current: Iteration,
    committed: Int = 0
  ) {
    self.velocity = velocity
    var strengths: [Int: Int] = [:]
    for day in settings.strengths.keys {
      // A strength counts for the iteration that begins on its day, and for no other.
      guard let iteration = calendar.iteration(containing: day), iteration.first == day,
        iteration.number >= current.number
      else { continue }
      strengths[iteration.number - current.number] = settings.strength(from: day)
    }
    self.strengths = strengths
    wholeFrom = (strengths.keys.max() ?? -1) + 1
    used = max(0, committed)
  }

  /// What fits into an iteration by itself.
  public func capacity(of index: Int) -> Int { velocity.capacity(atStrength: strengths[index] ?? 100) }

  /// - Parameter points: of an item that takes none, 0; more than a million count as a million.
  /// - Returns: the index of the iteration that it goes to, never less than that of the item before.
  public mutating func place(_ points: Int) -> Int {
    let points = min(max(0, points), 1_000_000)
    while true {
      let capacity = capacity(of: index)
      let isOversized = points > capacity && capacity > 0
      if used + points <= capacityBefore + capacity || (isOversized && used <= capacityBefore) {
        used += points
        return index
      }
      let step = index >= wholeFrom ? steps(for: points, capacity) : 1
      index += step
      capacityBefore += step * capacity
    }
  }

  /// How many whole iterations to go on by, where all that follow are alike: at least 1.
  private func steps(for points: Int, _ capacity: Int) -> Int {
    // Oversized: until nothing is overdrawn at the start. Else: until it fits.
    let missing = used - capacityBefore + (points > capacity ? 0 : points - capacity)
    return max(1, (missing + capacity - 1) / capacity)
  }
}
