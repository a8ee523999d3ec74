import Domain

/// What there is to say of an item beside its title, each under a name, in a fixed order; what there is none of is
/// left out.
struct ItemPhrases {
  typealias Named = (name: String, phrase: Phrase)

  let record: ItemRecord
  let clock: LocalClock

  private var item: Item { record.item }

  /// What is said of it in a word or two.
  var facts: [Named] {
    named([
      ("team", "\(item.team)"),
      ("points", item.points.map { "\(own: $0)" }),
      ("labels", list(item.labels.map { "\($0)" })),
      ("epic", item.epic.map { "\($0)" }),
      ("owners", list(item.owners.map(person))),
      ("requester", item.requester.map(person)),
      ("due", item.due.map { "\($0)" }),
      ("source", item.source.map { "\(code: $0.text)" }),
    ])
  }

  /// What it has to do with, and what is to be done in it.
  var parts: [Named] {
    item.blockers.map { ("waits for", blocker($0)) }
      + named([("blocks", list(record.waiting.map { "\(own: $0)" }))])
      + item.tasks.enumerated().map {
        ("task \($0.offset + 1)", "\(own: $0.element.isDone ? "[x]" : "[ ]") \($0.element.text)")
      }
      + item.links.map { ($0.kind.words, target(of: $0)) }
      + named([("runs", list(record.runs.map { "\(own: $0)" }))])
      + item.extra.map { ("kept", "\($0.name): \($0.value)") }
  }

  var comments: [Named] {
    // The line break is somebody's, so that a page of Markdown has it on one line.
    record.comments.map { ("comment \($0.seq)", "\(person($0.by)), \(own: moment($0.at))\("\n" + $0.text)") }
  }

  /// When it was made, and came where it is. What was imported may have the times without the history.
  var history: [Named] {
    let told = Set(record.transitions.map(\.to))
    let times: [(ItemState, Instant?)] = [
      (.started, item.startedAt), (.delivered, item.deliveredAt), (.accepted, item.acceptedAt),
    ]
    return [("added", "\(own: moment(item.createdAt))")]
      + times.compactMap { state, at in
        told.contains(state) ? nil : at.map { (state.rawValue, "\(own: moment($0))") }
      }
      + record.transitions.map { ($0.to.rawValue, transition($0)) }
  }

  private func transition(_ transition: ItemTransition) -> Phrase {
    let run: Phrase = transition.run.map { ", by run \(own: $0)" } ?? ""
    return "\(own: moment(transition.at)), \(person(transition.by))" + run + (transition.reason.map { ": \($0)" } ?? "")
  }

  private func person(_ handle: Handle) -> Phrase {
    guard let name = record.names[handle], name != handle.text else { return "\(handle)" }
    return "\(name) (\(handle))"
  }

  private func blocker(_ blocker: Blocker) -> Phrase {
    var words: Phrase = ""
    if let number = blocker.itemNumber {
      words += "item \(own: number)"
      if let title = record.blockerTitles[number] { words += ", \(title)" }
      if record.removedBlockers.contains(number) { words += ", which was removed" }
      if !blocker.text.isEmpty { words += ": " }
    }
    return words + "\(blocker.text)" + (blocker.isResolved ? " (resolved)" : "")
  }

  private func target(of link: ItemLink) -> Phrase {
    if let incident = link.incident.flatMap({ record.incidents[$0] }) {
      return "\(own: incident.number), \(own: incident.severity), \(own: incident.state.rawValue): \(incident.title)"
    }
    guard let lesson = link.lesson.flatMap({ record.lessons[$0] }) else { return "\(code: link.target)" }
    return "\(own: lesson.number), \(LessonListText.state(lesson)), \(lesson.checklist): \(lesson.text)"
  }

  private func moment(_ instant: Instant) -> String { "\(clock.dateAndTime(instant)) \(clock.zoneName)" }

  private func list(_ phrases: [Phrase]) -> Phrase? { phrases.isEmpty ? nil : phrases.joined(", ") }

  private func named(_ phrases: [(String, Phrase?)]) -> [Named] {
    phrases.compactMap { name, phrase in phrase.map { (name, $0) } }
  }
}
