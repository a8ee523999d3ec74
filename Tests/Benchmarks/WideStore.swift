import ChecklistFile
import Domain
import Foundation
import Host
import Store

/// A store that is long in every list: a hundred thousand short runs, hundreds of checklists and people, a checklist of
/// two hundred steps in many versions. Every row of it is made by the commands that users give.
final class WideStore {
  let path: String
  private(set) var store: Store
  let actor: Actor
  let runCount: Int
  private(set) var seconds = 0.0
  /// The newest run, of the long checklist and half done.
  private(set) var longRun: RunNumber?

  static let long = ChecklistName("long")
  static let longSteps = 200
  static let longVersions = 40
  private static let settledSteps = 60
  private static let shortCount = 300
  private static let peopleCount = 200
  private static let teamNames = (1...8).map { TeamName("team-\($0)") }
  private static let start = Instant(milliseconds: 1_577_869_200_000)

  /// Fills it without waiting for the disk, and opens it again as everybody does.
  init(at path: String, runs: Int) throws {
    self.path = path
    runCount = runs
    let login = Identity.current()
    let isKept = access(path, F_OK) == 0
    if !isKept {
      let began = clockMilliseconds()
      let options = StoreOptions(catalogue: .prodpair, isThrowAway: true)
      let store = try Store.create(path: path, kind: .personal, at: Self.start, options: options)
      try Self.fill(store, runs: runs, by: login)
      try store.maintain()
      try store.close()
      seconds = (clockMilliseconds() - began) / 1000
    }
    store = try Store.open(path: path, options: StoreOptions(catalogue: .prodpair))
    actor = try store.read { try $0.resolve(login) }
    longRun = try store.read {
      try $0.runs(RunFilter(environment: "lab", states: [.running]), limit: 1).first?.number
    }
    try store.maintain()
  }

  private static func fill(_ store: Store, runs: Int, by login: Actor) throws {
    for name in teamNames {
      var team = Team(name: name)
      team.environments = (["lab"] + (1...8).map { "lab-\($0)" }).map { Environment(name: $0, kind: .other) }
      try store.perform(AddTeam(team), by: login, at: start)
    }
    for number in 0..<peopleCount {
      let handle = number == 0 ? "ana" : number == 1 ? "bo" : "person-\(number)"
      let person = Person(
        handle: Handle(handle), name: "Person \(number)", login: number == 0 ? login.account : nil,
        teams: [teamNames[number % teamNames.count]])
      try store.perform(AddPerson(person), by: login, at: start)
    }
    for number in 0..<shortCount { try add(shortDocument(number), as: shortName(number), to: store, by: login) }
    for version in 1...longVersions { try add(longDocument(version), as: long, to: store, by: login) }
    let actor = try store.read { try $0.resolve(login) }
    for index in 0..<runs { try addRun(index, to: store, by: actor) }
    for number in 1...8 {
      let run = try store.perform(
        StartRun(order(long, "v0", to: "lab-\(number)", with: "person-\(number + 1)")), by: actor, at: Instant(Date()))
      try settle(number * 20, of: run, in: store, by: actor)
    }
    for number in 1...20 {
      let plan = Plan(at: Instant(Date()) + .minutes(Int64(number) * 600), told: "everybody")
      try store.perform(
        PlanRun(order(shortName(number), "v-next", to: "lab"), plan: plan), by: actor, at: Instant(Date()))
    }
  }

  /// Nine of ten are finished, the tenth is aborted.
  private static func addRun(_ index: Int, to store: Store, by actor: Actor) throws {
    let begun = start + .minutes(Int64(index) * 30)
    let partner = "person-\(2 + index % (peopleCount - 2))"
    let order = order(shortName(index / 20 % shortCount), "v\(index + 1)", to: "lab", with: partner)
    let run = try store.perform(StartRun(order), by: actor, at: begun)
    let actions: [RunAction] =
      index % 10 == 9
      ? [.abort(reason: "measured")]
      : (1...3).map { .settle(StepID("part-\($0)"), Settlement(.done)) } + [.finish]
    try store.perform(ActOnRun(run: run, actions: actions), by: actor, at: begun + .minutes(20))
  }

  private static func order(
    _ checklist: ChecklistName, _ version: String, to environment: String, with partner: String = "bo"
  ) -> RunOrder {
    RunOrder(
      checklist: checklist, team: teamNames[0], environment: environment,
      artifact: Artifact(name: "svc", version: version), pair: [Handle("ana"), Handle(partner)],
      override: "the benchmark does not wait for office hours")
  }

  private static func settle(_ count: Int, of run: RunNumber, in store: Store, by actor: Actor) throws {
    let actions = (1...count).map { RunAction.settle(StepID("item-\($0)"), Settlement(.done)) }
    try store.perform(ActOnRun(run: run, actions: actions), by: actor, at: Instant(Date()))
  }

  // MARK: Checklists

  private static func add(
    _ text: String, as name: ChecklistName, to store: Store, by login: Actor
  ) throws {
    let document = try ChecklistDocument(source: text, fileName: "\(name).md")
    try store.perform(ImportChecklist(document, as: name, reason: "for the benchmark"), by: login, at: start)
  }

  private static func shortName(_ number: Int) -> ChecklistName { ChecklistName("short-\(number)") }

  private static func shortDocument(_ number: Int) -> String {
    "# Short list \(number)\n\n## During\n\n"
      + (1...3).map { "- [ ] Check part \($0) of it <!-- id: part-\($0) -->\n" }.joined()
  }

  /// Each version words one step anew.
  private static func longDocument(_ version: Int) -> String {
    "# Long list\n\n## During\n\n"
      + (1...longSteps).map { step in
        let words = step == version ? "once more" : "with care"
        return "- [ ] Look at item \(step) of the long list <!-- id: item-\(step) -->\n\n"
          + "  Compare it \(words) with a healthy one, and say what differs.\n\n  ```sh\n  systemctl status svc-\(step)\n  ```\n"
      }.joined(separator: "\n")
  }

  // MARK: Runs to be worked on

  /// Makes the newest run one of the long checklist, with its first steps done, and returns it.
  @discardableResult
  func freshLongRun() throws -> RunNumber {
    if let longRun {
      try store.perform(ActOnRun(run: longRun, action: .abort(reason: "measured")), by: actor, at: Instant(Date()))
    }
    let order = Self.order(Self.long, "v-new", to: "lab")
    let run = try store.perform(StartRun(order), by: actor, at: Instant(Date()))
    try Self.settle(Self.settledSteps, of: run, in: store, by: actor)
    longRun = run
    return run
  }

  /// Claims the run's next step, so that its clock counts.
  func claimNextStep(of run: RunNumber) throws {
    let step = StepID("item-\(Self.settledSteps + 1)")
    try store.perform(ActOnRun(run: run, action: .start(step)), by: actor, at: Instant(Date()))
  }

  func settledSteps(of run: RunNumber) throws -> Int {
    try store.read { try $0.runSummary(run) }?.settled ?? 0
  }

  func summary() throws -> String {
    let (entries, head) = try store.read { reader in
      (try reader.first("SELECT count(*) AS n FROM run_entry")?.integer("n") ?? 0, try reader.journalHead())
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let filled = seconds == 0 ? "kept from before" : "filled in \(String(format: "%.0f", seconds)) s"
    return "\(runCount) runs, \(entries) entries, \(head.seq) journal entries, \(Self.shortCount + 1) checklists, "
      + "\(Self.peopleCount) people, \(size >> 20) MB, \(filled)"
  }
}
