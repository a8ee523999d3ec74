import Domain
import Store
import Workflow

extension Stage {
  /// A run of a starter checklist by ana and bo. Bo has redlined two of its lines, and ana one.
  init(redliningAt path: String, now: Instant) throws {
    let (ana, bo) = (Handle("ana"), Handle("bo"))
    store = try Store.create(path: path, kind: .personal, at: now, options: StoreOptions(catalogue: .prodpair))
    self.now = now
    actor = Actor(login: "ana", uid: 1001, person: ana)
    let other = Actor(login: "bo", uid: 1002, person: bo)
    viewer = Viewer(handle: ana, account: "ana")
    let team = Team(name: TeamName("platform"), timeZone: "UTC")
    _ = try Provision(team: team).run(in: store, by: actor, at: now)
    for who in [ana, bo] {
      let person = Person(handle: who, name: who.text.capitalized, login: who.text, teams: [team.name])
      try store.perform(AddPerson(person), by: actor, at: now)
    }
    let begun = now - .minutes(25)
    let order = RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging",
      artifact: Artifact(name: "router-manifest", version: "v12"), pair: [ana, bo], parameters: ["commit": "abcdef1"])
    let run = try store.perform(StartRun(order), by: actor, at: begun)
    let steps = try store.read { try $0.run(run).steps }
    guard let first = steps.first, let killer = steps.first(where: \.isKiller) else { return }
    try store.perform(
      RedlineStep(run: run, edit: .reword(first.id, to: first.text + ", by name")), by: other, at: now - .minutes(9))
    try store.perform(
      RedlineStep(run: run, text: "it does not say who else signs", step: killer.id), by: other, at: now - .minutes(4))
    try store.perform(
      RedlineStep(run: run, edit: .add(text: "Tell support what changes", .after(killer.id))), by: actor,
      at: now - .minutes(2))
  }
}
