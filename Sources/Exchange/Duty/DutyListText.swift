import Domain

/// `pair plan` for people: a duty a line, and why these two.
public enum DutyListText {
  /// A table by the order of the duties; empty where there are none.
  public static func text(_ duties: [Duty], in clock: LocalClock) -> String {
    let phrases = DutyPhrases(clock: clock)
    return TextTable(
      columns: [.init("FROM (\(clock.zoneName))"), .init("TO"), .init("PAIR"), .init("WHY")],
      rows: duties.map { duty in
        [
          phrases.moment(duty.window.start), phrases.moment(duty.window.end),
          duty.people.isEmpty ? "nobody" : duty.people.map(\.text).joined(separator: "+"), DutyWhy(duty).text,
        ]
      }
    ).text
  }
}
