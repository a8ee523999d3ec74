import Domain

/// `run list` for people.
public enum RunListText {
  /// A table; empty when there are no runs, so that the caller can say so elsewhere.
  public static func text(_ runs: [RunSummary], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("RUN", .right), .init("STATE"), .init("CHECKLIST"), .init("ENV"), .init("ARTIFACT"), .init("PAIR"),
        .init("STEPS", .right), .init("BEGAN (\(clock.zoneName))"), .init("TOOK", .right), .init("ABOUT"),
      ],
      rows: runs.map { row($0, clock) }
    ).text
  }

  private static func row(_ run: RunSummary, _ clock: LocalClock) -> [String] {
    [
      run.number.description, run.state.rawValue, run.version.description, run.environment, run.artifact.description,
      run.pair.map(\.text).joined(separator: "+"), "\(run.settled)/\(run.active)", began(run, clock), took(run),
      about(run),
    ]
  }

  private static func began(_ run: RunSummary, _ clock: LocalClock) -> String {
    if let startedAt = run.startedAt { return clock.dateAndTime(startedAt) }
    return run.plan.map { "planned " + clock.dateAndTime($0.at) } ?? ""
  }

  private static func took(_ run: RunSummary) -> String {
    guard let startedAt = run.startedAt, let endedAt = run.endedAt else { return "" }
    return ElapsedText.text(endedAt - startedAt)
  }

  private static func about(_ run: RunSummary) -> String {
    [run.isRehearsal ? "rehearsal" : nil, run.incident.map { "incident \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
