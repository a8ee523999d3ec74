import Domain
import Foundation

@testable import Exchange

/// Three weeks of a team, from a Monday on, with people whose names try everything.
enum DutySample {
  static let platform = TeamName("platform")
  static let (ana, bo, cy) = (Handle("ana"), Handle("bo"), Handle("cy"))
  static let start = Instant(rfc3339: "2026-12-07T09:00:00Z") ?? Instant(milliseconds: 0)
  static let clock = LocalClock(zone: Sample.zone, zoneName: "Europe/Berlin")

  static func days(_ count: Int) -> Instant { start + .seconds(Int64(count) * 86_400) }
  static func week(_ number: Int) -> DutyWindow { DutyWindow(start: days(number * 7), end: days(number * 7 + 7)) }

  static let duties = [
    TeamDuty(platform, 12, Duty(week(0), [ana, bo], reasons: [.neverPaired, .loads(3, 3)])),
    TeamDuty(
      platform, 13,
      Duty(
        week(1), [bo, cy],
        reasons: [.pairedBefore(days: 21), .carriesOver(bo), .loads(4, 2), .away(ana, "ill; at home, \u{1B}[2J\\")])),
    TeamDuty(platform, 14, Duty(week(2), [cy], reasons: [.alone])),
  ]

  static let people = [
    ana: Person(handle: ana, name: "Ana", contact: Contact(mail: "ana@example.org")),
    bo: Person(
      handle: bo, name: "Bo \"the\r\nATTENDEE:x\" O'Neil; a, b: c^nn",
      contact: Contact(mail: "bo x@example.org\r\nX:y")),
  ]
  static let names = people.mapValues(\.name)

  static func run(_ number: Int, _ state: RunState, plan: Instant? = nil, pair: [Handle] = [ana, bo]) -> RunSummary {
    RunSummary(
      number: RunNumber(number), version: Sample.version.reference, team: platform, environment: "prod",
      artifact: Artifact(name: "cf-release", version: "v205"), state: state, pair: pair, isRehearsal: false,
      incident: nil, plan: plan.map { Plan(at: $0, told: "support, sales") },
      startedAt: state == .planned ? nil : start,
      endedAt: nil, settled: 3, active: 10)
  }

  static func item(_ number: Int, _ state: ItemState, _ title: String) -> ItemLine {
    ItemLine(
      number: ItemNumber(number), team: platform, type: .feature, state: state, title: title, requester: cy,
      order: .first, createdAt: start, updatedAt: start, acceptedAt: state == .accepted ? start : nil)
  }

  static let lesson = Lesson(
    number: LessonNumber(5), checklist: ChecklistName("new-release"), text: "Look at *the* logs too",
    source: .redline(RunNumber(42)), base: 7, by: bo, at: start)

  static let incident = Incident(
    number: IncidentNumber(9), team: platform, title: "Log <drains> drop logs", severity: .critical,
    times: IncidentTimes(declared: days(6)), openedBy: ana)

  static let handoff = DutyHandoff(
    HandoffSides(
      duties[0], incoming: [bo, cy], signatures: [HandoffSignature(ana, .outgoing, at: days(7))]),
    runs: [run(42, .running)],
    deferred: [
      DeferredStep(
        run: RunNumber(41), step: StepID("smoke"), text: "Smoke tests", reason: "no | lab", by: ana, at: start)
    ],
    redlines: [lesson], incidents: [incident], items: [item(31, .delivered, "Scale <b>it</b>")],
    toil: [
      ToilEntry(1, team: platform, person: ana, minutes: 20, what: "restarts", item: ItemNumber(31), at: start)
    ],
    note: "Watch z1.\r\n- signed: nobody")
}
