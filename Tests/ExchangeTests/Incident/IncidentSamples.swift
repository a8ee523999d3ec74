import Domain

@testable import Exchange

extension Sample {
  static let incident = Incident(
    number: IncidentNumber(9), team: TeamName("platform"), title: "Logs are dropped", severity: .major,
    services: ["log-aggregators", "drain"], customersNoticed: .no,
    roles: IncidentRoles(
      commander: Handle("ana"), scribe: Handle("cy"), pair: [Handle("ana"), Handle("bo")], called: [Handle("dee")]),
    times: IncidentTimes(
      impactBegan: after(-40), detected: after(12), declared: after(14), mitigated: after(55), resolved: after(70)),
    openedBy: Handle("ana"))

  static let incidentEntries: [IncidentEntry] = [
    entry(1, .alert, "lag above 5m", by: ana, at: 12),
    entry(2, .time, "declared, sev 2: Logs are dropped", by: ana, at: 14),
    entry(
      3, .hypothesis, "the drain is full", by: boTypedByAna, at: 16,
      evidence: [
        IncidentEvidence(.metric, "aggregator 3: queue depth", text: "9000", health: .sick),
        IncidentEvidence(.metric, "aggregator 1: queue depth", text: "12", health: .healthy),
        IncidentEvidence(.log, "agent", text: "dropped 14 lines\ndropped 90 lines"),
        IncidentEvidence(
          .file, "top.log", file: Evidence(sha256: String(repeating: "c3", count: 32), size: 2048, name: "top.log")),
      ]),
    entry(4, .correction, "the aggregators are too few", by: ana, at: 16, written: 40, target: 3),
    entry(5, .update, "We see it.\nMore at ten.", by: ana, at: 20),
    entry(6, .observation, hostile, by: bo, at: 30),
  ]

  static func entry(
    _ seq: Int, _ kind: IncidentEntryKind, _ text: String, by actor: Actor, at minute: Int64, written: Int64? = nil,
    target: Int? = nil, evidence: [IncidentEvidence] = []
  ) -> IncidentEntry {
    IncidentEntry(
      seq: seq, kind: kind, text: text, signature: Signature(actor), at: after(minute),
      written: after(written ?? minute), target: target, evidence: evidence)
  }

  static func incidentRecord(runs: [IncidentRecord.RelatedRun] = []) -> IncidentRecord {
    var folded = Lesson(
      number: LessonNumber(12), checklist: ChecklistName("new-release"), text: "Scale the aggregators with the app",
      source: .incident(9), base: 7, by: Handle("ana"), at: after(100))
    folded.fate = LessonFate(.folded(version: 8, step: nil), by: Handle("bo"), at: after(200))
    return IncidentRecord(
      incident,
      timeline: IncidentTimeline(
        incidentEntries, runs: runs.map { (number: $0.number, entries: $0.record.run.entries) }),
      runs: runs,
      updates: [
        StatusUpdate(
          incident: incident.number, number: 1, text: "We see it.\nMore at ten.", by: Handle("ana"), at: after(18),
          sent: StatusUpdate.Sent(by: Handle("bo"), at: after(20), entry: 5)),
        StatusUpdate(incident: incident.number, number: 2, text: "It is over.", by: Handle("bo"), at: after(71)),
      ],
      recurrences: [.incident(IncidentNumber(3)), .lesson(LessonNumber(4))], recurredIn: [IncidentNumber(14)],
      lessons: [folded],
      retro: Retro(
        number: RetroNumber(4), team: TeamName("platform"), title: "Logs are dropped", incidents: [incident.number],
        facilitator: Handle("cy"), due: "2026-12-14", openedBy: Handle("cy"), openedAt: after(90)),
      actions: [
        RetroAction(
          retro: RetroNumber(4), kind: .prevent, question: .willItHappenAgain, item: item, by: Handle("cy"),
          at: after(95))
      ],
      clock: LocalClock(zone: zone, zoneName: "Europe/Berlin"),
      names: [Handle("ana"): "Ana", Handle("bo"): "Bo | \u{202E}B"], now: after(3000))
  }

  private static var item: ItemLine {
    var item = Item(number: ItemNumber(31), team: TeamName("platform"), title: "20 a zone", createdAt: start)
    item.owners = [Handle("ana"), Handle("bo")]
    item.due = "2026-12-20"
    return ItemLine(item)
  }
}
