import Domain

/// All teams' pairs, now and next, for people.
public enum BoardText {
  /// A table, and under it what is wrong, each once; empty when there are no teams.
  ///
  /// - Parameters:
  ///   - clock: one for all teams, so that they can be compared.
  ///   - warnings: limits that are not kept, told after the problems.
  public static func text(
    _ board: DutyBoard, warnings: [DutyWarning] = [], glyphs: Glyphs = .unicode, in clock: LocalClock,
    width: Int? = nil
  ) -> String {
    let phrases = DutyPhrases(clock: clock)
    let table = TextTable(
      columns: [
        .init("TEAM"), .init("NOW"), .init("UNTIL (\(clock.zoneName))"), .init("NEXT"), .init("FROM"), .init(""),
      ],
      rows: board.lines.map { line in
        [
          line.team.text, people(line.now) + (line.isOutOfHours && line.now != nil ? " (off now)" : ""),
          line.now.map { phrases.moment($0.window.end) } ?? "", people(line.next),
          line.next.map { phrases.moment($0.window.start) } ?? "",
          line.problems.isEmpty ? "" : "\(glyphs.warning) \(line.problems.count)",
        ]
      })
    let notes =
      board.lines.flatMap(\.problems).firstOfEach.map(phrases.problem) + warnings.map { "\($0)" }
    guard !notes.isEmpty else { return table.text }
    return table.text + "\n"
      + notes.map { HangingText.text("\(glyphs.warning) ", $0.text, width: width) }.joined()
  }

  /// As in `ana+bo`; a duty with nobody says so, and so does a time without a duty.
  static func people(_ duty: TeamDuty?) -> String {
    guard let duty else { return "-" }
    let people = duty.people.map(\.text)
    return people.isEmpty ? "nobody" : people.count == 1 ? "\(people[0]), alone" : people.joined(separator: "+")
  }
}
