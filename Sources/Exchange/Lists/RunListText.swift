import Domain

/// `run list` for people.
public enum RunListText {
  /// A table; empty when there are no runs, so that the caller can say so elsewhere.
  ///
  /// - Parameter incidents: those that each run has to do with, but for the one that it was begun for.
  public static func text(
    _ runs: [RunSummary], in clock: LocalClock, incidents: [RunNumber: [IncidentOfRun]] = [:]
  ) -> String {
    TextTable(
      columns: [
        .init("RUN", .right), .init("STATE"), .init("CHECKLIST"), .init("ENV"), .init("ARTIFACT"), .init("PAIR"),
        .init("STEPS", .right), .init("BEGAN (\(clock.zoneName))"), .init("TOOK", .right), .init("ABOUT"),
      ],
      rows: runs.map { row($0, clock, incidents[$0.number] ?? []) }
    ).text
  }

  private static func row(_ run: RunSummary, _ clock: LocalClock, _ incidents: [IncidentOfRun]) -> [String] {
    [
      run.number.description, run.state.rawValue, run.version.description, run.environment, run.artifact.description,
      run.pair.map(\.text).joined(separator: "+"), "\(run.settled)/\(run.active)", began(run, clock), took(run),
      about(run, incidents),
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

  private static func about(_ run: RunSummary, _ incidents: [IncidentOfRun]) -> String {
    let own = [run.isRehearsal ? "rehearsal" : nil, run.incident.map { "incident \($0)" }].compactMap(\.self)
    let others = incidents.map { "\($0.kind == .caused ? "caused " : "")incident \($0.incident)" }
    return (own + others).joined(separator: ", ")
  }
}
