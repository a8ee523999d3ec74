import Domain
import Foundation
import Store
import Synchronization
import Terminal
import Testing
import Workflow

@testable import TUI

@Suite("The screens on a real store")
struct StoreBackendTests {
  private func order() -> RunOrder {
    RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging", artifact: .release, pair: ["ana", "bo"],
      parameters: ["commit": "abcdef1"])
  }

  @Test("A run that is begun and worked on by one is read by the other, verified by two logins")
  func twoPeople() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let store = real.store
    let ana = StoreBackend(store: store, actor: .own("ana"))
    let bo = StoreBackend(store: store, actor: .own("bo"))
    let number = try ana.start(order())
    let killer = try #require(try ana.run(number).steps.first { $0.isKiller })
    let value = killer.attributes.value == nil ? nil : "20; 40"
    for step in try ana.run(number).steps.prefix(while: { $0.id != killer.id }) {
      _ = try ana.perform(.settle(step.id, Settlement(.done, value: "1")), on: number, as: nil)
    }
    _ = try ana.perform(.settle(killer.id, Settlement(.done, value: value)), on: number, as: nil)
    #expect(throws: Refusal.confirmationNeedsAnotherPerson(killer.id)) {
      _ = try ana.perform(.confirm(killer.id), on: number, as: nil)
    }
    _ = try bo.perform(.confirm(killer.id), on: number, as: nil)
    #expect(try ana.run(number).progress(of: killer.id).confirmation == .confirmed(by: "bo", .verified))
    #expect(try bo.runs(RunFilter(), .newest(10)).map(\.number) == [number])
    #expect(try bo.background(of: number).changes.map(\.who) == ["ana", "bo"])
  }

  @Test("A name typed at the other's terminal is never verified")
  func typedName() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let ana = StoreBackend(store: real.store, actor: .own("ana"))
    let number = try ana.start(order())
    let run = try ana.run(number)
    for step in run.steps.prefix(while: { !$0.isKiller }) {
      _ = try ana.perform(.settle(step.id, Settlement(.done, value: "1")), on: number, as: nil)
    }
    let killer = try #require(run.steps.first { $0.isKiller })
    _ = try ana.perform(.settle(killer.id, Settlement(.done, value: "20; 40")), on: number, as: nil)
    _ = try ana.perform(.confirm(killer.id), on: number, as: "bo")
    #expect(try ana.run(number).progress(of: killer.id).confirmation == .confirmed(by: "bo", .unverified))
  }

  @Test("Another's commit reaches the events of this terminal")
  func signal() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let store = real.store
    let runner = EffectRunner(backend: StoreBackend(store: store, actor: .own("ana")), wake: try WakePipe())
    let signal = try store.observe { runner.report(.storeChanged) }
    _ = try StoreBackend(store: store, actor: .own("bo")).start(order())
    let clock = ContinuousClock()
    let end = clock.now + .seconds(120)
    var hasChanged = false
    while !hasChanged, clock.now < end {
      hasChanged = runner.takeEvents().contains { if case .storeChanged = $0 { true } else { false } }
    }
    #expect(hasChanged)
    withExtendedLifetime(signal) {}
  }
}
