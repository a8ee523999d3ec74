import Domain

/// Everything that happened in an incident, as JSON: its own entries and those of its runs, in the order of their times.
enum TimelineJSON {
  static func json(_ record: IncidentRecord) -> JSON {
    let words = TimelinePhrase(record: record)
    return JSON(record.timeline.events) { event in
      switch event {
      case .entry(let entry): json(entry, record.timeline)
      case .run(let number, let entry):
        json(
          event, entry.signature, run: number, seq: entry.seq, kind: entry.kind.rawValue, step: entry.step,
          text: words.phrase(for: event).text)
      }
    }
  }

  private static func json(_ entry: IncidentEntry, _ timeline: IncidentTimeline) -> JSON {
    json(
      .entry(entry), entry.signature, run: nil, seq: entry.seq, kind: entry.kind.rawValue, step: nil,
      text: entry.text, corrects: entry.target, correctedBy: timeline.corrections[entry.seq],
      evidence: entry.evidence)
  }

  /// Every key for every kind of event.
  private static func json(
    _ event: IncidentEvent, _ signature: Signature, run: RunNumber?, seq: Int, kind: String, step: StepID?,
    text: String, corrects: Int? = nil, correctedBy: Int? = nil, evidence: [IncidentEvidence] = []
  ) -> JSON {
    [
      "run": JSON(run), "seq": .integer(seq), "kind": .string(kind), "step": JSON(step), "text": .string(text),
      "by": JSON(signature.by), "login": .string(signature.login), "account": .string(signature.account),
      "verified": .bool(signature.isVouchedFor), "at": JSON(event.at), "written": JSON(event.written),
      "corrects": JSON(corrects), "correctedBy": JSON(correctedBy), "evidence": JSON(evidence, element: json),
    ]
  }

  private static func json(_ evidence: IncidentEvidence) -> JSON {
    [
      "kind": .string(evidence.kind.rawValue), "health": JSON(evidence.health?.rawValue),
      "name": .string(evidence.name), "text": .string(evidence.text), "sha256": JSON(evidence.file?.sha256),
      "size": JSON(evidence.file?.size),
    ]
  }
}
