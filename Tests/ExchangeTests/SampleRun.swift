import Domain
import Foundation

@testable import Exchange

/// A world in one place: a checklist, two people with logins of their own, and a run with everything on it.
enum Sample {
  /// 2026-12-07 is a Monday; 08:30 UTC is 09:30 for the team.
  static let start = Instant(rfc3339: "2026-12-07T08:30:00Z") ?? Instant(milliseconds: 0)
  static let zone = TimeZone(secondsFromGMT: 3600) ?? .gmt

  static let ana = Actor(login: "ana", uid: 1001, person: Handle("ana"))
  static let bo = Actor(login: "bo", uid: 1002, person: Handle("bo"))
  /// Bo's name, typed at Ana's terminal.
  static let boTypedByAna = Actor(login: "ana", uid: 1001, person: Handle("ana"), actingAs: Handle("bo"))

  /// Escape sequence, bidi override, pipe, HTML, backticks, a mention, an issue, an image, a link, a second line.
  static let hostile =
    "\u{1B}[2J\u{202E}x | <img src=x onerror=y> `rm` @ops #12 ![a](http://e.example) **b** www.e.example :tada: $x$\nsecond | line"

  static func step(
    _ number: Int, _ id: String, _ section: Section, _ text: String, group: [String] = [], parent: String? = nil,
    _ attributes: StepAttributes = StepAttributes()
  ) -> Step {
    Step(
      id: StepID(id), number: number, section: section, group: group, parent: parent.map { StepID($0) },
      depth: parent == nil ? 0 : 1, text: text, attributes: attributes, line: 10 + number)
  }

  static let version = ChecklistVersion(
    reference: VersionReference(checklist: ChecklistName("new-release"), number: 7), title: "New release",
    settings: ChecklistSettings(
      deploy: "new-release", team: "platform", environments: ["staging", "prod"],
      start: WeeklyWindow("Mon-Thu 09:00-11:30"), expected: .seconds(10_800),
      parameters: [Parameter(name: "version", ask: "Release version, for example v205", pattern: "^v[0-9]+$")]),
    steps: [
      step(1, "final-release", .pre, "Generate the final release {{version}}"),
      step(2, "attend", .pre, "Tell who must attend", .init(expect: .seconds(600))),
      step(3, "canary", .during, "Canary runner_z1/0 healthy", group: ["Deploy"], .init(value: "healthy runners")),
      step(
        4, "deploy", .during, "Deploy, and watch the canaries", group: ["Deploy"],
        .init(expect: .seconds(3600), isKiller: true, value: "updated; failed", deploys: true)),
      step(5, "runners", .during, "Every runner on the new release", group: ["Deploy"], parent: "deploy"),
      step(6, "switch", .during, "Switch the load balancer", .init(isKiller: true, isNoReturn: true)),
      step(7, "smoke", .post, "Smoke tests", .init(wait: .seconds(900), isKiller: true)),
      step(8, "dashboards", .post, "Look at `the` dashboards | logs"),
      step(9, "publish", .post, "Publish {{version}} to {{nobody}}"),
      step(
        10, "stemcell", .post, "Only for a new stemcell",
        .init(condition: StepCondition(parameter: "stemcell", isEqual: true, value: "yes"))),
      step(11, "rollback-deploy", .rollback, "Deploy the previous manifest", .init(deploys: true)),
    ],
    rollbackPrompt: "Roll back when more than one runner fails.", source: "",
    sha256: String(repeating: "a1", count: 32),
    parent: 6, author: Handle("ana"), reason: "lesson 12", madeAt: start - .minutes(1440))

  static func after(_ minutes: Int64) -> Instant { start + .minutes(minutes) }

  /// Started with two rules overridden, on the proof of a staging run that had an exception.
  static func started(environment: Domain.Environment = .init(name: "prod", kind: .production)) throws -> Run {
    let artifact = Artifact(name: "cf-release", version: "v205", digest: "sha256:" + String(repeating: "0f", count: 32))
    let request = RunRequest(
      environment: environment, artifact: artifact, pair: [Handle("ana"), Handle("bo")],
      parameters: ["version": "v205"], incident: 9, override: "customers cannot log in")
    let facts = StartFacts(
      team: Team(
        name: TeamName("platform"), timeZone: "UTC",
        freezes: [Freeze(from: "2026-12-01", through: "2026-12-31", reason: "year's end")]),
      activeRuns: [],
      proofs: [
        .run(
          RunNumber(41), digest: artifact.digest,
          exceptions: [.init(step: StepID("dashboards"), state: .skipped, reason: "none in staging")])
      ])
    var entries = try request.start(
      of: version, given: facts,
      returning: [
        ReturningStep(run: RunNumber(40), step: StepID("publish"), text: "Publish v204", reason: "blob store down")
      ],
      by: ana, at: start)
    for index in entries.indices { entries[index].seq = index + 1 }
    return Run(
      number: RunNumber(42), version: version, team: TeamName("platform"), environment: environment,
      artifact: artifact, parameters: request.parameters, incident: 9, entries: entries)
  }

  /// Everything that a run can have on it, from start to its own rollback.
  static func full() throws -> Run {
    var run = try started()
    func act(_ action: RunAction, by actor: Actor, _ minutes: Int64, writtenLater late: Int64 = 0) throws {
      let moment = Moment(happened: after(minutes), written: after(minutes + late))
      run.append(try run.decide(action, by: actor, at: moment))
    }
    func settle(_ id: String, _ outcome: Outcome, reason: Reason? = nil, value: String? = nil) -> RunAction {
      .settle(StepID(id), Settlement(outcome, reason: reason, value: value))
    }
    try act(settle("attend", .done), by: bo, 1)
    try act(settle("final-release", .done), by: ana, 2, writtenLater: 30)
    try act(.start(StepID("canary")), by: bo, 10)
    try act(settle("canary", .failed, reason: .owed), by: bo, 13)
    try act(
      .attach(StepID("canary"), Evidence(sha256: String(repeating: "c3", count: 32), size: 2048, name: "canary|1.log")),
      by: bo, 14)
    try act(.note(StepID("canary"), hostile), by: bo, 15)
    try act(.giveReason(StepID("canary"), "port 34567 in use\nby another agent"), by: ana, 16)
    try act(.start(StepID("canary")), by: ana, 20)
    try act(settle("canary", .done, value: "13 healthy"), by: ana, 30)
    try act(.correct(StepID("canary"), reason: "miscounted"), by: ana, 31)
    try act(settle("canary", .done, value: "14 healthy"), by: bo, 32)
    try act(.start(StepID("deploy")), by: ana, 33)
    try act(settle("runners", .done), by: bo, 80)
    try act(settle("deploy", .done, value: "95 updated, 0 failed"), by: ana, 90)
    try act(.confirm(StepID("deploy")), by: bo, 91)
    try act(settle("switch", .done), by: ana, 92)
    try act(.confirm(StepID("switch")), by: boTypedByAna, 93)
    try act(.pause(reason: "lunch"), by: bo, 94)
    try act(.resume, by: bo, 114)
    try act(.join(Handle("cy"), .observer), by: ana, 115)
    try act(.start(StepID("smoke")), by: ana, 116)
    try act(settle("smoke", .done), by: ana, 140)
    try act(.goOnWithoutPartner(StepID("smoke"), reason: "bo is on the phone"), by: ana, 141)
    try act(settle("dashboards", .skipped, reason: .given(hostile)), by: bo, 142)
    try act(settle("publish", .deferred, reason: .given("blob store down")), by: bo, 143)
    try act(.rollBack(reason: "errors everywhere", override: "the old balancer is still there"), by: ana, 150)
    try act(settle("rollback-deploy", .done), by: bo, 170)
    try act(.finish, by: ana, 171)
    try act(.confirm(StepID("smoke")), by: bo, 1500)
    return run
  }

  /// In staging and still going: a claim, a confirmation that is waited for, a reason that is owed.
  static func active() throws -> Run {
    var run = try started(environment: .init(name: "staging", kind: .staging))
    func act(_ action: RunAction, by actor: Actor, _ minutes: Int64) throws {
      run.append(try run.decide(action, by: actor, at: Moment(after(minutes))))
    }
    try act(.settle(StepID("final-release"), Settlement(.done)), by: ana, 2)
    try act(.settle(StepID("attend"), Settlement(.notApplicable, reason: .owed)), by: bo, 3)
    try act(.settle(StepID("switch"), Settlement(.overridden, reason: .given("done by hand"))), by: ana, 5)
    try act(.start(StepID("canary")), by: bo, 6)
    return run
  }

  static func record(_ run: Run, now: Instant = after(3000), changes: [String] = []) -> RunRecord {
    RunRecord(
      run: run, zone: zone, zoneName: "Europe/Berlin", names: [Handle("ana"): "Ana", Handle("bo"): "Bo | \u{202E}B"],
      now: now, changes: changes)
  }
}
