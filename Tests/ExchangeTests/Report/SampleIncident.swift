import Domain
import Foundation

@testable import Exchange

extension Sample {
  static let people = [
    Handle("ana"): "Ana Lopez", Handle("bo"): "Bo Berg", Handle("cy"): "Cy Will", Handle("dee"): "Dee",
  ]

  private static func signature(_ by: String) -> Signature {
    Signature(by: Handle(by), login: by == "bo" ? "bberg" : by, account: by, isOneself: true, isVouchedFor: true)
  }

  private static func entry(
    _ seq: Int, _ kind: IncidentEntryKind, _ by: String, _ minutes: Int64, _ text: String, late: Int64 = 0,
    target: Int? = nil, evidence: [IncidentEvidence] = []
  ) -> IncidentEntry {
    IncidentEntry(
      seq: seq, kind: kind, text: text, signature: signature(by), at: after(minutes), written: after(minutes + late),
      target: target, evidence: evidence)
  }

  static func times(
    _ impact: Int64?, _ detected: Int64?, _ declared: Int64, _ mitigated: Int64?, _ resolved: Int64?, _ closed: Int64?
  ) -> IncidentTimes {
    IncidentTimes(
      impactBegan: impact.map(after), detected: detected.map(after), declared: after(declared),
      mitigated: mitigated.map(after), resolved: resolved.map(after), closed: closed.map(after))
  }

  static func incident(_ times: IncidentTimes, title: String = "Log lines are dropped") -> Incident {
    Incident(
      number: IncidentNumber(9), team: TeamName("platform"), title: title, severity: .major,
      services: ["log-aggregators"], customersNoticed: .no,
      roles: IncidentRoles(
        commander: Handle("ana"), scribe: Handle("cy"), pair: [Handle("ana"), Handle("bo")], called: [Handle("dee")]),
      times: times, openedBy: Handle("bo"))
  }

  /// An incident with everything on it, and a run that put things right.
  static func whole(title: String = "Log lines are dropped", text: String = "queues are full, says Ana") throws
    -> (IncidentRecord, RetroRecord)
  {
    let metric = IncidentEvidence(.metric, "aggregator 3: queue", text: "98 %", health: .sick)
    let healthy = IncidentEvidence(.metric, "aggregator 7: queue", text: "12 %", health: .healthy)
    let log = IncidentEvidence(.log, "aggregator 3", text: "dropped 120\ndropped 340", health: .sick)
    let file = IncidentEvidence(
      .file, "graph-of-ana.png",
      file: Evidence(sha256: String(repeating: "ab", count: 32), size: 512, name: "graph.png"))
    let entries = [
      entry(1, .alert, "bo", 3, "queue depth over 90 %"),
      entry(2, .observation, "ana", 6, text, evidence: [healthy, metric, log, file]),
      entry(3, .hypothesis, "bo", 9, "the surge of the festival"),
      entry(4, .decision, "ana", 14, "scale from 10 to 20 a zone", late: 5),
      entry(5, .action, "bo", 20, "deployed the manifest"),
      entry(6, .correction, "bo", 22, "it was the second manifest", target: 5),
      entry(7, .update, "cy", 25, "Logs are late"), entry(8, .time, "ana", 40, "mitigated"),
    ]
    let run = record(try full())
    let incident = incident(times(0, 3, 5, 40, 55, 9000), title: title)
    let lesson = Lesson(
      number: LessonNumber(4), checklist: ChecklistName("new-release"), text: "scale the aggregators with the app",
      source: .incident(9), base: 7, by: Handle("bo"), at: after(100),
      fate: LessonFate(.folded(version: 8, step: nil), by: Handle("ana"), at: after(200)))
    let item = ItemLine(
      number: ItemNumber(31), team: TeamName("platform"), type: .chore, state: .started, title: "Alert on the queue",
      owners: [Handle("bo")], due: "2026-12-20", order: .first, createdAt: start, updatedAt: start)
    let action = RetroAction(
      retro: RetroNumber(2), kind: .detect, question: .whatWentWrong, item: item, by: Handle("cy"), at: after(300))
    let content = RetroContent(
      answers: [
        .whatHappened: RetroAnswer("A surge.\n\n- ten aggregators\n- no alert\n1. first", lessons: [4]),
        .whatWentWrong: RetroAnswer(isUnknown: true),
        .willItHappenAgain: RetroAnswer("No.", decisions: [RetroDecision("we scale them together", by: Handle("dee"))]),
      ],
      impact: "No customer noticed; dee did.",
      factors: [
        ContributingFactor(.trigger, "a surge"), ContributingFactor(.cause, "nobody scaled them"),
        ContributingFactor(.aggravation, "no alert"),
      ], wentWell: ["fast"], wentWrong: ["late"], gotLucky: ["at noon"], whySurprised: "We thought that it scales.",
      judgements: [ActionJudgement(ItemNumber(31), .worked, note: "as bo says")])
    let retro = Retro(
      number: RetroNumber(2), team: TeamName("platform"), title: title, incidents: [IncidentNumber(9)],
      state: .reviewed,
      facilitator: Handle("eve"), attendees: [Handle("ana"), Handle("flo")], due: "2026-12-14", content: content,
      openedBy: Handle("eve"), openedAt: after(250), reviewedAt: after(400))
    let clock = LocalClock(zone: zone, zoneName: "Europe/Berlin")
    return (
      IncidentRecord(
        incident, timeline: IncidentTimeline(entries, runs: [(number: run.run.number, entries: run.run.entries)]),
        runs: [.init(.remedy, run)],
        updates: [
          StatusUpdate(
            incident: IncidentNumber(9), number: 1, text: "Logs are late.\nBo is at it.", by: Handle("cy"),
            at: after(24),
            sent: .init(by: Handle("cy"), at: after(25), entry: 7))
        ], recurrences: [.incident(IncidentNumber(3))], recurredIn: [IncidentNumber(12)], lessons: [lesson],
        retro: retro,
        actions: [action], clock: clock, names: people, now: after(10_000)),
      RetroRecord(
        retro, incidents: [incident], actions: [action], earlier: [action], lessons: [lesson], clock: clock,
        names: people,
        now: after(10_000))
    )
  }

  /// An incident of which only times and entries are known.
  static func bare(_ times: IncidentTimes, entries: [IncidentEntry] = [], now: Int64 = 10_000) -> IncidentRecord {
    IncidentRecord(
      incident(times), timeline: IncidentTimeline(entries), clock: LocalClock(zone: zone, zoneName: "Europe/Berlin"),
      now: after(now))
  }
}
