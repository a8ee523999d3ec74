/// A team's backlog as iterations: what is under way, what comes next, and when its releases are to be expected.
public struct BacklogSchedule: Hashable, Sendable {
  /// One iteration, and what falls into it.
  public struct Part: Hashable, Sendable {
    public var iteration: Iteration
    /// What it can take, in points, by the velocity and the team's strength in it.
    public var capacity: Int
    /// What there is of the team in it, in percent, and whether its prod pair is on duty then.
    public var strength: Int
    public var isOnDuty: Bool
    /// The points of all its items.
    public var points: Int
    /// Those that were in it before anything was packed: accepted, in progress or planned; only the one under way has any.
    public var committed: [ItemNumber]
    /// Those that follow from the order of the backlog.
    public var items: [ItemNumber]
  }

  public var history: VelocityHistory
  /// In their order, from the one under way; one that takes nothing is left out.
  public var parts: [Part]
  public var forecasts: [ReleaseForecast]
  /// Whether all of the backlog is in it; else what stands behind has no date.
  public var isWhole: Bool

  public var velocity: Velocity { history.velocity }

  public init(_ facts: BacklogFacts) {
    let settings = facts.settings
    history = facts.history
    isWhole = facts.isWhole
    let committed = facts.committed
    let points = committed.reduce(0) { $0 + settings.weight($1.type, $1.points) }
    var plan = BacklogPlan(
      history.velocity, settings, calendar: facts.calendar, from: facts.current, committed: points)
    var parts: [Part] = []
    func open(_ index: Int, _ iteration: Iteration) {
      parts.append(
        Part(
          iteration: iteration, capacity: plan.capacity(of: index), strength: settings.strength(from: iteration.first),
          isOnDuty: settings.strengths[iteration.first]?.isOnDuty ?? false, points: 0, committed: [], items: []))
    }
    open(0, facts.current)
    parts[0].points = points
    parts[0].committed = committed.map(\.number)
    for item in facts.ahead where !item.isPlannedByHand {
      let index = plan.add(item)
      if facts.current.number + index != parts[parts.count - 1].iteration.number {
        // Beyond the year 9999 there are no days to name.
        guard let iteration = plan.iteration(index) else { continue }
        open(index, iteration)
      }
      parts[parts.count - 1].items.append(item.number)
      parts[parts.count - 1].points += settings.weight(item.type, item.points)
    }
    self.parts = parts
    forecasts = plan.forecasts
  }

  /// What is left of the iteration under way: of all that is in it by now, whenever it came.
  public func burndown(_ facts: BacklogFacts) -> Burndown {
    let packed = Set(parts.first?.items ?? [])
    return Burndown(
      facts.committed + facts.ahead.filter { packed.contains($0.number) }, settings: facts.settings,
      from: facts.current.first, through: facts.current.last, today: facts.today, zone: facts.zone)
  }

  /// The forecast of a release; nil where the plan does not reach it.
  public func forecast(of release: ItemNumber) -> ReleaseForecast? { forecasts.first { $0.item == release } }
}
