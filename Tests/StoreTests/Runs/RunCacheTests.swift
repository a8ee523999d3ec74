import Domain
import Foundation
import Testing

@testable import Store

@Suite("Runs that were read before")
struct RunCacheTests {
  /// What a run comes to, to be compared.
  private struct Facts: Equatable {
    let entries: [Entry]
    let steps: [StepID: StepProgress]
    let people: [Participation]
    let entered: Set<Section>
    let withdrawn: Set<Int>
    let state: RunState
    let times: [Instant?]

    init(_ run: Run) {
      entries = run.entries
      steps = run.progress.steps
      people = run.progress.people
      entered = run.progress.entered
      withdrawn = run.progress.withdrawn
      state = run.state
      times = [run.progress.startedAt, run.progress.endedAt, run.plan?.at]
    }
  }

  private func facts(_ store: Store, _ number: Int = 1) throws -> Facts {
    Facts(try store.read { try $0.run(RunNumber(number)) })
  }

  /// As a process sees it that has read nothing yet.
  private func anew(_ world: World, _ number: Int = 1) throws -> Facts {
    let store = try opened(world)
    defer { try? store.close() }
    return try facts(store, number)
  }

  private func opened(_ world: World) throws -> Store {
    try Store.open(path: world.path, options: StoreOptions(catalogue: .prodpair))
  }

  @Test("A run that two processes write on by turns is to both, after each act, what it is to one that reads it all")
  func continued() throws {
    let world = try World()
    try world.start()
    let other = try opened(world)
    defer { try? other.close() }
    let acts: [(RunAction, Actor)] = [
      (.start(StepID("manifests")), .ana), (.settle("manifests", .failed, "dirty tree"), .bo),
      (.note(nil, "look at the branch"), .ana), (.correct(StepID("manifests"), reason: "wrong branch"), .bo),
      (.done("manifests"), .bo), (.settle(StepID("attend"), Settlement(.notApplicable, reason: .owed)), .ana),
      (.giveReason(nil, "nobody must"), .ana), (.done("deploy", "95; 0"), .ana), (.confirm(StepID("deploy")), .bo),
      (.pause(reason: "lunch"), .bo), (.resume, .ana),
      (.settle(StepID("smoke"), Settlement(.done, includesChildren: true)), .ana), (.finish, .bo),
      (.markRolledBack(reason: "logs dropped", by: nil), .ana),
    ]
    for (index, (action, actor)) in acts.enumerated() {
      let store = index.isMultiple(of: 3) ? other : world.store
      try store.perform(ActOnRun(run: RunNumber(1), action: action), by: actor, at: .morning + .minutes(Int64(index)))
      let whole = try anew(world)
      #expect(try facts(world.store) == whole, "\(action)")
      #expect(try facts(other) == whole, "\(action)")
    }
    #expect(try facts(other).entries.count > acts.count)
    #expect(try world.store.verify().isSound)
  }

  @Test("A planned run that is moved has its new time, also where nothing else came")
  func moved() throws {
    let world = try World()
    let later = Instant.morning + .minutes(90)
    let number = try world.perform(PlanRun(world.order(), plan: Plan(at: .morning + .minutes(30))))
    _ = try world.run(number.value)
    try world.act(.move(Plan(at: later, told: "bo")), on: number)
    #expect(try world.run(number.value).plan == Plan(at: later, told: "bo"))
    #expect(try facts(world.store, number.value) == anew(world, number.value))
  }

  @Test("A reading that began before others wrote does not see what they wrote, though its store knows of it")
  func olderSnapshot() throws {
    let world = try World()
    try world.start()
    let before = try facts(world.store)
    let store = world.store
    try store.read { reader in
      // The snapshot is taken with the first question.
      _ = try reader.runSummary(RunNumber(1))
      let isWritten = DispatchSemaphore(value: 0)
      let writer = Thread {
        for step in ["manifests", "attend", "deploy"] {
          _ = try? store.perform(ActOnRun(run: RunNumber(1), action: .done(step, "1; 0")), by: .ana, at: .morning)
        }
        isWritten.signal()
      }
      writer.start()
      isWritten.wait()
      #expect(Facts(try reader.run(RunNumber(1))) == before)
    }
    #expect(try facts(store) == anew(world))
    #expect(try world.state("deploy") == .done)
  }

  /// Ticks, reads the run with its tick, and is refused then.
  private struct Refused: Command {
    struct Why: Error {}
    static let name = "refused"
    static let undo = UndoPolicy.undoable

    func perform(in transaction: Transaction) throws {
      _ = try ActOnRun(run: RunNumber(1), action: .done("manifests")).perform(in: transaction)
      #expect(try transaction.run(RunNumber(1)).progress(of: StepID("manifests")).state == .done)
      throw Why()
    }
  }

  @Test("What a transaction had written that was undone is not remembered")
  func undone() throws {
    let world = try World()
    try world.start()
    #expect(throws: Refused.Why.self) { try world.perform(Refused()) }
    #expect(try world.state("manifests") == .open)
    #expect(try facts(world.store) == anew(world))
  }

  @Test("A run whose last entry is another one is read whole")
  func otherRun() throws {
    let world = try World()
    try world.start()
    try world.act(.note(nil, "first"))
    #expect(try world.run().entries.last?.value == "first")
    try world.forge(
      """
      UPDATE run_entry SET value = 'another' WHERE run = 1 AND seq = (SELECT max(seq) FROM run_entry WHERE run = 1);
      UPDATE run_entry SET value = 'older' WHERE run = 1 AND seq = 1
      """)
    #expect(try world.run().entries.last?.value == "another")
    #expect(try facts(world.store) == anew(world))
  }
}
