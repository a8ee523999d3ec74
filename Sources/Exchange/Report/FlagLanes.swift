/// Puts labels that hang on points of a line one above the other, so that none covers another or another's pole.
enum FlagLanes {
  struct Flag: Hashable, Sendable {
    /// Where its pole stands, and where its label begins.
    var x: Double
    var width: Double
  }

  /// The lane of each flag, 0 the lowest, in the order given.
  ///
  /// Labels lie to the right of their poles, and so the later of two goes lower: the pole of the earlier passes it on the left.
  static func lanes(_ flags: [Flag], gap: Double = 10) -> [Int] {
    var lanes = [Int](repeating: 0, count: flags.count)
    // Where the label farthest to the left begins, by lane.
    var starts: [Double] = []
    // Of two on the same point the one named first is the earlier.
    let order = flags.indices.sorted { (flags[$0].x, $0) > (flags[$1].x, $1) }
    for index in order {
      let end = flags[index].x + flags[index].width + gap
      let lane = starts.lastIndex { $0 < end }.map { $0 + 1 } ?? 0
      if lane == starts.count { starts.append(flags[index].x) } else { starts[lane] = flags[index].x }
      lanes[index] = lane
    }
    return lanes
  }
}
