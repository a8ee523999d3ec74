import Domain
import Terminal

/// How lists show runs.
enum RunColumns {
  static let all: [Column<RunSummary>] = [
    .by("  run", { $0.number }) { run, _, glyphs in
      Span("\(StateSigns.sign(of: run.state, glyphs)) \(run.number)", style(of: run.state))
    },
    .by("state", expendable: 4, { $0.state.rawValue }) { run, _, _ in
      let command =
        run.runningSteps.isEmpty ? "" : ", step \(run.runningSteps.map(String.init).joined(separator: ", ")) runs"
      return Span(run.state.rawValue + (run.isRehearsal ? " rehearsal" : "") + command, style(of: run.state))
    },
    .by("checklist", { $0.version.checklist.text }) { run, _, _ in Span(run.version.description) },
    .by("where", { $0.environment }) { run, _, _ in Span(run.environment) },
    .by("artifact", isFlexible: true, { $0.artifact.description }) { run, _, _ in Span(run.artifact.description) },
    .by("pair", expendable: 3, { $0.pair.map(\.text).joined(separator: "+") }) { run, _, _ in
      Span(run.pair.map(\.text).joined(separator: "+"))
    },
    .by("began", expendable: 1, { $0.startedAt?.milliseconds ?? .max }) { run, app, _ in
      Span((run.startedAt ?? run.plan?.at).map { ClockText.dateAndTime($0, app) } ?? "", .dim)
    },
    .by("took", expendable: 0, { duration(of: $0)?.wholeSeconds ?? 0 }) { run, app, _ in
      let isActive = run.state.isActive
      let taken = isActive ? run.startedAt.map { app.now - $0 } : duration(of: run)
      return Span(taken.map { ClockText.minutes($0) } ?? "", isActive ? Style(foreground: .cyan) : .dim)
    },
    .by("steps", expendable: 2, { $0.active == 0 ? 0 : $0.settled * 1000 / $0.active }) { run, _, _ in
      Span(run.state == .planned ? "" : "\(run.settled)/\(run.active)")
    },
  ]

  private static func duration(of run: RunSummary) -> Duration? {
    guard let startedAt = run.startedAt, let endedAt = run.endedAt else { return nil }
    return endedAt - startedAt
  }

  static func style(of state: RunState) -> Style {
    switch state {
    case .running: Style(foreground: .cyan)
    case .paused: Style(foreground: .yellow)
    case .completed, .completedExceptDeferred: Style(foreground: .green)
    case .aborted, .rolledBack: Style(foreground: .red)
    case .planned: .plain
    case .cancelled: .dim
    }
  }
}
