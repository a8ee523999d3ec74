import Domain
import Foundation
import Store
import Workflow

/// The screens' seam, filled by a store.
public struct StoreBackend: Backend {
  private let store: Store
  /// Who sits here, as the store knows them.
  private let actor: Actor

  public init(store: Store, actor: Actor) {
    self.store = store
    self.actor = actor
  }

  private var now: Instant { Instant(Date()) }

  public func checklists() throws -> [ChecklistSummary] { try store.read { try $0.checklists() } }

  public func runs(before: RunNumber?, limit: Int) throws -> [RunSummary] {
    try store.read { try $0.runs(before: before, limit: limit) }
  }

  public func run(_ number: RunNumber) throws -> Run { try store.read { try $0.run(number) } }

  public func background(of number: RunNumber) throws -> RunBackground {
    let (run, people, zone) = try store.read { reader in
      let run = try reader.run(number)
      return (run, try reader.people(), try reader.team(run.team).zone)
    }
    let changes = try WhatChanged.of(run, in: store).map { ChangesSince(who: $0.person, lines: $0.lines) }
    return RunBackground(changes: changes, people: people, zone: zone)
  }

  public func startPage(for checklist: ChecklistName) throws -> StartPage {
    try store.read { reader in
      StartPage(version: try reader.version(of: checklist), teams: try reader.teams(), people: try reader.people())
    }
  }

  public func perform(_ action: RunAction, on run: RunNumber, as partner: Handle?) throws -> [Entry] {
    let actor = try partner.map { partner in try store.read { try $0.resolve(self.actor, as: partner) } } ?? self.actor
    return try store.perform(ActOnRun(run: run, action: action), by: actor, at: now)
  }

  public func start(_ order: RunOrder) throws -> RunNumber { try store.perform(StartRun(order), by: actor, at: now) }

  public func startPlanned(_ run: RunNumber, override: String?) throws {
    try store.perform(StartPlannedRun(run, override: override), by: actor, at: now)
  }

  public func attach(fileAt path: String, to run: RunNumber, step: StepID?) throws -> Evidence {
    try AttachFile(run: run, step: step, path: Self.expanded(path)).run(in: store, by: actor, at: now)
  }

  /// `~/` as the shell has it; a path is typed here where no shell sees it.
  private static func expanded(_ path: String) -> String {
    let path = path.trimmingCharacters(in: .whitespaces)
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst(1)
  }
}
