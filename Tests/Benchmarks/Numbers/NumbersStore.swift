import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// A year of a team that deploys more than once an hour and has an incident after every other deployment: 10,000 runs of
/// 100 steps, which make a million entries, and 5,000 incidents. Every row of it is made by the commands that users give.
enum NumbersStore {
  static let options = StoreOptions(catalogue: .prodpair)
  static let team = TeamName("platform")
  static let days: Int64 = 365

  /// A store that is there is taken as it is.
  static func make(at path: String, runs: Int) throws {
    guard access(path, F_OK) != 0 else { return }
    let start = Instant(Date()) - .seconds(days * 86_400)
    let login = Identity.current()
    let throwAway = StoreOptions(catalogue: .prodpair, isThrowAway: true)
    let store = try Store.create(path: path, kind: .personal, at: start, options: throwAway)
    try store.perform(AddTeam(Team(name: team)), by: login, at: start)
    let people = ["ana", "bo", "cy", "dan", "eve", "fay"]
    for (index, name) in people.enumerated() {
      let person = Person(
        handle: Handle(name), name: name, login: index == 0 ? login.account : nil, teams: [team])
      try store.perform(AddPerson(person), by: login, at: start)
    }
    try store.perform(SetRosterMembers(people.map { Handle($0) }, of: team), by: login, at: start)
    try store.perform(PlanDuties(team, weeks: 60), by: login, at: start)
    let document = try ChecklistDocument(source: checklist, fileName: "ship.md")
    let ship = ImportChecklist(document, as: ChecklistName("ship"), reason: "for the benchmark")
    try store.perform(ship, by: login, at: start)
    let actor = try store.read { try $0.resolve(login) }
    for index in 0..<runs {
      let begun = start + .seconds(Int64(index) * (days - 1) * 86_400 / Int64(runs))
      try addRun(index, at: begun, to: store, by: actor)
    }
    try store.maintain()
    try store.close()
  }

  /// Each tenth run fails at first; after every other one there is an incident, and toil after each fifth.
  private static func addRun(_ index: Int, at begun: Instant, to store: Store, by actor: Actor) throws {
    let order = RunOrder(
      checklist: ChecklistName("ship"), environment: "prod",
      artifact: Artifact(name: "svc-\(index % 5)", version: "v\(index + 1)"), pair: [Handle("ana"), Handle("bo")],
      parameters: ["commits": (begun - .minutes(Int64(60 + index % 3000))).rfc3339],
      override: "the benchmark does not wait for office hours")
    let run = try store.perform(StartRun(order), by: actor, at: begun)
    let deploy = StepID("deploy")
    var actions: [RunAction] = [.start(deploy)]
    if index % 10 == 0 { actions.append(.settle(deploy, Settlement(.failed, reason: .given("port in use")))) }
    actions.append(.settle(deploy, Settlement(.done)))
    actions += (1...9).map { .settle(StepID("group-\($0)"), Settlement(.done, includesChildren: true)) } + [.finish]
    try store.perform(ActOnRun(run: run, actions: actions), by: actor, at: begun + .minutes(20))
    if index % 2 == 0 { try addIncident(index, after: run, at: begun + .minutes(25), to: store, by: actor) }
    if index % 5 == 0 {
      let toil = LogToil(team, minutes: 15, what: "restarted it")
      try store.perform(toil, by: actor, at: begun + .minutes(30))
    }
  }

  private static func addIncident(
    _ index: Int, after run: RunNumber, at opened: Instant, to store: Store, by actor: Actor
  ) throws {
    let draft = IncidentDraft(
      team: team, title: "requests fail after v\(index + 1)", services: ["svc-\(index % 5)"],
      impactBegan: opened - .minutes(5), detected: opened - .minutes(Int64(index % 5)),
      runs: index % 8 == 0 ? [IncidentRun(run, .caused)] : [IncidentRun(run, .related)])
    let number = try store.perform(OpenIncident(draft), by: actor, at: opened)
    let minutes = Int64(10 + index % 200)
    try store.perform(SettleIncident(number, .mitigate), by: actor, at: opened + .minutes(minutes))
    try store.perform(SettleIncident(number, .resolve), by: actor, at: opened + .minutes(minutes + 30))
    guard index % 20 == 0 else { return }
    let retro = try store.perform(
      OpenRetro(RetroDraft(incidents: [number], facilitator: Handle("cy"))), by: actor, at: opened + .minutes(600))
    let action = ItemDraft(team: team, title: "Look at v\(index + 1)")
    try store.perform(AddRetroAction(retro, .prevent, .new(action)), by: actor, at: opened + .minutes(700))
  }

  /// A step that deploys, and nine groups of eleven.
  private static let checklist: String = {
    let groups = (1...9).map { group in
      "- [ ] Look at group \(group) <!-- id: group-\(group) -->\n"
        + (1...10).map { "  - [ ] Check part \(group).\($0) <!-- id: part-\(group)-\($0) -->\n" }.joined()
    }
    return """
      ---
      checklist: ship
      expected: 30m
      without-staging: there is none
      parameters:
        - name: commits
          default: ""
      ---
      # Ship

      ## During
      - [ ] Deploy it <!-- id: deploy; deploys -->

      ## Post
      \(groups.joined())
      """
  }()
}
