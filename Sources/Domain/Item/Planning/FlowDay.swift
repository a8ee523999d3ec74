import Foundation

/// How many items were in each state at the end of a day.
public struct FlowDay: Hashable, Sendable {
  /// `YYYY-MM-DD`.
  public var day: String
  /// A state that nothing was in is not named.
  public var counts: [ItemState: Int]

  public init(day: String, counts: [ItemState: Int]) {
    self.day = day
    self.counts = counts
  }

  /// The days from one to another, both included. One pass over the transitions.
  ///
  /// - Parameters:
  ///   - transitions: in any order; an item that has none was always in the state that it is in.
  ///   - standing: the items that are not among the facts, because nothing has happened to them in all these days.
  public static func history(
    _ facts: [ItemFacts], _ transitions: [ItemTransition], standing: [ItemState: Int] = [:], from: String,
    through: String, zone: TimeZone
  ) -> [FlowDay] {
    guard let first = DayNumber.of(from), let last = DayNumber.of(through), first <= last else { return [] }
    var changes: [Int: [ItemState: Int]] = [:]
    func count(_ state: ItemState, _ by: Int, at moment: Instant) {
      guard let day = DayNumber.of(moment.day(in: zone)) else { return }
      changes[max(first, day), default: [:]][state, default: 0] += by
    }
    let moves = Dictionary(grouping: transitions, by: \.item)
    for item in facts {
      let moves = (moves[item.number] ?? []).sorted { $0.seq < $1.seq }
      var state = moves.first?.from ?? item.state
      count(state, 1, at: item.createdAt)
      for move in moves {
        count(state, -1, at: max(move.at, item.createdAt))
        count(move.to, 1, at: max(move.at, item.createdAt))
        state = move.to
      }
    }
    var counts = standing
    return (first...last).compactMap { number in
      counts.merge(changes[number] ?? [:], uniquingKeysWith: +)
      return DayNumber.text(number).map { FlowDay(day: $0, counts: counts.filter { $0.value > 0 }) }
    }
  }
}
