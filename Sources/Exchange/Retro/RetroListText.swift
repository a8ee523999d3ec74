import Domain

/// `incident retro --list` for people.
public enum RetroListText {
  /// A table; empty when there are no retros.
  public static func text(_ lines: [RetroLine], at now: Instant) -> String {
    TextTable(
      columns: [
        .init("RETRO", .right), .init("OF"), .init("TEAM"), .init("STATE"), .init("DUE"), .init("OPEN", .right),
        .init("FACILITATOR"), .init("TITLE"),
      ],
      rows: lines.map { line in
        let retro = line.retro
        return [
          retro.number.description, retro.subject, retro.team.text, retro.state.words,
          RetroDueText.short(retro, at: now, in: line.zone), "\(line.openQuestions) of 4",
          retro.facilitator?.text ?? "-", retro.title,
        ]
      }
    ).text
  }
}
