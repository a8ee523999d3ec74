import Domain
import Exchange
import Host
import Store

/// Runs the hooks that want to know of what this process has written, and keeps what each did.
///
/// They run one after the other, each with its own limit, when what they are told of is on disk for long: nothing that a
/// hook does can take it back or hold it up.
public struct TellHooks: Sendable {
  /// In the order in which they are run.
  public var hooks: [ConfiguredHook]
  public var environment: [String: String]

  /// A hook knows by it what it is told of; and prodpair, where a hook calls it, that it is within one.
  public static let variable = "PRODPAIR_HOOK_EVENT"

  /// So many events of one call are told: whoever takes in a thousand alerts at once would wait for hours.
  private static let mostEvents = 100

  /// - Returns: nil within a hook, which tells no others, or one that changes something would be told of that for ever.
  public init?(_ hooks: [ConfiguredHook], environment: [String: String]) {
    guard environment[Self.variable] == nil else { return nil }
    self.hooks = hooks
    self.environment = environment
  }

  /// Tells the hooks of these entries of the journal.
  ///
  /// - Parameters:
  ///   - isStopped: asked ten times a second whether nobody wants to wait any longer; hooks are then ended, or not begun.
  ///   - onBegin: called before each hook.
  /// - Returns: a line for each thing that went wrong. Nothing is thrown: what was done is done.
  public func run(
    after entries: [Int], in store: Store, by actor: Actor, clock: () -> Instant, isStopped: () -> Bool,
    onBegin: (ConfiguredHook, HookEvent) -> Void = { _, _ in }
  ) -> [String] {
    guard !hooks.isEmpty else { return [] }
    var problems: [String] = []
    var count = 0
    for entry in entries {
      do {
        for told in try events(of: entry, in: store) {
          count += 1
          guard count <= Self.mostEvents else { continue }
          let runs = hooks.filter { $0.wants(told.event) }.map { hook in
            onBegin(hook, told.event)
            return run(hook, told, environment(for: told.event, in: store), clock: clock, isStopped)
          }
          guard !runs.isEmpty else { continue }
          problems += runs.filter { !$0.succeeded }.map(HookRunText.failure)
          do {
            try store.perform(RecordHookRuns(runs), by: actor, at: clock())
          } catch {
            problems.append("what \(told.event.kind.rawValue) hooks did could not be kept: \(error)")
          }
        }
      } catch {
        problems.append("hooks were not told of entry \(entry) of the journal: \(error)")
      }
    }
    if count > Self.mostEvents {
      problems.append(
        "hooks were told of the first \(Self.mostEvents) events, and of \(count - Self.mostEvents) more not: "
          + "too many at once")
    }
    return problems
  }

  /// Runs the hooks of a made-up event, and keeps nothing.
  public func tryOut(_ event: HookEvent, clock: LocalClock, now: () -> Instant) throws -> [HookRun] {
    let told = Told(event: event, payload: try Self.payload(event, store: nil, clock: clock))
    return hooks.filter { $0.events.contains(event.kind) }.map { hook in
      run(hook, told, environment(for: event, in: nil), clock: now, { Interruption.isAskedFor })
    }
  }

  /// What a hook reads.
  public static func payload(_ event: HookEvent, store: HookEventJSON.Store?, clock: LocalClock) throws -> [UInt8] {
    Array(try HookEventJSON(event, store: store, clock: clock).json.data()) + [UInt8(ascii: "\n")]
  }

  private struct Told {
    var event: HookEvent
    var payload: [UInt8]
  }

  private func events(of entry: Int, in store: Store) throws -> [Told] {
    try store.read { reader in
      try reader.hookEvents(of: entry).filter { event in hooks.contains { $0.wants(event) } }.map { event in
        let id = HookEventJSON.Store(id: try reader.storeID(), path: store.path)
        return Told(event: event, payload: try Self.payload(event, store: id, clock: try reader.clock(of: event.team)))
      }
    }
  }

  private func environment(for event: HookEvent, in store: Store?) -> [String: String] {
    var environment = environment
    environment[Self.variable] = event.kind.rawValue
    // What it asks prodpair is about the store that it was told of.
    if let store { environment["PRODPAIR_STORE"] = store.path }
    return environment
  }

  private func run(
    _ hook: ConfiguredHook, _ told: Told, _ environment: [String: String], clock: () -> Instant, _ isStopped: () -> Bool
  ) -> HookRun {
    let at = clock()
    let process =
      isStopped()
      ? HookProcess.notBegun
      : HookProcess.run(
        hook.command, input: told.payload, environment: environment, limit: hook.limit, isStopped: isStopped)
    return HookRun(
      told.event.kind, entry: told.event.entry, team: told.event.team, command: hook.command, limit: hook.limit, at: at,
      took: process.took, ending: process.ending, output: process.output, isOutputCut: process.isOutputCut)
  }
}

extension HookProcess {
  /// One that nobody wanted to wait for.
  fileprivate static let notBegun = HookProcess(ending: .cut, output: "", isOutputCut: false, took: .zero)
}

extension Reading {
  /// The team's clock; UTC where there is no such team, or nobody's time.
  fileprivate func clock(of name: TeamName?) throws -> LocalClock {
    guard let name, let team = try teams().first(where: { $0.name == name }), let zone = team.zone else { return .utc }
    return LocalClock(zone: zone, zoneName: team.timeZone)
  }
}
