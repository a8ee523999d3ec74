import Domain
import Text

/// `incident show N` for people: what is known, what was told, what was learned, and everything that happened.
public enum IncidentShowText {
  /// - Parameter width: columns to wrap at; nil where lines are as long as they are.
  public static func text(_ record: IncidentRecord, width: Int? = nil) -> String {
    let header = IncidentHeader(record: record)
    let words = TimelinePhrase(record: record)
    let facts = header.facts
    let column = LabelColumn.width(of: facts.map(\.name), atLeast: 13)
    var text = header.title.text + "\n" + HangingText.text("", visible(record.incident.title), width: width)
    for (name, phrase) in facts {
      text += HangingText.text("  " + LabelColumn.padded(name, toWidth: column), phrase.text, width: width)
    }
    func part(_ title: String, _ lines: [(prefix: String, phrase: Phrase)]) {
      guard !lines.isEmpty else { return }
      text += "\n\(title)\n" + lines.map { HangingText.text($0.prefix, $0.phrase.text, width: width) }.joined()
    }
    part("Status updates", record.updates.map { ("  - ", update($0, words)) })
    part("Actions", record.actions.map { ("  - ", action($0)) })
    part("Lessons", record.lessons.flatMap { [("  - ", lesson($0)), ("    ", fate($0, words))] })
    part("Timeline, in \(record.clock.zoneName)", timeline(record, words))
    return text
  }

  /// Each event at its time, and under it what shows that it is so.
  private static func timeline(_ record: IncidentRecord, _ words: TimelinePhrase) -> [(String, Phrase)] {
    record.timeline.events.flatMap { event in
      let time = words.time(event.at)
      let head: Phrase = "\(event.by), " + words.phrase(for: event)
      let indent = "  " + String(repeating: " ", count: time.count) + "    "
      return [("  \(time)  ", head)] + words.evidence(of: event).map { (indent, $0) }
    }
  }

  private static func update(_ update: StatusUpdate, _ words: TimelinePhrase) -> Phrase {
    let state: Phrase =
      update.sent.map { "sent by \($0.by), \(own: words.time($0.at))" }
      ?? "draft by \(update.by), \(own: words.time(update.at))"
    return "\(own: update.number), " + state + ": \(update.text)"
  }

  private static func action(_ action: RetroAction) -> Phrase {
    let item = action.item
    let due: Phrase = item.due.map { ", due \($0)" } ?? ""
    let owners: Phrase = item.owners.isEmpty ? ", nobody's" : ", " + item.owners.map { "\($0)" }.joined(", ")
    return "\(own: action.kind.rawValue), item \(own: item.number), \(own: item.state.rawValue)" + owners + due
      + ": \(item.title)"
  }

  private static func lesson(_ lesson: Lesson) -> Phrase {
    "lesson \(own: lesson.number), \(own: lesson.source.kind.rawValue), \(lesson.checklist): \(lesson.text)"
  }

  private static func fate(_ lesson: Lesson, _ words: TimelinePhrase) -> Phrase {
    guard let fate = lesson.fate else { return "still open" }
    let by: Phrase = ", by \(fate.by), \(own: words.time(fate.at))"
    return switch fate.outcome {
    case .folded(let version, _): "folded into v\(own: version)" + by
    case .item(let item): "became item \(item)" + by
    case .declined(let reason): "declined" + by + ": \(reason)"
    }
  }
}
