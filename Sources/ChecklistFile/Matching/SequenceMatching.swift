/// Which elements of an old and of a new sequence are the same, in order: what is left over was removed or added.
///
/// Elements stand for words or lines. Equal ends are taken first. Between them elements that occur once on either side
/// are anchors, as in "patience" differences, and what lies between two anchors is compared by Myers's algorithm
/// (E. W. Myers, *An O(ND) Difference Algorithm*, 1986). That one is given up after `effort` differences, so that the
/// cost is never more than about `effort` times the length; what was not compared counts as different.
struct SequenceMatching {
  struct Match: Hashable {
    var old: Int
    var new: Int

    /// Whether nothing was removed or added between the two.
    func follows(_ other: Self) -> Bool { old == other.old + 1 && new == other.new + 1 }
  }

  /// Rising on both sides.
  private(set) var matches: [Match] = []
  private let old: [Int]
  private let new: [Int]
  private let effort: Int

  static func matches(from old: [Int], to new: [Int], effort: Int = 256) -> [Match] {
    var matching = Self(old: old, new: new, effort: effort)
    matching.compare(0..<old.count, 0..<new.count, usingAnchors: true)
    return matching.matches
  }

  private init(old: [Int], new: [Int], effort: Int) {
    self.old = old
    self.new = new
    self.effort = effort
  }

  private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>, usingAnchors: Bool) {
    var (left, right) = (oldRange, newRange)
    while !left.isEmpty, !right.isEmpty, old[left.lowerBound] == new[right.lowerBound] {
      matches.append(Match(old: left.lowerBound, new: right.lowerBound))
      left = left.dropFirst()
      right = right.dropFirst()
    }
    var tail = 0
    while tail < min(left.count, right.count), old[left.upperBound - 1 - tail] == new[right.upperBound - 1 - tail] {
      tail += 1
    }
    left = left.dropLast(tail)
    right = right.dropLast(tail)
    if !left.isEmpty, !right.isEmpty {
      let anchors = usingAnchors ? anchors(left, right) : []
      if anchors.isEmpty { myers(left, right) } else { compare(left, right, between: anchors) }
    }
    for offset in 0..<tail { matches.append(Match(old: left.upperBound + offset, new: right.upperBound + offset)) }
  }

  private mutating func compare(_ left: Range<Int>, _ right: Range<Int>, between anchors: [Match]) {
    var (oldStart, newStart) = (left.lowerBound, right.lowerBound)
    for anchor in anchors + [Match(old: left.upperBound, new: right.upperBound)] {
      compare(oldStart..<anchor.old, newStart..<anchor.new, usingAnchors: false)
      guard anchor.old < left.upperBound else { break }
      matches.append(anchor)
      (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
    }
  }

  /// The longest rising run of those that occur once on either side.
  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [Match] {
    func places(_ elements: [Int], _ range: Range<Int>) -> [Int: Int] {
      var places: [Int: Int] = [:]
      for index in range { places[elements[index]] = places[elements[index]] == nil ? index : -1 }
      return places
    }
    let oldPlaces = places(old, left)
    let newPlaces = places(new, right)
    let once = right.compactMap { index -> Match? in
      guard newPlaces[new[index]] == index, let place = oldPlaces[new[index]], place >= 0 else { return nil }
      return Match(old: place, new: index)
    }
    return RisingRun.positions(once.map(\.old)).map { once[$0] }
  }

  /// The greedy forward search; the furthest reaches of each round are kept, for the way back.
  private mutating func myers(_ left: Range<Int>, _ right: Range<Int>) {
    let limit = min(left.count + right.count, effort)
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    let middle = limit + 1
    var rounds: [ArraySlice<Int>] = []
    for round in 0...limit {
      rounds.append(reach[(middle - round - 1)...(middle + round + 1)])
      for diagonal in stride(from: -round, through: round, by: 2) {
        let slot = middle + diagonal
        let goesDown = diagonal == -round || diagonal != round && reach[slot - 1] < reach[slot + 1]
        var x = goesDown ? reach[slot + 1] : reach[slot - 1] + 1
        while x < left.count, x - diagonal < right.count,
          old[left.lowerBound + x] == new[right.lowerBound + x - diagonal]
        { x += 1 }
        reach[slot] = x
        if x == left.count, x - diagonal == right.count {
          return walkBack(rounds, left, right, middle: middle)
        }
      }
    }
  }

  private mutating func walkBack(_ rounds: [ArraySlice<Int>], _ left: Range<Int>, _ right: Range<Int>, middle: Int) {
    var found: [Match] = []
    var (x, y) = (left.count, right.count)
    for round in rounds.indices.reversed() {
      let reach = rounds[round]
      let diagonal = x - y
      let slot = middle + diagonal
      let goesDown = diagonal == -round || diagonal != round && reach[slot - 1] < reach[slot + 1]
      let before = goesDown ? diagonal + 1 : diagonal - 1
      let startX = round == 0 ? 0 : reach[middle + before]
      let startY = startX - (round == 0 ? 0 : before)
      while x > startX, y > startY {
        x -= 1
        y -= 1
        found.append(Match(old: left.lowerBound + x, new: right.lowerBound + y))
      }
      (x, y) = (startX, startY)
    }
    matches += found.reversed()
  }
}
