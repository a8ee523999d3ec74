import Domain

@testable import Exchange

/// Charts of a made-up team, in December 2026.
enum SampleChart: String, CaseIterable {
  case burndown, flow, velocity, toil

  var chart: Chart {
    switch self {
    case .burndown:
      Chart(
        Burndown(
          days: (7...13).map { "2026-12-\($0 < 10 ? "0" : "")\($0)" }, remaining: [16, 13, 13, 8, nil, nil, nil],
          ideal: (0...6).map { 16 * (1 - Double($0) / 6) }), name: "iteration 12")
    case .flow:
      Chart(
        (1...30).map { day in
          FlowDay(
            day: "2026-11-\(day < 10 ? "0" : "")\(day)",
            counts: [
              .unscheduled: 12, .unstarted: 40 - day, .planned: 2, .started: 4, .finished: 1, .delivered: day % 3,
              .rejected: day % 2, .accepted: day * 2,
            ])
        })
    case .velocity:
      Chart(
        VelocityHistory(
          entries: zip([8, 13, 0, 9, 12], [100, 100, 0, 80, 100]).enumerated().compactMap { index, entry in
            IterationCalendar(BacklogSettings(), began: "2026-11-02")?.iteration(numbered: index + 1).map {
              VelocityHistory.Entry(iteration: $0, points: entry.0, strength: entry.1)
            }
          }, velocity: Velocity(points: 12, volatility: 0.2, iterations: 3)))
    case .toil:
      Chart(
        ToilShare([
          .init(first: "2026-11-16", toil: 6, all: 10), .init(first: "2026-11-23", toil: 0, all: 4),
          .init(first: "2026-11-30", toil: 0, all: 0), .init(first: "2026-12-07", toil: 3, all: 8),
        ]))
    }
  }
}
