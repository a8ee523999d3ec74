import Foundation

/// How much of what was accepted in each iteration was toil, counted in items: toil seldom has points.
public struct ToilShare: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// The iteration's first day, `YYYY-MM-DD`.
    public var first: String
    public var toil: Int
    /// All items accepted in it, toil included; releases are not counted.
    public var all: Int

    public init(first: String, toil: Int, all: Int) {
      self.first = first
      self.toil = toil
      self.all = all
    }

    /// From 0 to 100; nil where nothing was accepted.
    public var percent: Double? { all > 0 ? Double(toil) * 100 / Double(all) : nil }
  }

  /// Above this share, in percent, there is too little time left to make things better (Site Reliability Engineering,
  /// chapter 5).
  public static let limit = 50

  public var iterations: [Entry]

  public init(_ iterations: [Entry]) { self.iterations = iterations }

  /// Counts the iterations from the calendar's first to the one under way.
  public init(_ facts: some Sequence<ItemFacts>, calendar: IterationCalendar, today: String, zone: TimeZone) {
    var counts: [Int: (toil: Int, all: Int)] = [:]
    for item in facts where item.state == .accepted && item.type != .release {
      guard let moment = item.acceptedAt, let iteration = calendar.iteration(containing: moment.day(in: zone)) else {
        continue
      }
      counts[iteration.number, default: (0, 0)].all += 1
      if item.type == .toil { counts[iteration.number, default: (0, 0)].toil += 1 }
    }
    let current = calendar.iteration(containing: today)
    iterations = (calendar.finished(before: today) + (current.map { [$0] } ?? [])).map {
      Entry(first: $0.first, toil: counts[$0.number]?.toil ?? 0, all: counts[$0.number]?.all ?? 0)
    }
  }
}
