import Domain

/// What a line of an incident's timeline says, in words.
///
/// The program's words come first and somebody's text last, so that a text can't pass for a remark.
struct TimelinePhrase {
  let record: IncidentRecord

  /// Short where the day is the one on which the incident was declared.
  func time(_ instant: Instant) -> String { record.clock.time(instant, near: record.incident.times.declared) }

  /// As in `entry 4, hypothesis [struck: see entry 6]: the drain is full`, or `run 42, 3 canary: failed: port in use`.
  func phrase(for event: IncidentEvent) -> Phrase {
    switch event {
    case .entry(let entry): phrase(for: entry)
    case .run(let number, let entry): phrase(for: entry, of: number)
    }
  }

  /// What shows that an entry is so, a phrase each, as in `sick, metric aggregator 3: queue depth: 9000`.
  func evidence(of event: IncidentEvent) -> [Phrase] {
    guard case .entry(let entry) = event else { return [] }
    return entry.evidence.map { one in
      let health: Phrase = one.health.map { "\(own: $0.rawValue), " } ?? ""
      let head = health + "\(own: one.kind.rawValue) \(one.name)"
      if let file = one.file { return head + ", \(own: file.size) bytes, SHA-256 \(code: file.sha256)" }
      return one.text.isEmpty ? head : head + ": \(one.text.withoutEnd)"
    }
  }

  private func phrase(for entry: IncidentEntry) -> Phrase {
    let target: Phrase = entry.target.map { " of entry \(own: $0)" } ?? ""
    let text: Phrase = entry.text.isEmpty ? "" : ": \(entry.text)"
    return "entry \(own: entry.seq), \(own: entry.kind.words)" + target + remarks(on: entry) + text
  }

  private func phrase(for entry: Entry, of number: RunNumber) -> Phrase {
    guard let run = record.run(number) else { return "run \(own: number): \(own: entry.kind.rawValue)" }
    let step = entry.step.flatMap { id in run.run.steps.first { $0.id == id } }
    let place: Phrase = step.map { ", \(own: $0.number) \($0.id)" } ?? ""
    return "run \(own: number)" + place + ": " + EntryPhrase(record: run).phrase(for: entry)
  }

  private func remarks(on entry: IncidentEntry) -> Phrase {
    var remarks: [Phrase] = []
    if let correction = record.timeline.corrections[entry.seq] {
      remarks.append("struck: see entry \(own: correction)")
    }
    if !entry.signature.isOneself { remarks.append("typed at the login \(entry.signature.login)") }
    if entry.written - entry.at >= .seconds(60) { remarks.append("written \(own: time(entry.written))") }
    return remarks.isEmpty ? "" : " [" + remarks.joined(", ") + "]"
  }
}

extension IncidentEntryKind {
  /// What a timeline calls it.
  var words: String {
    switch self {
    case .update: "status update"
    case .time: "state"
    default: rawValue
    }
  }
}

extension String {
  /// Without the line breaks at its end, which what comes from a program has.
  fileprivate var withoutEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
