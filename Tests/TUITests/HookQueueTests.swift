import Dispatch
import Domain
import Foundation
import Store
import Synchronization
import Terminal
import Testing
import Workflow

@testable import TUI

@Suite("Hooks beside the screens")
struct HookQueueTests {
  private func order() -> RunOrder {
    RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging", artifact: .release, pair: ["ana", "bo"],
      parameters: ["commit": "abcdef1"])
  }

  private func queue(_ real: RealStore, _ command: [String], limit: Duration = .seconds(60)) throws -> HookQueue {
    let hook = ConfiguredHook(command, on: [.runStarted], limit: limit)
    let tell = try #require(TellHooks([hook], environment: ["PATH": "/usr/bin:/bin"]))
    return HookQueue(tell, store: real.store, actor: { .own("ana") }, clock: { .t0 })
  }

  /// What is said when the screen is left.
  private func said(_ hooks: HookQueue) -> [String] {
    var said: [String] = []
    hooks.finish { said.append($0) }
    return said.filter { !$0.hasPrefix("waiting") }
  }

  @Test("A write comes back before its hook is through, and what the hook gets wrong comes as an event of its own")
  func events() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let fifo = NSTemporaryDirectory() + "prodpair-fifo-\(UUID().uuidString)"
    #expect(mkfifo(fifo, 0o600) == 0)
    defer { unlink(fifo) }
    // For both, so that nobody waits for anybody to open it.
    let pipe = open(fifo, O_RDWR | O_CLOEXEC)
    #expect(pipe >= 0)
    defer { close(pipe) }
    // The hook waits until somebody writes to it.
    let hooks = try queue(real, ["/bin/sh", "-c", "read line < '\(fifo)'; echo $line; exit 3"])
    let backend = StoreBackend(store: real.store, actor: .own("ana"))
    let runner = EffectRunner(backend: backend, wake: try WakePipe(), hooks: hooks)
    _ = real.store.takeOwnEntries()
    runner.run(RunWrite.start(order()), ticket: 1)
    runner.drainWrites()
    let first = runner.takeEvents()
    #expect(first.count == 1)
    if case .wrote(ticket: 1, .success) = first.first {} else { Issue.record("it was not written") }
    #expect(write(pipe, "no chat\n", 8) == 8)
    let end = ContinuousClock.now + .seconds(120)
    var events: [Event] = []
    while events.isEmpty, ContinuousClock.now < end { events = runner.takeEvents() }
    guard case .hookFailed(let words)? = events.first else {
      Issue.record("nothing was said")
      return
    }
    #expect(said(hooks) == [], "it is not said twice")
    #expect(words == "hook sh failed (run-started): exit code 3: no chat")
    #expect(try real.store.read { try $0.hookRuns(limit: 5) }.map(\.ending) == [.exited(3)])
  }

  @Test("Leaving waits for the hooks of the last write, and says what went wrong")
  func leaving() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let hooks = try queue(real, ["/bin/sh", "-c", "exit 7"])
    _ = real.store.takeOwnEntries()
    try real.store.perform(StartRun(order()), by: .own("ana"), at: .t0)
    #expect(said(hooks) == ["hook sh failed (run-started): exit code 7"])
    #expect(said(hooks) == [])
  }

  @Test("What goes wrong after the screen is gone is said by whoever leaves")
  func afterwards() throws {
    let real = try RealStore(people: ["ana", "bo"])
    let hooks = try queue(real, ["/bin/sh", "-c", "exit 7"])
    let backend = StoreBackend(store: real.store, actor: .own("ana"))
    let runner = EffectRunner(backend: backend, wake: try WakePipe(), hooks: hooks)
    _ = real.store.takeOwnEntries()
    #expect(runner.takeLastProblems() == [])
    runner.run(RunWrite.start(order()), ticket: 1)
    runner.drainWrites()
    #expect(said(hooks) == ["hook sh failed (run-started): exit code 7"])
  }

  @Test("A hook that failed is a message, hostile output made visible, and stays among all that was said")
  func message() throws {
    let driver = Driver(FakeStore())
    driver.send(.hookFailed("hook chat failed (run-started): exit code 3: \u{1B}[2J"))
    #expect(driver.app.messages.current?.kind == .failure)
    #expect(!driver.text.unicodeScalars.contains("\u{1B}"))
    driver.press("M")
    #expect(driver.text.contains("hook chat failed (run-started): exit code 3"))
  }
}
