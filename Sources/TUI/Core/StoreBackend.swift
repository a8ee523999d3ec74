import Domain
import Foundation
import Host
import Store
import Synchronization
import Workflow

/// The screens' seam, filled by a store.
public final class StoreBackend: Backend {
  private let store: Store
  /// Who sits here, as the store knows them; that changes when somebody gives their login to a person.
  private let known: Mutex<Actor>
  private let clock: @Sendable () -> Instant
  private let outputs: OpenOutputs

  public convenience init(
    store: Store, actor: Actor, clock: @escaping @Sendable () -> Instant = { Instant(Date()) }
  ) {
    self.init(store: store, actor: actor, clock: clock) { try StoredOutput($0, store: $1) }
  }

  /// - Parameter open: where the output of a command is read.
  init(
    store: Store, actor: Actor, clock: @escaping @Sendable () -> Instant,
    open: @escaping @Sendable (Execution, Store) throws -> any OutputSource
  ) {
    self.store = store
    known = Mutex(actor)
    self.clock = clock
    outputs = OpenOutputs { try open($0, store) }
  }

  public func output(of execution: Execution) throws -> any OutputSource { try outputs.source(of: execution) }

  private var now: Instant { clock() }
  var actor: Actor { known.withLock { $0 } }

  public func whoami() throws -> Handle? {
    let resolved = try store.read { try $0.resolve(actor) }
    known.withLock { $0 = resolved }
    return resolved.person
  }

  public func onStore<Result: Sendable>(_ body: (Store, Actor, Instant) throws -> Result) throws -> Result {
    try body(store, actor, now)
  }

  public func checklists() throws -> [ChecklistSummary] { try store.read { try $0.checklists() } }

  public func runs(_ filter: RunFilter, _ span: WindowSpan<RunNumber>) throws -> [RunSummary] {
    try store.read { reader in
      var runs =
        switch span.edge {
        case .below(let number): try reader.runs(filter, before: number, limit: span.limit)
        case .above(let number): try reader.runs(filter, after: number, limit: span.limit)
        }
      // Few run at a time: only those runs are read whole.
      let running = Dictionary(grouping: try reader.runningExecutions(), by: \.run)
      for index in runs.indices {
        guard let steps = running[runs[index].number].map({ Set($0.map(\.step)) }) else { continue }
        runs[index].runningSteps = try reader.run(runs[index].number).steps.filter { steps.contains($0.id) }.map(
          \.number)
      }
      return runs
    }
  }

  public func run(_ number: RunNumber) throws -> Run { try store.read { try $0.run(number) } }

  public func background(of number: RunNumber) throws -> RunBackground {
    let (run, people, zone) = try store.read { reader in
      let run = try reader.run(number)
      return (run, try reader.people(), try reader.team(run.team).zone)
    }
    let changed = try WhatChanged.of(run, in: store)
    let changes = try store.read { reader in try changed.map { try ChangesSince($0, run, reader) } }
    return RunBackground(changes: changes, people: people, zone: zone)
  }

  public func startPage(for checklist: ChecklistName) throws -> StartPage {
    try store.read { reader in
      var page = StartPage(
        version: try reader.version(of: checklist), teams: try reader.teams(), people: try reader.people(),
        lastRun: try reader.runs(RunFilter(checklist: checklist), limit: 1).first,
        redlines: try reader.openRedlines(on: checklist))
      if let team = page.team { page.items = try StartPage.itemsToCarry(of: team.name, reader) }
      page.cover = try DutyCover(of: page.team.map { [$0] } ?? page.teams, from: now, reader)
      return page
    }
  }

  public func perform(_ action: RunAction, on run: RunNumber, as partner: Handle?) throws -> [Entry] {
    let actor = try partner.map { partner in try store.read { try $0.resolve(self.actor, as: partner) } } ?? self.actor
    return try store.perform(ActOnRun(run: run, action: action), by: actor, at: now)
  }

  public func items(carriedBy run: RunNumber) throws -> [ItemLine] {
    try store.read { try $0.items(carriedBy: run) }
  }

  public func redlines(on checklist: ChecklistName) throws -> [Lesson] {
    try store.read { try $0.openRedlines(on: checklist) }
  }

  public func lineHistory(of version: VersionReference, besides run: RunNumber) throws -> LineHistory {
    try store.read { try LineHistory(of: $0.version(version), besides: run, in: $0) }
  }

  public func redline(_ redline: Redline, on run: RunNumber) throws -> (lesson: LessonNumber, entries: [Entry]) {
    let command = RedlineStep(run: run, text: redline.why, step: redline.step, edit: redline.edit)
    let output = try store.perform(command, by: actor, at: now)
    return (output.lesson, output.entries)
  }

  public func start(_ order: RunOrder) throws -> RunNumber { try store.perform(StartRun(order), by: actor, at: now) }

  public func startPlanned(_ run: RunNumber, override: String?) throws {
    try store.perform(StartPlannedRun(run, override: override), by: actor, at: now)
  }

  public func attach(fileAt path: String, to run: RunNumber, step: StepID?) throws -> Evidence {
    try AttachFile(run: run, step: step, path: HomePath.expanded(path)).run(in: store, by: actor, at: now)
  }
}
