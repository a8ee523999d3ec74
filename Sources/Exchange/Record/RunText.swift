import Domain
import Text

/// `run show N` for people: plain text, every word of it safe to print.
public enum RunText {
  /// - Parameter width: columns to wrap at; nil for a pipe, where lines are as long as they are.
  public static func text(_ record: RunRecord, glyphs: Glyphs = .unicode, width: Int? = nil) -> String {
    let header = RunHeader(record: record)
    var text = HangingText.text("", header.title.text, width: width)
    for (name, fact) in header.facts {
      text += HangingText.text("  " + name.padded(toWidth: 12), fact.text, width: width)
    }
    func part(_ title: String, _ lines: [(prefix: String, phrase: Phrase)]) {
      guard !lines.isEmpty else { return }
      text += "\n\(title)\n"
      for line in lines { text += HangingText.text(line.prefix, line.phrase.text, width: width) }
    }
    let words = EntryPhrase(record: record)
    part(
      "Overridden rules",
      record.run.overriddenRules.flatMap { rule in
        [("  \(glyphs.warning) ", overridden(rule, words)), ("    ", reason(rule))]
      })
    part("Exceptions", record.run.exceptionalSteps.map { ("  \(glyphs.sign(of: $0.state)) ", exception($0)) })
    part("Worth knowing", RunWarnings(record: record).lines.map { ("  - ", $0) })
    part("Changed since the pair last ran it", record.changes.map { ("  - ", "\($0)") })
    part("Carries", record.items.map { ("  - ", RunItems.item($0)) })
    let lessons = RunLessons(record: record)
    part(
      "Lessons",
      record.lessons.flatMap { [("  - ", lessons.lesson($0)), ("    ", lessons.fate($0))] })
    let steps = RunStepsText(record: record, glyphs: glyphs, width: width)
    for section in Section.allCases { text += steps.text(of: section) }
    part("People", record.run.progress.people.map { ("  ", person($0, header, words)) })
    part("The run itself", record.run.ownEntries.map { ("  ", RunStepsText.line($0, words)) })
    return text
  }

  private static func overridden(_ rule: OverriddenRule, _ words: EntryPhrase) -> Phrase {
    let message: Phrase = rule.message.isEmpty ? "" : ": \(rule.message)"
    let by: Phrase = "\(rule.entry.by), \(own: words.time(rule.entry.at))"
    return "\(rule.rule), overridden by \(by)\(message)"
  }

  private static func reason(_ rule: OverriddenRule) -> Phrase {
    rule.entry.reason.map { "because: \($0)" } ?? "without a reason on the record"
  }

  private static func exception(_ exception: ExceptionalStep) -> Phrase {
    let reason: Phrase = exception.attempt.reason.map { ": \($0)" } ?? ", reason still owed"
    let by: Phrase = exception.attempt.endedBy.map { " by \($0.by)" } ?? ""
    let step: Phrase = "\(own: exception.step.number) \(exception.step.id)"
    return "\(step) \(own: exception.state.rawValue)\(by)\(reason)"
  }

  private static func person(_ line: Participation, _ header: RunHeader, _ words: EntryPhrase) -> Phrase {
    let until: Phrase = line.until.map { " until \(own: words.time($0))" } ?? ""
    return "\(header.person(line.who)), \(own: line.role.rawValue), from \(own: words.time(line.from))\(until)"
  }
}
