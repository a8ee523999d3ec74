import Domain

/// What a what-if would change, for people.
public enum DutyDiffText {
  /// How many duties would have other people; a line for each of them, with what speaks for them; and who would have more
  /// or fewer.
  public static func text(_ diff: DutyDiff, in clock: LocalClock, width: Int? = nil) -> String {
    guard !diff.changes.isEmpty else { return "no duty would change\n" }
    let phrases = DutyPhrases(clock: clock)
    let lines = diff.changes.map { change in
      let head: Phrase = "\(own: phrases.window(change.window)): \(people(change.before)) -> \(people(change.after))"
      let why = DutyWhy(change.newReasons).text
      return HangingText.text("", head.text, width: width)
        + (why.isEmpty ? "" : HangingText.text("  ", ("\(why)" as Phrase).text, width: width))
    }
    let loads: Phrase = diff.loads.map { "\($0.who) \(own: $0.before) -> \(own: $0.after)" }.joined(", ")
    let head = "\(diff.changes.count) of \(diff.count) \(diff.count == 1 ? "duty" : "duties") would change:\n"
    return head + lines.joined() + (diff.loads.isEmpty ? "" : HangingText.text("duties: ", loads.text, width: width))
  }

  private static func people(_ duty: Duty?) -> Phrase {
    guard let duty else { return "no duty" }
    return duty.people.isEmpty ? "nobody" : duty.people.map { "\($0)" as Phrase }.joined("+")
  }
}
