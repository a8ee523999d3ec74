import Domain

/// A team's load for people: a bar for each, and under it the limits that are not kept, and what is not known.
public enum LoadText {
  public static func text(
    _ load: TeamLoad, in clock: LocalClock, at now: Instant, glyphs: Glyphs = .unicode, width: Int? = nil
  ) -> String {
    let phrases = DutyPhrases(clock: clock)
    let head: Phrase =
      "\(load.team), \(own: phrases.window(load.fairness.period)) \(clock.zoneName)"
    return HangingText.text("", head.text, width: width) + "\n"
      + FairnessText.text(load.fairness, ascii: glyphs == .ascii) + "\n"
      + notes(load, in: clock, at: now).map { note in
        HangingText.text(note.isWarning ? "\(glyphs.warning) " : "  ", note.text, width: width)
      }.joined()
  }

  /// The limits that are not kept, and then what can't be said: that nothing is known is not that all is well.
  public static func notes(
    _ load: TeamLoad, in clock: LocalClock, at now: Instant
  ) -> [(isWarning: Bool, text: String)] {
    var notes = load.warnings.map { (isWarning: true, text: ("\($0)" as Phrase).text) }
    if load.isPlanShort(at: now) {
      let end = load.plannedUntil.map { "the plan ends \(DutyPhrases(clock: clock).moment($0))" }
      notes.append((false, "\(end ?? "nothing is planned ahead"): what comes after counts in nothing here"))
    }
    return notes
  }
}
