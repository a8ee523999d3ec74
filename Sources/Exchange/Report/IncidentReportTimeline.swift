import Domain

/// What happened in an incident, as it happened: a drawing, all entries, the evidence, what was told to those who waited.
struct IncidentReportTimeline {
  let record: IncidentRecord

  private var timeline: IncidentTimeline { record.timeline }

  var blocks: [ReportBlock] {
    [
      .heading(2, "Timeline", id: "timeline"), .timeline(IncidentDrawing(record)),
      .table(
        MarkdownTable(header: ["At", "Kind", "By", "What happened"], rows: timeline.events.map(row))),
    ] + evidence + updates
  }

  private func row(_ event: IncidentEvent) -> [Phrase] {
    switch event {
    case .entry(let entry):
      return [
        "\(own: time(entry.at))", "**\(own: entry.kind.rawValue)**", "\(entry.by)", remarks(entry) + "\(entry.text)",
      ]
    case .run(let number, let entry):
      return ["\(own: time(entry.at))", "run \(own: number)", "\(entry.by)", told(entry, of: number)]
    }
  }

  private func told(_ entry: Entry, of number: RunNumber) -> Phrase {
    guard let run = record.run(number) else { return "\(own: entry.kind.rawValue)" }
    let words = EntryPhrase(record: run).phrase(for: entry)
    guard let id = entry.step else { return words }
    let step = run.run.steps.first { $0.id == id }
    let place: Phrase = step.map { "step \(own: $0.number) \(id)" } ?? "step \(id)"
    return place + " " + words
  }

  /// The program's words come first and somebody's text last, so that a text can't pass for a remark.
  private func remarks(_ entry: IncidentEntry) -> Phrase {
    var remarks: [Phrase] = ["no. \(own: entry.seq)"]
    if let target = entry.target { remarks.append("corrects no. \(own: target)") }
    if let correction = timeline.corrections[entry.seq] {
      remarks.append("**corrected by no. \(own: correction)**")
    }
    if !entry.signature.isOneself { remarks.append("typed at the login \(entry.signature.login)") }
    if entry.written - entry.at >= .seconds(60) { remarks.append("written \(own: time(entry.written))") }
    if !entry.evidence.isEmpty { remarks.append("with evidence") }
    return "[" + remarks.joined(", ") + "] "
  }

  private var evidence: [ReportBlock] {
    let shown = timeline.events.compactMap { event -> IncidentEntry? in
      if case .entry(let entry) = event, !entry.evidence.isEmpty { entry } else { nil }
    }
    guard !shown.isEmpty else { return [] }
    return [.heading(2, "Evidence", id: "evidence")]
      + shown.flatMap { entry -> [ReportBlock] in
        [
          .heading(3, "\(own: time(entry.at)), \(own: entry.kind.rawValue) no. \(own: entry.seq) by \(entry.by)"),
          .exhibits(
            entry.evidence.sorted { Self.place($0) < Self.place($1) }.map { exhibit($0) }),
        ]
      }
  }

  /// What is sick stands first, what is healthy beside it.
  private static func place(_ evidence: IncidentEvidence) -> Int {
    evidence.health == .sick ? 0 : evidence.health == .healthy ? 1 : 2
  }

  private func exhibit(_ evidence: IncidentEvidence) -> Exhibit {
    let content: Exhibit.Content =
      switch evidence.kind {
      case .metric: .metric(evidence.text)
      case .log: .log(evidence.text)
      case .file:
        .file(evidence.file.map { "\(own: $0.size) bytes, SHA-256 \(code: $0.sha256)" } ?? "\(evidence.text)")
      }
    return Exhibit(health: evidence.health?.rawValue, name: evidence.name, content: content)
  }

  private var updates: [ReportBlock] {
    guard !record.updates.isEmpty else { return [] }
    return [.heading(2, "Status updates", id: "updates")]
      + record.updates.flatMap { update -> [ReportBlock] in
        let fate: Phrase =
          update.sent.map { "sent \(own: time($0.at)) by \($0.by)" } ?? "a draft of \(update.by), never sent"
        return [.heading(3, "Update \(own: update.number), " + fate), .prose(update.text)]
      }
  }

  private func time(_ instant: Instant) -> String { record.clock.time(instant, near: record.incident.times.declared) }
}
