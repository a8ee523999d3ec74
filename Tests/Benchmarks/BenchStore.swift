import Domain
import Foundation
import Host
import Store

/// A store full of finished runs, every one of them made by the commands that users give.
final class BenchStore {
  let path: String
  private(set) var store: Store
  let actor: Actor
  let runCount: Int
  /// How long it took to fill; 0 for one that was there.
  private(set) var seconds = 0.0
  private var openRun: RunNumber?

  static let lab = "lab"
  private static let start = Instant(milliseconds: 1_577_869_200_000)

  /// Of a hundred for each run.
  var entryCount: Int { runCount * BenchChecklist.stepCount }

  convenience init(in directory: String, runs: Int) throws {
    try self.init(at: "\(directory)/deep-\(runs).sqlite", runs: runs)
  }

  init(at path: String, runs: Int) throws {
    self.path = path
    runCount = runs
    let login = Identity.current()
    let options = StoreOptions(catalogue: .prodpair)
    if access(path, F_OK) == 0 {
      store = try Store.open(path: path, options: options)
      actor = try store.read { try $0.resolve(login) }
      openRun = try store.read { try $0.runs(RunFilter(states: [.running]), limit: 1).first?.number }
    } else {
      store = try Store.create(path: path, kind: .personal, at: Self.start, options: options)
      try Self.addTeam(to: store, by: login)
      actor = try store.read { try $0.resolve(login) }
      seconds = try milliseconds { for index in 0..<runs { try addFinishedRun(index) } } / 1000
    }
    try store.maintain()
  }

  private static func addTeam(to store: Store, by login: Actor) throws {
    var team = Team(name: TeamName("platform"))
    team.environments.append(Environment(name: lab, kind: .other))
    try store.perform(AddTeam(team), by: login, at: start)
    for (handle, account) in [("ana", login.account), ("bo", nil)] {
      let person = Person(handle: Handle(handle), name: handle, login: account, teams: [team.name])
      try store.perform(AddPerson(person), by: login, at: start)
    }
    for name in [BenchChecklist.grouped, BenchChecklist.flat] {
      let command = ImportChecklist(try BenchChecklist.document(name), as: name, reason: "for the benchmark")
      try store.perform(command, by: login, at: start)
    }
  }

  /// Of each two runs the first brings an artifact to staging, and the second to production.
  private func addFinishedRun(_ index: Int) throws {
    let begun = Self.start + .minutes(Int64(index) * 60)
    let order = order(
      BenchChecklist.grouped, "v\(index / 2 + 1)", to: index % 2 == 0 ? "staging" : "prod")
    let run = try store.perform(StartRun(order), by: actor, at: begun)
    for (group, head) in BenchChecklist.groupHeads.enumerated() {
      let action = RunAction.settle(head, Settlement(.done, includesChildren: true))
      try store.perform(ActOnRun(run: run, action: action), by: actor, at: begun + .minutes(Int64(group) * 10 + 5))
    }
    try store.perform(ActOnRun(run: run, action: .finish), by: actor, at: begun + .minutes(55))
  }

  private func order(_ checklist: ChecklistName, _ version: String, to environment: String) -> RunOrder {
    RunOrder(
      checklist: checklist, environment: environment, artifact: Artifact(name: "cf-release", version: version),
      pair: [Handle("ana"), Handle("bo")], override: "the benchmark does not wait for office hours")
  }

  /// A new run of the flat list, the newest of the store and the only one that goes on.
  func freshRun() throws -> RunNumber {
    if let openRun { try act(on: openRun, .abort(reason: "measured")) }
    let run = try store.perform(
      StartRun(order(BenchChecklist.flat, "v0", to: Self.lab)), by: actor, at: Instant(Date()))
    openRun = run
    return run
  }

  func act(on run: RunNumber, _ action: RunAction) throws {
    try store.perform(ActOnRun(run: run, action: action), by: actor, at: Instant(Date()))
  }

  func tick(_ number: Int, of run: RunNumber) throws {
    try act(on: run, .settle(BenchChecklist.flatStep(number), Settlement(.done)))
  }

  /// Runs the body while this process does not have the store open, and so nobody has.
  func whileClosed<Result>(_ body: () throws -> Result) throws -> Result {
    try store.close()
    let result = try body()
    store = try Store.open(path: path, options: StoreOptions(catalogue: .prodpair))
    return result
  }

  /// Everything about the store that a reader of the figures may want to know.
  func summary() throws -> String {
    let (entries, head) = try store.read { reader in
      (try reader.first("SELECT count(*) AS n FROM run_entry")?.integer("n") ?? 0, try reader.journalHead())
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    return "\(runCount) runs, \(entries) entries, \(head.seq) journal entries, \(size >> 20) MB, "
      + (seconds == 0 ? "kept from before" : "filled in \(String(format: "%.0f", seconds)) s")
  }
}
