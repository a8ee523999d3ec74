import Domain
import Text

/// `lesson show N` for people: what was learned, what is to change, and what stands in the way.
public enum LessonShowText {
  public static func text(_ record: LessonRecord, in clock: LocalClock, at now: Instant) -> String {
    let lesson = record.lesson
    let head = "lesson \(lesson.number) (\(LessonListText.state(lesson)), \(AgeText.text(since: lesson.at, at: now)))"
    return ([("", head)] + facts(record, clock)).map { name, fact in
      let label = name.isEmpty ? "" : "  " + name.padded(toWidth: 12)
      return HangingText.text(label, visible(fact, keepingLineBreaks: true), width: nil)
    }.joined()
  }

  private static func facts(_ record: LessonRecord, _ clock: LocalClock) -> [(String, String)] {
    let lesson = record.lesson
    let facts: [(String, String?)] = [
      ("checklist", lesson.checklist.text),
      ("learned", lesson.text),
      ("source", source(record)),
      ("by", "\(lesson.by), \(clock.dateAndTime(lesson.at)) \(clock.zoneName)"),
      ("step", lesson.step?.text),
      ("proposed", lesson.edit.map { proposed($0, lesson) } ?? "nothing yet"),
      ("again", record.recurrenceOf.map { "lesson \($0.number), \(LessonListText.state($0)): \($0.text)" }),
    ]
    let came = record.recurrences.map { ("came back", "lesson \($0.number), \($0.source): \($0.text)") }
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } } + came + next(record)
      + (lesson.fate.map { [("fate", fate($0, record.item, clock))] } ?? [])
  }

  private static func source(_ record: LessonRecord) -> String {
    let incident = record.lesson.source.incident == nil ? record.trail.incident.map { " (incident \($0))" } : nil
    return record.lesson.source.description + (incident ?? "")
  }

  private static func proposed(_ edit: ProposedEdit, _ lesson: Lesson) -> String {
    let body = if case .add(_, let body, _) = edit, !body.isEmpty { "\n\(body)" } else { "" }
    return "\(edit.summary), for v\(lesson.base)\(body)"
  }

  private static func next(_ record: LessonRecord) -> [(String, String)] {
    guard record.lesson.isOpen, let edit = record.lesson.edit else { return [] }
    let proposed: String? =
      if case .changed(_, _, let sides)? = record.conflict {
        ConflictText.sides(sides, base: record.lesson.base, latest: record.latest, lesson: record.lesson.number)
      } else {
        nil
      }
    if let problem = record.problem { return [("conflict", problem + (proposed.map { "\n" + $0 } ?? ""))] }
    if record.changes.isEmpty { return [("next", "\(edit.summary): the page says so already")] }
    return [("next", "v\(record.latest + 1) would be\n" + record.changes.joined(separator: "\n"))]
  }

  private static func fate(_ fate: LessonFate, _ item: ItemLine?, _ clock: LocalClock) -> String {
    let what =
      switch fate.outcome {
      case .folded(let version, let step): "folded into v\(version)" + (step.map { ", carried by \($0)" } ?? "")
      case .item(let name):
        item.map { RunItems.item($0).text } ?? "item \(name)" + (fate.item == nil ? "" : ", which was removed")
      case .declined(let reason): "declined: \(reason)"
      }
    return "\(what)\n\(fate.by), \(clock.dateAndTime(fate.at)) \(clock.zoneName)"
  }
}

/// The sides of a conflict, one under the other with their names in front, so that each can be as long as it is.
enum ConflictText {
  static func sides(_ sides: EditConflict.Sides, base: Int, latest: Int, lesson: LessonNumber) -> String {
    let lines = [
      ("v\(base)", sides.then, "(none)"), ("v\(latest)", sides.now, "(none)"),
      ("lesson \(lesson)", sides.proposed, "(remove it)"),
    ]
    let width = lines.map(\.0.displayWidth).max() ?? 0
    return lines.map { name, text, none in
      HangingText.text(name.padded(toWidth: width + 2), text.isEmpty ? none : text, width: nil)
    }.joined()
  }
}
