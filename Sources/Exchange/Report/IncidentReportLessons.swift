import Domain

/// What was learned of an incident, and what became of each lesson.
struct IncidentReportLessons {
  let record: IncidentRecord
  /// Those that the retro names beside.
  var others: [Lesson] = []

  var blocks: [ReportBlock] {
    let lessons = (record.lessons + others.filter { other in !record.lessons.contains { $0.number == other.number } })
      .sorted { $0.number < $1.number }
    guard !lessons.isEmpty else { return [] }
    return [
      .heading(2, "Lessons", id: "lessons"),
      .table(
        MarkdownTable(
          header: ["Lesson", "What was learned", "Checklist", "By", "At", "What became of it"], rows: lessons.map(row))),
    ]
  }

  private func row(_ lesson: Lesson) -> [Phrase] {
    let step: Phrase = lesson.step.map { ", step \($0)" } ?? ""
    let again: Phrase = lesson.recurrenceOf.map { " (lesson \(own: $0) again)" } ?? ""
    return [
      "\(own: lesson.number)", "\(lesson.text)" + again, "\(lesson.checklist)" + step, "\(lesson.by)",
      "\(own: record.clock.dateAndTime(lesson.at))", fate(lesson),
    ]
  }

  private func fate(_ lesson: Lesson) -> Phrase {
    guard let fate = lesson.fate else { return "still open" }
    let by: Phrase = ", by \(fate.by), \(own: record.clock.dateAndTime(fate.at))"
    return switch fate.outcome {
    case .folded(let version, _): "folded into v\(own: version)" + by
    case .item(let item): "became item \(item)" + by
    case .declined(let reason): "declined" + by + ": \(reason)"
    }
  }
}
