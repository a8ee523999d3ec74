/// A team's figures of a window (design.md, section 4), each with how many it is made of.
public struct Numbers: Sendable {
  public let team: TeamName
  /// Nil for all of them.
  public let service: String?
  public let window: NumbersWindow
  public let now: Instant
  /// One of each, in the order of ``FigureName``.
  public internal(set) var figures: [Figure]

  public init(_ facts: NumbersFacts, of team: Team, service: String? = nil, in window: NumbersWindow, at now: Instant) {
    self.team = team.name
    self.service = service
    self.window = window
    self.now = now
    let measuring = Measuring(facts, team, window, now)
    figures = FigureName.allCases.map { measuring.figure($0) }
  }

  public subscript(_ name: FigureName) -> Figure {
    figures.first { $0.name == name } ?? Figure(name, nil, n: 0)
  }
}

/// What the figures are computed with.
struct Measuring {
  let facts: NumbersFacts
  let team: Team
  let window: NumbersWindow
  let now: Instant
  /// All of them, also outside of the window.
  let deployments: [MeasuredDeployment]

  init(_ facts: NumbersFacts, _ team: Team, _ window: NumbersWindow, _ now: Instant) {
    self.facts = facts
    self.team = team
    self.window = window
    self.now = now
    deployments = MeasuredDeployment.all(of: facts.runs)
  }

  func figure(_ name: FigureName) -> Figure {
    switch name {
    case .deployments: deploymentCount
    case .frequency: frequency
    case .workdayShare: workdayShare
    case .leadTime: leadTime
    case .failRate: failRate
    case .recoveryTime: recoveryTime
    case .reworkRate: reworkRate
    case .stepYield: stepYield
    case .runDuration: runDuration
    case .lessonLatency: lessonLatency
    case .recurrence: recurrence
    case .retroLateness: retroLateness
    case .timeToDetect: time(.timeToDetect, from: \.impactBegan, to: \.detected)
    case .timeToMitigate: timeFromStart(.timeToMitigate, to: \.mitigated)
    case .timeToResolve: timeFromStart(.timeToResolve, to: \.resolved)
    case .actionAge: actionAge
    case .toilShare: toilShare
    case .pairLoad: pairLoad
    }
  }

  func isInWindow(_ moment: Instant?) -> Bool { moment.map { window.period.contains($0) } ?? false }

  var deployed: [MeasuredDeployment] { deployments.filter { isInWindow($0.at) } }

  // MARK: Stretches

  /// How many there are in each stretch.
  func counts(_ moments: [Instant]) -> [Double?] {
    var counts = [Double](repeating: 0, count: window.stretches.count)
    for moment in moments { if let index = window.stretch(of: moment) { counts[index] += 1 } }
    return counts
  }

  /// The share of hits in each stretch, in percent.
  func shares(_ counted: [Counted]) -> [Double?] {
    var hits = [Int](repeating: 0, count: window.stretches.count)
    var all = hits
    for one in counted where !one.isPending {
      guard let index = one.at.flatMap(window.stretch) else { continue }
      all[index] += 1
      if one.isHit { hits[index] += 1 }
    }
    return zip(hits, all).map { $1 > 0 ? Double($0) * 100 / Double($1) : nil }
  }

  /// The median of each stretch, in hours.
  func medians(_ counted: [Counted]) -> [Double?] {
    var times = [[Duration]](repeating: [], count: window.stretches.count)
    for one in counted where !one.isPending {
      guard let index = one.at.flatMap(window.stretch), let took = one.took else { continue }
      times[index].append(took)
    }
    return times.map { $0.sorted().quantile(0.5).map { Double($0.wholeMilliseconds) / 3_600_000 } }
  }

  /// A figure of times, of which those that are not over are pending.
  func times(_ name: FigureName, _ counted: [Counted], parts: [Figure.Part] = []) -> Figure {
    let known = counted.filter { !$0.isPending }.compactMap(\.took)
    return Figure(
      name, .time(known), n: known.count, pending: counted.count(where: \.isPending), parts: parts, counted: counted,
      trend: medians(counted))
  }

  /// A figure of shares.
  func share(_ name: FigureName, _ counted: [Counted], parts: [Figure.Part] = []) -> Figure {
    let known = counted.filter { !$0.isPending }
    return Figure(
      name, .share(known.count(where: \.isHit), of: known.count), n: known.count,
      pending: counted.count - known.count, parts: parts, counted: counted, trend: shares(counted))
  }
}
