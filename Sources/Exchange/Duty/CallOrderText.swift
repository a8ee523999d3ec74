import Domain
import Text

/// Whom to call for a component, for people: the first to call in the first line, each with the reason and their time.
public enum CallOrderText {
  /// - Parameters:
  ///   - clock: the team's, in which ends of duties and absences are told.
  ///   - width: columns to wrap what is said of the component at; nil for a pipe.
  public static func text(_ order: CallOrder, in clock: LocalClock, width: Int? = nil) -> String {
    let phrases = DutyPhrases(clock: clock)
    let component = order.component
    let on: Phrase =
      order.duty.map { "\(phrases.people($0.people)), until \(own: phrases.moment($0.window.end)) \(clock.zoneName)" }
      ?? "nobody"
    var text = HangingText.text("", ("\(component.name), run by \(component.team)" as Phrase).text, width: width)
    text += HangingText.text("on duty: ", on.text, width: width)
    if !component.note.isEmpty { text += HangingText.text("note: ", visible(component.note), width: width) }
    let table = TextTable(
      columns: [.init("", .right), .init("CALL"), .init("NAME"), .init("AT"), .init("WHY"), .init("THEIR TIME")],
      rows: order.lines.enumerated().map { index, line in
        [
          String(index + 1), line.who.text, line.developer.name == line.who.text ? "" : line.developer.name,
          line.developer.call ?? "", reason(line.reason, in: clock), localTime(line),
        ]
      })
    return text + "\n" + (order.lines.isEmpty ? "nobody of its developers is known any more\n" : table.text)
  }

  /// Why somebody stands where they stand, in a few words.
  public static func reason(_ reason: CallOrder.Reason, in clock: LocalClock) -> String {
    let phrases = DutyPhrases(clock: clock)
    switch reason {
    case .onDuty(let until): return "on duty until \(phrases.moment(until))"
    case .atWork: return "at work"
    case .awake: return "awake, not at work"
    case .asleep: return "asleep, most likely"
    case .away(let until, let reason):
      return "away until \(phrases.moment(until))" + (reason.isEmpty ? "" : ": \(visible(reason))")
    }
  }

  /// What somebody's own clock shows, and which one that is: `Tue 03:12 Asia/Kolkata`.
  public static func localTime(_ line: CallOrder.Line, namesZone: Bool = true) -> String {
    "\(DutyPhrases.weekday(line.local)) \(line.local.clock)" + (namesZone ? " \(line.timeZone)" : "")
  }
}
