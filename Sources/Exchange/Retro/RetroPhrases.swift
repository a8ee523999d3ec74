import Domain

/// How a retro's parts are told, the same on every page.
struct RetroPhrases {
  let record: RetroRecord

  private var retro: Retro { record.retro }
  private var people: DutyPhrases { DutyPhrases(names: record.names, clock: record.clock) }

  func incident(_ incident: Incident) -> Phrase {
    "incident \(own: incident.number), \(own: incident.severity), \(own: incident.state.rawValue): \(incident.title)"
  }

  func person(_ who: Handle) -> Phrase { people.person(who) }

  /// As in `item 14, prevent, finished, of bo, due 2026-11-30: Scale the log drain with the app`.
  func action(_ action: RetroAction) -> Phrase {
    let item = action.item
    let owners: Phrase =
      item.owners.isEmpty ? ", of nobody" : ", of \(item.owners.map(\.text).joined(separator: " and "))"
    let due: Phrase = item.due.map { ", due \($0)" } ?? ", without a date"
    return "item \(own: item.number), \(own: action.kind.rawValue), \(own: item.state.rawValue)" + owners + due
      + ": \(item.title)"
  }

  /// What an earlier retro had somebody do, and whether it worked.
  func earlier(_ action: RetroAction) -> Phrase {
    let item = action.item
    let done: Phrase =
      item.acceptedAt.map { ", accepted \(own: record.clock.dateAndTime($0).prefix(10))" }
      ?? ", \(own: item.state.rawValue)" + (item.due.map { ", due \($0)" } ?? "")
    return "item \(own: item.number), \(own: action.kind.rawValue), of retro \(own: action.retro)" + done
      + ": \(item.title)" + " (" + judgement(of: action) + ")"
  }

  private func judgement(of action: RetroAction) -> Phrase {
    guard let judgement = retro.content.judgements.first(where: { $0.item == action.item.number.value }) else {
      return "not judged yet"
    }
    return "\(own: judgement.verdict.words)" + (judgement.note.isEmpty ? "" : ": \(judgement.note)")
  }

  func decision(_ decision: RetroDecision) -> Phrase { "decided by \(person(Handle(decision.by))): \(decision.text)" }

  func factor(_ factor: ContributingFactor) -> Phrase { "\(own: factor.kind.rawValue): \(factor.text)" }

  func lesson(_ lesson: Lesson) -> Phrase {
    "lesson \(own: lesson.number), \(lesson.checklist), \(LessonListText.state(lesson)): \(lesson.text)"
  }

  /// A lesson that an answer names; one that was taken back is told by its number.
  func lesson(_ number: Int) -> Phrase {
    record.lessons.first { $0.number.value == number }.map { lesson($0) } ?? "lesson \(own: number), which was removed"
  }
}

extension ActionJudgement.Verdict {
  public var words: String {
    switch self {
    case .worked: "it worked"
    case .didNotWork: "it did not work"
    case .tooEarly: "too early to say"
    case .notDone: "it was not done"
    }
  }
}
