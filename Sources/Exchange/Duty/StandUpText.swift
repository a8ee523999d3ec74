import Domain
import Text

/// A team's morning for people, in one screen.
public enum StandUpText {
  /// - Parameters:
  ///   - width: columns to wrap at; nil for a pipe.
  ///   - most: lines of a part; of more, how many there are.
  public static func text(
    _ standUp: StandUp, names: [Handle: String] = [:], in clock: LocalClock, width: Int? = nil, most: Int = 8
  ) -> String {
    let phrases = DutyPhrases(names: names, clock: clock)
    let title: Phrase = "\(standUp.team), \(own: standUp.day.today), times in \(clock.zoneName)"
    var text = HangingText.text("", title.text, width: width)
    let none: Phrase = "nobody is on duty"
    let pair: [Phrase] =
      [standUp.duty.map { on($0, "until \(phrases.moment($0.window.end))", phrases) } ?? none]
      + (standUp.handsOverTo.map { [on($0, "from \(phrases.moment($0.window.start))", phrases)] } ?? [])
    let parts: [(String, [Phrase])] = [
      ("On duty", pair),
      ("Since \(standUp.day.last)", standUp.incidents.map(phrases.incident) + standUp.runs.map(phrases.run)),
      ("Accepted", standUp.accepted.map { "item \(own: $0.number), \(own: $0.type.rawValue): \($0.title)" }),
      ("Planned", standUp.plans.map { plan($0, phrases) }),
      ("Waiting", standUp.waiting.map { waiting($0, phrases) }),
    ]
    for (title, lines) in parts {
      text += "\n\(title)\n"
      text += (lines.isEmpty ? ["nothing"] : lines.prefix(most)).map { HangingText.text("  ", $0.text, width: width) }
        .joined()
      if lines.count > most { text += "  and \(lines.count - most) more\n" }
    }
    return text
  }

  private static func on(_ duty: TeamDuty, _ time: String, _ phrases: DutyPhrases) -> Phrase {
    "\(phrases.people(duty.people)), \(own: time)"
  }

  private static func plan(_ run: RunSummary, _ phrases: DutyPhrases) -> Phrase {
    let at: Phrase = run.plan.map { "\(own: phrases.clock.dateAndTime($0.at)) " } ?? ""
    let pair: Phrase = run.pair.isEmpty ? "" : ", \(phrases.people(run.pair))"
    return at + phrases.run(run) + pair
  }

  private static func waiting(_ waiting: Waiting, _ phrases: DutyPhrases) -> Phrase {
    let who: Phrase = waiting.people.isEmpty ? "somebody" : waiting.people.map(phrases.person).joined(", ")
    let what: Phrase =
      switch waiting.what {
      case .acceptance(let item): "accept or reject item \(own: item.number): \(item.title)"
      case .blocked(let item): "item \(own: item.number) is blocked: \(item.title)"
      case .review(let run): "review run \(own: run.number) by \(own: run.reviewDue ?? "")"
      case .deferred(let step): phrases.deferred(step)
      case .redline(let lesson): phrases.redline(lesson)
      case .signature(let duty): "sign the handoff of duty \(own: duty.number)"
      }
    return who + ": " + what
  }
}
