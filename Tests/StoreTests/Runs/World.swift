import CSQLite
import ChecklistFile
import Domain
import Foundation

@testable import Store

/// A store of its own with a team, two people and a checklist, gone when the test is over.
final class World {
  let directory: String
  let path: String
  let store: Store

  /// - Parameter isEmpty: without the team, the people and the checklist.
  init(isEmpty: Bool = false) throws {
    directory = NSTemporaryDirectory() + "prodpair-runs-" + UUID().uuidString
    path = directory + "/team.sqlite"
    store = try Store.create(
      path: path, kind: .personal, at: .morning, options: StoreOptions(catalogue: .prodpair))
    guard !isEmpty else { return }
    try perform(AddTeam(Team(name: TeamName("platform"))))
    try perform(AddPerson(.ana))
    try perform(AddPerson(.bo), by: .bo)
    try importRelease()
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: directory)
  }

  @discardableResult
  func perform<C: Command>(_ command: C, by actor: Actor = .ana, at now: Instant = .morning) throws -> C.Output {
    try store.perform(command, by: actor, at: now)
  }

  @discardableResult
  func act(
    _ action: RunAction, on run: RunNumber = RunNumber(1), by actor: Actor = .ana, at now: Instant = .morning,
    happened: Instant? = nil
  ) throws -> [Entry] {
    try perform(ActOnRun(run: run, action: action, happened: happened), by: actor, at: now)
  }

  @discardableResult
  func importRelease(
    _ source: String = World.release, path: String? = "/srv/release.md", by actor: Actor = .ana,
    reason: String = "first"
  ) throws -> ImportChecklist.Output {
    let document = try ChecklistDocument(source: source, fileName: "release.md")
    return try perform(
      ImportChecklist(
        document, as: ChecklistName("release"), reason: reason, origin: path.map { (host: "jump", path: $0) }),
      by: actor)
  }

  /// Starts a run of `release` by ana and bo.
  @discardableResult
  func start(
    _ environment: String = "staging", _ adjust: (inout RunOrder) -> Void = { _ in }, by actor: Actor = .ana,
    at now: Instant = .morning
  ) throws -> RunNumber {
    try perform(StartRun(order(environment, adjust)), by: actor, at: now)
  }

  func order(_ environment: String = "staging", _ adjust: (inout RunOrder) -> Void = { _ in }) -> RunOrder {
    var order = RunOrder(
      checklist: ChecklistName("release"), environment: environment,
      artifact: Artifact(name: "cf-release", version: "v205"), pair: [Handle("ana"), Handle("bo")],
      parameters: ["version": "v205"])
    adjust(&order)
    return order
  }

  /// Settles every step of the run and finishes it.
  func complete(_ number: RunNumber, deferring: Set<String> = [], at now: Instant = .morning) throws {
    for id in ["manifests", "attend", "deploy", "push", "smoke"] {
      if deferring.contains(id) {
        try act(.settle(StepID(id), Settlement(.deferred, reason: .given("not today"))), on: number, at: now)
      } else {
        try act(.settle(StepID(id), Settlement(.done, value: "well")), on: number, at: now)
      }
      if id == "deploy" { try act(.confirm(StepID(id)), on: number, by: .bo, at: now) }
    }
    try act(.finish, on: number, at: now)
  }

  func head() throws -> JournalHead { try store.read { try $0.journalHead() } }
  func run(_ number: Int = 1) throws -> Run { try store.read { try $0.run(RunNumber(number)) } }
  func state(_ step: String, _ number: Int = 1) throws -> StepState { try run(number).progress(of: StepID(step)).state }
  func actor(_ login: String, as handle: String? = nil) throws -> Actor {
    try store.read { try $0.resolve(Actor(login: login, uid: 1009), as: handle.map { Handle($0) }) }
  }

  /// The row that lists show and rules look at.
  func summary(_ number: Int = 1) throws -> RunSummary? { try store.read { try $0.runSummary(RunNumber(number)) } }
  func text(_ sql: String) throws -> String? { try store.read { try $0.first(sql)?.optionalText("found") } }

  /// Every row of every table that commands write.
  func rows() throws -> [String: Set<Row>] {
    try store.read { reader in
      try Dictionary(
        uniqueKeysWithValues: Catalogue.prodpair.tables.map {
          ($0.name, Set(try reader.rows("SELECT * FROM \(Table.quoted($0.name))")))
        })
    }
  }

  /// What nothing that is refused may change.
  struct Content: Equatable {
    var head: JournalHead
    var rows: [String: Set<Row>]
  }

  func content() throws -> Content { Content(head: try head(), rows: try rows()) }

  /// Runs SQL behind the store's back, past the triggers that keep it append-only.
  func forge(_ sql: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK, csqlite_keep_wal_on_close(connection) == SQLITE_OK else {
      throw ForgeError(text: "can't open")
    }
    let triggers = try store.read { try $0.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'") }
    for statement in try triggers.map({ "DROP TRIGGER \(try $0.text("name"))" }) + [sql] {
      guard sqlite3_exec(connection, statement, nil, nil, nil) == SQLITE_OK else {
        throw ForgeError(text: String(cString: sqlite3_errmsg(connection)))
      }
    }
  }

  struct ForgeError: Error { var text: String }

  static let release = """
    ---
    checklist: release
    team: platform
    environments: [staging, prod]
    start: Mon-Thu 09:00-11:30
    parameters:
      - name: version
        pattern: ^v[0-9]+$
    ---
    # Release

    ## Pre
    - [ ] Check the manifests <!-- id: manifests -->
    - [ ] Tell who must attend <!-- id: attend -->
    ## During
    - [ ] Deploy {{version}}, and watch the canaries <!-- id: deploy; killer; deploys; value: "updated; failed" -->
    ## Post
    - [ ] Run the smoke tests <!-- id: smoke -->
      - [ ] Push an app <!-- id: push -->
    ## Rollback
    Roll back when more than one runner fails.
    - [ ] Deploy the previous manifest <!-- id: back -->

    """
}

extension Person {
  static let ana = Person(handle: Handle("ana"), name: "Ana", login: "ana", teams: [TeamName("platform")])
  static let bo = Person(handle: Handle("bo"), name: "Bo", login: "bo", teams: [TeamName("platform")])
}

extension Instant {
  /// Monday 7 December 2026, ten o'clock in the morning UTC: inside every window.
  static let morning = Instant(milliseconds: 1_796_637_600_000)
}

extension RunAction {
  static func done(_ step: String, _ value: String? = nil) -> RunAction {
    .settle(StepID(step), Settlement(.done, value: value))
  }

  static func settle(_ step: String, _ outcome: Outcome, _ reason: String) -> RunAction {
    .settle(StepID(step), Settlement(outcome, reason: .given(reason)))
  }
}
