import Domain
import Foundation
import Testing

@testable import Store

@Suite("What the record must not be talked into")
struct TrustTests {
  @Test("A confirmation counts as verified only from a login that is a person's own, and beyond doubt")
  func vouching() throws {
    let world = try World()
    try world.start()
    for step in ["manifests", "attend"] { try world.act(.settle(StepID(step), Settlement(.done, value: "x"))) }
    try world.act(.settle(StepID("deploy"), Settlement(.done, value: "x")))
    var doubtful = Actor.bo
    doubtful.doubt = "uids are mapped in a namespace"
    try world.act(.confirm(StepID("deploy")), by: doubtful)
    #expect(try world.run().progress(of: StepID("deploy")).confirmation == .confirmed(by: Handle("bo"), .unverified))
    try world.act(.correct(StepID("deploy"), reason: "again"))
    try world.act(.handOver(from: Handle("bo"), to: Handle("stranger")), by: Actor(login: "stranger", uid: 7))
    try world.act(.confirm(StepID("deploy")), by: Actor(login: "stranger", uid: 7))
    #expect(
      try world.run().progress(of: StepID("deploy")).confirmation == .confirmed(by: Handle("stranger"), .unverified))
  }

  @Test("A planned run starts in the environment as it is then, not as it was planned")
  func environmentKind() throws {
    let world = try World()
    try world.perform(PlanRun(world.order("staging"), plan: Plan(at: .morning)))
    try world.perform(
      EditTeam(TeamName("platform")) { team in
        team.environments = [
          Environment(name: "staging", kind: .production), Environment(name: "prod", kind: .production),
        ]
      })
    try world.perform(StartPlannedRun(RunNumber(1), override: "there is no staging any more"))
    #expect(try world.run().environment.kind == .production)
  }

  @Test("Two who edit a team at once both win")
  func concurrentEdits() async throws {
    let world = try World()
    let store = world.store
    await withTaskGroup(of: Void.self) { group in
      for day in 10..<30 {
        group.addTask {
          let edit = EditTeam(TeamName("platform")) {
            $0.holidays.append(Holiday(date: "2026-12-\(day)", name: ""))
          }
          _ = try? store.perform(edit, by: .ana, at: .morning)
        }
      }
    }
    #expect(try store.read { try $0.team(TeamName("platform")) }.holidays.count == 20)
  }

  @Test("Several actions are written together, or none of them where one is refused")
  func together() throws {
    let world = try World()
    try world.start()
    let before = try world.content()
    let actions: [RunAction] = [
      .settle(StepID("attend"), Settlement(.skipped, reason: .given("nobody to tell"))), .confirm(StepID("attend")),
    ]
    #expect(throws: Refusal.notAKiller(StepID("attend"))) {
      try world.perform(ActOnRun(run: RunNumber(1), actions: actions))
    }
    #expect(try world.content() == before)
  }

  @Test("A copy without its -wal is not taken for a backup")
  func halfCopy() throws {
    let world = try World()
    let copy = world.directory + "/copy.sqlite"
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: world.path + suffix, toPath: copy + suffix) }
    let target = world.directory + "/restored.sqlite"
    #expect {
      _ = try Store.restore(path: target, from: copy, at: .morning, options: StoreOptions(catalogue: .prodpair))
    } throws: { error in
      if case StoreError.unsoundBackup = error { true } else { false }
    }
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test("A side file that is a link to another's file is refused, and that file is left alone")
  func sideFileIsALink() throws {
    let world = try World()
    try world.store.close()
    let victim = world.directory + "/victim"
    #expect(
      FileManager.default.createFile(atPath: victim, contents: Data("x".utf8), attributes: [.posixPermissions: 0o600]))
    try FileManager.default.removeItem(atPath: world.path + "-wal")
    try FileManager.default.createSymbolicLink(atPath: world.path + "-wal", withDestinationPath: victim)
    #expect(throws: StoreError.self) {
      _ = try Store.open(path: world.path, options: StoreOptions(catalogue: .prodpair))
    }
    let mode = try FileManager.default.attributesOfItem(atPath: victim)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
