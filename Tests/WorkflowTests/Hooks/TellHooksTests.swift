import Domain
import Foundation
import Host
import Store
import TestSupport
import Testing

@testable import Workflow

@Suite("Hooks are told of what was written, and never stand in its way")
struct TellHooksTests {
  /// A desk with a script a hook, each of which writes down that it was run.
  private func hook(
    _ desk: Desk, _ name: String, _ body: String = "", on events: [HookEventKind] = HookEventKind.allCases,
    limit: Duration = .seconds(60), team: String? = nil
  ) throws -> ConfiguredHook {
    let log = "echo \"\(name) $PRODPAIR_HOOK_EVENT\" >> '\(desk.directory)/log'"
    let path = "\(desk.directory)/\(name)"
    try Script.write("#!/bin/sh\n\(log)\n\(body)\n", to: path)
    return ConfiguredHook([path], on: events, limit: limit, team: team.map { TeamName($0) })
  }

  private func log(_ desk: Desk) -> [String] {
    let text = (try? String(contentsOfFile: desk.directory + "/log", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  private func tell(
    _ hooks: [ConfiguredHook], of entries: [Int], in desk: Desk, isStopped: () -> Bool = { false }
  ) throws -> [String] {
    let tell = try #require(TellHooks(hooks, environment: ["PATH": "/usr/bin:/bin"]))
    return tell.run(after: entries, in: desk.store, by: .ana, clock: { .morning }, isStopped: isStopped)
  }

  /// Starts a run, and gives the entries that were written.
  private func startRun(_ desk: Desk) throws -> [Int] {
    _ = desk.store.takeOwnEntries()
    let order = RunOrder(
      checklist: ChecklistName("manifest-only"), environment: "staging",
      artifact: Artifact(name: "manifests", version: "1"), pair: [Handle("ana"), Handle("bo")],
      parameters: ["commit": "abcdef1"])
    try desk.store.perform(StartRun(order), by: .ana, at: .morning)
    return desk.store.takeOwnEntries()
  }

  private func kept(_ desk: Desk) throws -> [HookRun] { try desk.store.read { try $0.hookRuns(limit: 50) } }

  @Test("Those that want the event are run in their order, whatever became of the one before, and all of it is kept")
  func order() throws {
    let desk = try Desk(starters: true)
    let hooks = [
      try hook(desk, "first", "echo no >&2; exit 3"), try hook(desk, "second", on: [.runFinished]),
      try hook(desk, "third", team: "payments"), try hook(desk, "fourth", team: "platform"),
      ConfiguredHook(["/no/such/hook"], on: [.runStarted]),
    ]
    let entries = try startRun(desk)
    let problems = try tell(hooks, of: entries, in: desk)
    #expect(log(desk) == ["first run-started", "fourth run-started"])
    #expect(
      problems == [
        "hook first failed (run-started): exit code 3: no",
        "hook hook failed (run-started): can't be run: No such file or directory",
      ])
    let kept = try kept(desk)
    #expect(kept.map(\.name) == ["hook", "fourth", "first"])
    #expect(kept.map(\.entry) == [entries.first, entries.first, entries.first])
    #expect(desk.store.takeOwnEntries() == [], "what hooks did is nothing to tell hooks of")
  }

  @Test("A hook reads the event, and knows the store that it is about")
  func payload() throws {
    let desk = try Desk(starters: true)
    let hook = try hook(
      desk, "reader", "cat > '\(desk.directory)/got'; echo \"$PRODPAIR_STORE\" > '\(desk.directory)/at'")
    #expect(try tell([hook], of: try startRun(desk), in: desk) == [])
    let got = try JSONSerialization.jsonObject(with: Data(try desk.bytes("got"))) as? [String: Any]
    #expect(got?["event"] as? String == "run-started")
    #expect((got?["store"] as? [String: Any])?["path"] as? String == desk.store.path)
    #expect(String(decoding: try desk.bytes("at"), as: UTF8.self) == desk.store.path + "\n")
  }

  @Test("One that hangs is ended at its limit, and said")
  func hanging() throws {
    let desk = try Desk(starters: true)
    let hook = try hook(desk, "slow", "sleep 3600", limit: .milliseconds(200))
    let problems = try tell([hook], of: try startRun(desk), in: desk)
    #expect(problems.first?.hasPrefix("hook slow failed (run-started): not done within") == true)
    #expect(try kept(desk).first?.ending == .outOfTime)
  }

  @Test("Once nobody wants to wait no other is begun, and the record says so")
  func stopped() throws {
    let desk = try Desk(starters: true)
    let hooks = [try hook(desk, "one"), try hook(desk, "two")]
    let problems = try tell(hooks, of: try startRun(desk), in: desk, isStopped: { true })
    #expect(log(desk) == [])
    #expect(problems.count == 2 && problems.first == "hook one failed (run-started): not run")
    #expect(try kept(desk).map(\.ending) == [.cut, .cut])
  }

  @Test("What can't be kept, or read, is said and no more")
  func unkept() throws {
    let desk = try Desk(starters: true)
    let hook = try hook(desk, "one")
    let entries = try startRun(desk)
    #expect(try tell([hook], of: [9999], in: desk) == [])
    try desk.store.close()
    let problems = try tell([hook], of: entries, in: desk)
    #expect(problems.count == 1 && problems.first?.hasPrefix("hooks were not told of entry \(entries[0])") == true)
  }

  @Test("Within a hook no others are run, or they would be told of each other for ever")
  func within() {
    #expect(TellHooks([], environment: ["PRODPAIR_HOOK_EVENT": "run-started"]) == nil)
  }

  @Test("A command that means much to hooks tells them of the first hundred, and says that there is more")
  func many() throws {
    let desk = try Desk(starters: true)
    let entries = try startRun(desk)
    let hook = ConfiguredHook(["/bin/true"], on: [.runStarted])
    let problems = try tell([hook], of: Array(repeating: entries[0], count: 102), in: desk)
    #expect(try desk.store.read { try $0.hookRuns(limit: 200) }.count == 100)
    #expect(problems.last == "hooks were told of the first 100 events, and of 2 more not: too many at once")
    // On a busy machine one may take longer than a hook may.
    let late = "hook true failed (run-started): not done within 10s"
    #expect(problems.dropLast().allSatisfy { $0 == late }, "\(problems)")
  }

  @Test("A try runs the event's hooks on a made-up one, and keeps nothing")
  func tried() throws {
    let desk = try Desk(starters: true)
    let hooks = [try hook(desk, "one", "exit 4", team: "payments"), try hook(desk, "two", on: [.runFinished])]
    let tell = try #require(TellHooks(hooks, environment: ["PATH": "/usr/bin:/bin"]))
    let sample = HookEvent.sample(.runStarted, by: Handle("ana"), at: .morning)
    let runs = try tell.tryOut(sample, clock: .utc, now: { .morning })
    #expect(runs.map(\.ending) == [.exited(4)] && log(desk) == ["one run-started"])
    #expect(try kept(desk) == [])
  }
}
