import Foundation

/// How many points a whole team finishes in an iteration, and how far it varies.
public struct Velocity: Hashable, Sendable {
  /// Whole points, rounded down; what capacities are made of.
  public let points: Int
  /// The standard deviation of the iterations it is the average of, as a part of their mean: 0 is steady, 1 is wild.
  public let volatility: Double
  /// How many finished iterations it is the average of; 0 while it is the team's first guess.
  public let iterations: Int

  public init(points: Int, volatility: Double = 0, iterations: Int = 0) {
    self.points = min(max(0, points), 1_000_000_000)
    self.volatility = volatility.isFinite ? max(0, volatility) : 0
    self.iterations = iterations
  }

  /// The average of the last finished iterations, each as if the whole team had been there.
  ///
  /// - Parameter finished: in their order; those in which nobody of the team was there say nothing, and are left out.
  public init(_ finished: [VelocityHistory.Entry], _ settings: BacklogSettings) {
    let window = finished.compactMap(\.normalised).suffix(min(max(1, settings.velocityOver), 4))
    guard !window.isEmpty else {
      self.init(points: settings.initialVelocity)
      return
    }
    let mean = window.reduce(0, +) / Double(window.count)
    let variance = window.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(window.count)
    self.init(
      points: Int(mean.rounded(.down)), volatility: mean > 0 ? variance.squareRoot() / mean : 0,
      iterations: window.count)
  }

  /// What is left of it when things go as badly as they have lately.
  public var worst: Velocity {
    Velocity(points: Int((Double(points) * max(0, 1 - volatility)).rounded(.down)), iterations: iterations)
  }

  /// The points that fit into an iteration: rounded down, and at least 1 where anybody is there.
  ///
  /// - Parameter percent: what there is of the team; 100 is all of it.
  public func capacity(atStrength percent: Int) -> Int { percent <= 0 ? 0 : max(1, points * percent / 100) }
}

/// What was accepted in each finished iteration.
public struct VelocityHistory: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var iteration: Iteration
    /// The points accepted in it.
    public var points: Int
    /// What there was of the team, in percent.
    public var strength: Int

    public init(iteration: Iteration, points: Int, strength: Int = 100) {
      self.iteration = iteration
      self.points = points
      self.strength = strength
    }

    /// The points as if the whole team had been there; nil where nobody was.
    public var normalised: Double? { strength > 0 ? Double(points) * 100 / Double(strength) : nil }
  }

  /// In their order.
  public var entries: [Entry]
  public var velocity: Velocity

  public init(entries: [Entry], velocity: Velocity) {
    self.entries = entries
    self.velocity = velocity
  }

  /// Counts what was accepted in each iteration that ended before today. One pass over the facts.
  public init(
    _ facts: some Sequence<ItemFacts>, calendar: IterationCalendar, settings: BacklogSettings, today: String,
    zone: TimeZone
  ) {
    var accepted: [Int: Int] = [:]
    for item in facts where item.state == .accepted {
      guard let moment = item.acceptedAt, let iteration = calendar.iteration(containing: moment.day(in: zone)) else {
        continue
      }
      accepted[iteration.number, default: 0] += settings.weight(item.type, item.points)
    }
    self.init(accepted, calendar.finished(before: today), settings)
  }

  /// The same of what was counted already.
  ///
  /// - Parameter last: how many iterations back the tallies reach; those before are left out.
  public init(
    _ tallies: [AcceptedTally], calendar: IterationCalendar, settings: BacklogSettings, today: String, last: Int
  ) {
    let points = tallies.reduce(into: [Int: Int]()) { points, tally in
      points[tally.iteration, default: 0] += tally.count * settings.weight(tally.type, tally.points)
    }
    self.init(points, calendar.finished(before: today, last: last), settings)
  }

  private init(_ points: [Int: Int], _ finished: [Iteration], _ settings: BacklogSettings) {
    entries = finished.map {
      Entry(iteration: $0, points: points[$0.number] ?? 0, strength: settings.strength(from: $0.first))
    }
    velocity = Velocity(entries, settings)
  }
}
