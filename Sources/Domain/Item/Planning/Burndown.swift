import Foundation

/// What is left of an iteration or of a release at the end of each day, beside an even pace.
public struct Burndown: Hashable, Sendable {
  /// `YYYY-MM-DD`, in their order.
  public var days: [String]
  /// Points; nil for the days to come.
  public var remaining: [Int?]
  /// Points, from all there were on the first day down to 0 on the last.
  public var ideal: [Double]

  public init(days: [String], remaining: [Int?], ideal: [Double]) {
    self.days = days
    self.remaining = remaining
    self.ideal = ideal
  }

  /// Counts the points of items that are there and not accepted; one that is made later adds to them from its day on.
  ///
  /// - Returns: without days where `from` is after `through`, or one of them is no day.
  public init(
    _ facts: some Sequence<ItemFacts>, settings: BacklogSettings, from: String, through: String, today: String,
    zone: TimeZone
  ) {
    guard let first = DayNumber.of(from), let last = DayNumber.of(through), first <= last else {
      self.init(days: [], remaining: [], ideal: [])
      return
    }
    var changes: [String: Int] = [:]
    var total = 0
    for item in facts {
      let points = settings.weight(item.type, item.points)
      let created = item.createdAt.day(in: zone)
      if created <= from { total += points } else { changes[created, default: 0] += points }
      guard item.state == .accepted, let accepted = item.acceptedAt?.day(in: zone) else { continue }
      // What was done before the first day was never part of it.
      if accepted < from { total -= points } else { changes[max(accepted, created), default: 0] -= points }
    }
    let days = (first...last).compactMap { DayNumber.text($0) }
    var left = total
    let remaining = days.map { day -> Int? in
      left += changes[day] ?? 0
      return day <= today ? left : nil
    }
    let steps = Double(max(1, days.count - 1))
    self.init(
      days: days, remaining: remaining, ideal: days.indices.map { Double(total) * (1 - Double($0) / steps) })
  }
}
