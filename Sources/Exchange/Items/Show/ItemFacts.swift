import Domain

/// What there is to say of an item beside its title, in a fixed order; what there is none of is left out.
struct ItemFacts {
  let record: ItemRecord

  private var item: Item { record.item }

  func facts(in clock: LocalClock) -> [(name: String, fact: Phrase)] {
    let zone = clock.zoneName
    func moment(_ instant: Instant) -> Phrase { "\(own: clock.dateAndTime(instant)) \(own: zone)" }
    var facts: [(String, Phrase?)] = [
      ("state", "\(own: item.state.rawValue)"),
      ("points", item.points.map { "\(own: $0)" }),
      ("team", "\(item.team)"),
      ("owners", item.owners.isEmpty ? nil : item.owners.map(person).joined(", ")),
      ("requester", item.requester.map(person)),
      ("labels", item.labels.isEmpty ? nil : item.labels.map { "\($0)" }.joined(", ")),
      ("epic", item.epic.map { "\($0)" }),
      ("due", item.due.map { "\($0)" }),
      ("source", item.source.map { "\(code: $0.text)" }),
      ("created", moment(item.createdAt)),
      ("updated", moment(item.updatedAt)),
      ("started", item.startedAt.map(moment)),
      ("delivered", item.deliveredAt.map(moment)),
      ("accepted", item.acceptedAt.map(moment)),
      ("runs", record.runs.isEmpty ? nil : record.runs.map { "\(own: $0)" }.joined(", ")),
    ]
    facts += item.links.map { ("\($0.kind.rawValue)", "\(code: $0.target)") }
    facts += item.blockers.map { ("blocker", blocker($0)) }
    facts += item.tasks.map { ("task", "\(own: $0.isDone ? "[x]" : "[ ]") \($0.text)") }
    facts += item.extra.map { ("further", "\($0.name): \($0.value)") }
    return facts.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  /// As in `2026-12-07 09:30 ana: sent back from delivered to rejected: it is slow`.
  func history(in clock: LocalClock) -> [Phrase] {
    record.transitions.map { transition in
      let start: Phrase = "\(own: clock.dateAndTime(transition.at)) \(transition.by): "
      let what: Phrase = "\(own: transition.from.rawValue) to \(own: transition.to.rawValue)"
      let run: Phrase = transition.run.map { ", by run \(own: $0)" } ?? ""
      return start + what + run + (transition.reason.map { ": \($0)" } ?? "")
    }
  }

  func comments(in clock: LocalClock) -> [Phrase] {
    record.comments.map { "\(own: clock.dateAndTime($0.at)) \($0.by): \($0.text)" }
  }

  private func person(_ handle: Handle) -> Phrase {
    guard let name = record.names[handle], name != handle.text else { return "\(handle)" }
    return "\(name) (\(handle))"
  }

  private func blocker(_ blocker: Blocker) -> Phrase {
    let item: Phrase = blocker.itemNumber.map { "item \(own: $0)" } ?? ""
    let gap: Phrase = blocker.item == nil || blocker.text.isEmpty ? "" : ": "
    return item + gap + "\(blocker.text)" + (blocker.isResolved ? ", resolved" : "")
  }
}
