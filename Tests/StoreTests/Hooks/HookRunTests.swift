import Domain
import Testing

@testable import Store

extension HookRun {
  static let sample = HookRun(
    .runStarted, entry: 7, team: TeamName("platform"), command: ["/usr/local/bin/tell", "--to", "o\"ps"],
    limit: .seconds(10), at: .morning, took: .milliseconds(1234), ending: .exited(3), output: "curl: no\u{1B}[2J\n",
    isOutputCut: true)
}

@Suite("What hooks did is kept")
struct HookRunTests {
  @Test("Every ending comes back as it was, newest first")
  func endings() throws {
    let world = try World()
    let endings: [HookRun.Ending] = [
      .exited(0), .exited(3), .killed(signal: 9), .outOfTime, .cut, .notStarted(errno: 2),
    ]
    let runs = endings.map { ending in
      var run = HookRun.sample
      run.ending = ending
      return run
    }
    try world.perform(RecordHookRuns(Array(runs.prefix(2))))
    try world.perform(RecordHookRuns(Array(runs.dropFirst(2))))
    #expect(try world.store.read { try $0.hookRuns(limit: 10) } == runs.reversed())
    #expect(try world.store.read { try $0.hookRuns(limit: 2) } == Array(runs.reversed().prefix(2)))
    #expect(
      try world.store.read { try $0.journal(limit: 2) }.map(\.summary) == [
        "told 4 hooks of run-started (entry 7), 4 failed", "told 2 hooks of run-started (entry 7), 1 failed",
      ])
  }

  @Test("It can't be taken back, stands in nobody's way to, and what was said is checked by its hash")
  func sound() throws {
    let world = try World()
    try world.learn("before")
    try world.perform(RecordHookRuns([.sample]))
    let seq = try world.head().seq
    #expect(throws: StoreError.self) { try world.store.undo(seq, by: .ana, at: .morning) }
    #expect(try world.store.undo(by: .ana, at: .morning).undoes == seq - 1)
    #expect(try world.store.verify().isSound)
    try world.forge("UPDATE hook_run SET output = 'all went well'")
    #expect(try world.store.verify().isSound == false)
  }
}
