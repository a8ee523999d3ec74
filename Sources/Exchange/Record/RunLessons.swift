import Domain

/// What was learned from a run, and what became of each lesson.
struct RunLessons {
  let record: RunRecord

  /// As in `lesson 12, on step 4 deploy: look at the logs too`.
  func lesson(_ lesson: Lesson) -> Phrase {
    "lesson \(own: lesson.number)" + (source(lesson) + place(lesson)).joined("") + ": \(lesson.text)"
  }

  /// As in `folded into v8`; an open one says so.
  func fate(_ lesson: Lesson) -> Phrase {
    guard let fate = lesson.fate else { return "still open" }
    let words = EntryPhrase(record: record)
    let by: Phrase = ", by \(fate.by), \(own: words.time(fate.at))"
    return switch fate.outcome {
    case .folded(let version, _): "folded into v\(own: version)" + by
    case .item(let item): "became item \(item)" + by
    case .declined(let reason): "declined" + by + ": \(reason)"
    }
  }

  func step(_ lesson: Lesson) -> Phrase {
    guard let id = lesson.step else { return "" }
    guard let step = record.run.steps.first(where: { $0.id == id }) else { return "\(id)" }
    return "\(own: step.number) \(id)"
  }

  private func source(_ lesson: Lesson) -> [Phrase] {
    lesson.source.kind == .redline ? [", a redline"] : [", \(own: lesson.source.kind.rawValue)"]
  }

  private func place(_ lesson: Lesson) -> [Phrase] { lesson.step == nil ? [] : [" on step " + step(lesson)] }
}
