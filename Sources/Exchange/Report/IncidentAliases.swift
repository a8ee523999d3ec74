import Domain

/// What stands for the people of an incident when its report is told without names.
///
/// The commander, the scribe and the facilitator are called so. Whoever else was at it is a responder, whoever came to it
/// afterwards a colleague, with letters in the order in which they appear; so the same record gives the same letters.
enum IncidentAliases {
  static func mask(_ record: IncidentRecord, _ retro: RetroRecord?) -> NameMask {
    var aliases: [Handle: String] = [:]
    func name(_ handle: Handle?, _ alias: @autoclosure () -> String) {
      guard let handle, !handle.text.isEmpty, handle.text != NameMask.nobody, aliases[handle] == nil else { return }
      aliases[handle] = alias()
    }
    name(record.incident.roles.commander, "commander")
    name(record.incident.roles.scribe, "scribe")
    name(retro?.retro.facilitator, "facilitator")
    var count = 0
    for handle in responders(record) {
      name(
        handle,
        {
          defer { count += 1 }; return "responder \(letters(count))"
        }())
    }
    count = 0
    for handle in colleagues(record, retro) {
      name(
        handle,
        {
          defer { count += 1 }; return "colleague \(letters(count))"
        }())
    }
    for signature in signatures(record) {
      name(Handle(signature.login), signature.isOneself ? aliases[signature.by] ?? "somebody else" : "somebody else")
    }
    return NameMask(aliases, people: record.names.merging(retro?.names ?? [:]) { first, _ in first })
  }

  private static func responders(_ record: IncidentRecord) -> [Handle] {
    let events = record.timeline.events.flatMap { event -> [Handle?] in
      guard case .run(_, let entry) = event else { return [event.by] }
      return [entry.by, entry.subject] + people(handedOver: entry)
    }
    return record.incident.roles.everybody + events.compactMap(\.self)
      + record.runs.flatMap { $0.record.pair + $0.record.run.progress.people.map(\.who) }
      + [record.incident.openedBy]
  }

  /// A hand-over keeps who had it as its value.
  private static func people(handedOver entry: Entry) -> [Handle?] {
    entry.kind == .handedOver ? [entry.value.map { Handle($0) }] : []
  }

  private static func colleagues(_ record: IncidentRecord, _ retro: RetroRecord?) -> [Handle] {
    var all: [Handle?] = record.updates.flatMap { [$0.by, $0.sent?.by] }
    if let retro {
      let content = retro.retro.content
      all += retro.retro.attendees + [retro.retro.openedBy]
      all += RetroQuestion.allCases.flatMap { content[$0].decisions.map { Handle($0.by) } }
      all += retro.incidents.flatMap { $0.roles.everybody + [$0.openedBy] }
    }
    for action in record.actions + (retro?.actions ?? []) + (retro?.earlier ?? []) {
      all += action.item.owners + [action.item.requester, action.by]
    }
    for lesson in record.lessons + (retro?.lessons ?? []) + record.runs.flatMap(\.record.lessons) {
      all += [lesson.by, lesson.fate?.by]
    }
    for run in record.runs {
      all +=
        [run.record.run.version.author] + run.record.items.flatMap { $0.owners + [$0.requester].compactMap(\.self) }
    }
    return all.compactMap(\.self)
  }

  private static func signatures(_ record: IncidentRecord) -> [Signature] {
    record.timeline.events.map { event in
      switch event {
      case .entry(let entry): entry.signature
      case .run(_, let entry): entry.signature
      }
    }
  }

  /// A to Z, then AA, AB.
  static func letters(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letters(index / 26 - 1) + last
  }
}
