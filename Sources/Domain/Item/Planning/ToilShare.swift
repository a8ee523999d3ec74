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
    let tallies = facts.compactMap { item -> AcceptedTally? in
      guard item.state == .accepted, let moment = item.acceptedAt,
        let iteration = calendar.iteration(containing: moment.day(in: zone))
      else { return nil }
      return AcceptedTally(iteration: iteration.number, type: item.type, points: nil, count: 1)
    }
    self.init(tallies, calendar: calendar, today: today, last: .max)
  }

  /// The same of what was counted already; of the iterations before the one under way the last so many.
  public init(_ tallies: [AcceptedTally], calendar: IterationCalendar, today: String, last: Int) {
    var counts: [Int: (toil: Int, all: Int)] = [:]
    for tally in tallies where tally.type != .release {
      counts[tally.iteration, default: (0, 0)].all += tally.count
      if tally.type == .toil { counts[tally.iteration, default: (0, 0)].toil += tally.count }
    }
    let current = calendar.iteration(containing: today)
    iterations = (calendar.finished(before: today, last: last) + (current.map { [$0] } ?? [])).map {
      Entry(first: $0.first, toil: counts[$0.number]?.toil ?? 0, all: counts[$0.number]?.all ?? 0)
    }
  }
}
