import Domain

extension Chart {
  /// What is left of an iteration or of a release, beside an even pace.
  ///
  /// - Parameter name: of what, as in `iteration 12`.
  public init(_ burndown: Burndown, name: String) {
    let known = burndown.remaining.compactMap { $0 }
    let sentence =
      if let left = known.last, let day = burndown.days[safe: known.count - 1], Double(left) > burndown.ideal.first ?? 0
      {
        "\(left) points are left on \(day); on the first day there were \(ChartNumber.text(burndown.ideal.first ?? 0)), and "
          + "work was added since."
      } else if let left = known.last, let day = burndown.days[safe: known.count - 1] {
        "\(left) of \(ChartNumber.text(burndown.ideal.first ?? 0)) points are left on \(day), where an even pace would "
          + "leave \(ChartNumber.text(burndown.ideal[safe: known.count - 1] ?? 0))."
      } else {
        "Nothing has begun yet."
      }
    self.init(
      title: "Burndown of \(name)", sentence: sentence, unit: "points", labels: burndown.days.map(Self.day),
      layers: [Series("left", burndown.remaining.map { $0.map(Double.init) })],
      lines: [Series("even pace", burndown.ideal.map { $0 })])
  }

  /// How many items there were in each state, day by day; what is accepted lies at the bottom.
  public init(_ flow: [FlowDay]) {
    let order: [ItemState] = [
      .accepted, .delivered, .finished, .rejected, .started, .planned, .unstarted, .unscheduled,
    ]
    let states = order.filter { state in flow.contains { $0.counts[state, default: 0] > 0 } }
    let last = flow.last
    let all = last?.counts.values.reduce(0, +) ?? 0
    let done = last?.counts[.accepted] ?? 0
    let moving = last?.counts.filter { $0.key.panel == .current }.values.reduce(0, +) ?? 0
    self.init(
      title: "Cumulative flow",
      sentence: last.map { "\(done) of \(all) items are accepted on \($0.day), and \(moving) in progress." }
        ?? "There are no days to show.",
      unit: "items", labels: flow.map { Self.day($0.day) },
      layers: states.map { state in Series(state.rawValue, flow.map { Double($0.counts[state] ?? 0) }) })
  }

  /// The points of each finished iteration, the velocity, and how far it varies.
  public init(_ history: VelocityHistory) {
    let velocity = history.velocity
    let percent = Int((min(velocity.volatility, 99) * 100).rounded())
    let points = Double(velocity.points)
    let sentence =
      velocity.iterations == 0
      ? "No iteration is finished yet: the velocity of \(velocity.points) points is the team's guess."
      : "The velocity is \(velocity.points) points, the average of the last "
        + "\(velocity.iterations == 1 ? "iteration" : "\(velocity.iterations) iterations"), and varies by \(percent) %."
    let places = history.entries.count
    self.init(
      title: "Velocity", sentence: sentence, unit: "points",
      labels: history.entries.map { Self.day($0.iteration.first) },
      layers: [Series("as a whole team", history.entries.map(\.normalised))],
      lines: [Series("velocity", Array(repeating: points, count: places))],
      band: velocity.volatility > 0 && places > 0
        ? Band(
          "\(percent) % around", low: max(0, points * (1 - velocity.volatility)),
          high: points * (1 + velocity.volatility))
        : nil)
  }

  /// The share of toil in each iteration, against the half that it should stay below.
  public init(_ toil: ToilShare) {
    let last = toil.iterations.last { $0.percent != nil }
    let above = toil.iterations.filter { ($0.percent ?? 0) > Double(ToilShare.limit) }.count
    let sentence =
      if let last, let percent = last.percent {
        "Toil is \(ChartNumber.text(percent.rounded())) % of what was accepted since \(last.first) (\(last.toil) of "
          + "\(last.all) items); it was above \(ToilShare.limit) % in \(above) of \(toil.iterations.count) iterations."
      } else {
        "Nothing was accepted in these iterations."
      }
    self.init(
      title: "Toil", sentence: sentence, unit: "%", labels: toil.iterations.map { Self.day($0.first) },
      layers: [Series("toil", toil.iterations.map(\.percent))],
      lines: [
        Series("\(ToilShare.limit) %", Array(repeating: Double(ToilShare.limit), count: toil.iterations.count))
      ])
  }

  /// `12-07` of `2026-12-07`.
  private static func day(_ date: String) -> String { date.count == 10 ? String(date.dropFirst(5)) : date }
}
