import Domain

/// `checklist list` for people.
public enum ChecklistListText {
  /// A table; empty when there are no checklists.
  public static func text(_ checklists: [ChecklistSummary], in clock: LocalClock) -> String {
    TextTable(
      columns: [
        .init("NAME"), .init("VERSION", .right), .init("STEPS", .right), .init("DEPLOY"), .init("TEAM"), .init("TITLE"),
        .init("LAST RUN (\(clock.zoneName))"),
      ],
      rows: checklists.map { checklist in
        [
          checklist.name.text, "v\(checklist.version)", String(checklist.stepCount), checklist.deploy ?? "",
          checklist.team?.text ?? "", checklist.title, checklist.lastRun.map { last($0, clock) } ?? "never",
        ]
      }
    ).text
  }

  private static func last(_ run: RunSummary, _ clock: LocalClock) -> String {
    let when = run.startedAt.map { " " + clock.dateAndTime($0) } ?? ""
    return "run \(run.number)\(when) \(run.state.rawValue) in \(run.environment)"
  }
}
