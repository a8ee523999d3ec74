import Domain
import Foundation
import Host
import Store
import Synchronization
import Workflow

/// What is left to do when a command is through and has said what it did: a long log is moved into the file, and hooks are told
/// of what was written.
///
/// Whatever comes of the hooks is said on standard error, and changes nothing: not the exit code, and not what was written.
/// Where no hook is configured nothing is read for it.
enum Afterwards {
  private static let opened = Mutex<[Store]>([])

  /// Remembers a store that a command has opened.
  static func remember(_ store: Store) { opened.withLock { $0.append(store) } }

  static func run() {
    let stores = opened.withLock { $0 }
    // Whoever finds it long: one that was refused has written to it too, and a new schema is written by whoever comes first.
    for store in stores { maintain(store) }
    let written = stores.map { ($0, $0.takeOwnEntries()) }.filter { !$0.1.isEmpty }
    if !written.isEmpty { tellHooks(of: written) }
  }

  private static func maintain(_ store: Store) {
    do { try store.maintain() } catch StoreError.closed {
      // By the command itself, which has done the same then.
    } catch {
      let cause = (error as? StoreError)?.cause ?? "\(error)"
      Output.note("what was done is done, but the store's log is long, and could not be moved into its file: \(cause)")
    }
  }

  private static func tellHooks(of written: [(Store, [Int])]) {
    let environment = ProcessInfo.processInfo.environment
    let settings = HookSettings.read(ConfigurationFile.all(environment))
    guard let tell = TellHooks(settings.hooks.map(\.value), environment: environment) else { return }
    if let problem = settings.problems.first { tell.sayProblem(problem, of: settings.problems.count, written) }
    guard !tell.hooks.isEmpty else { return }
    for (store, entries) in written {
      Interruption.holdingBack {
        for problem in run(tell, entries, store) { Output.problem(problem) }
      }
    }
  }

  private static func run(_ tell: TellHooks, _ entries: [Int], _ store: Store) -> [String] {
    let patience = Patience()
    do {
      let actor = try store.read { try $0.resolve(Identity.current()) }
      return tell.run(
        after: entries, in: store, by: actor, clock: { Session.now }, isStopped: { patience.isOver },
        onBegin: { hook, event in patience.begin("hook \(hook.name) (\(event.kind.rawValue))", limit: hook.limit) })
    } catch {
      return ["hooks were not told of what was done: \(error)"]
    }
  }
}

extension TellHooks {
  /// A hook that the configuration gets wrong is not run, and that is said where it might have been.
  fileprivate func sayProblem(_ problem: ConfigurationProblem, of count: Int, _ written: [(Store, [Int])]) {
    let isAnyEvent = written.contains { store, entries in
      (try? store.read { reader in try entries.contains { try !reader.hookEvents(of: $0).isEmpty } }) ?? true
    }
    guard isAnyEvent else { return }
    Output.problem("\(problem)" + (count > 1 ? " (and \(count - 1) more: `prodpair config check`)" : ""))
  }
}

/// Says what is waited for, once it takes long, to whoever sits at a terminal.
private final class Patience {
  private var waitsFor: (name: String, limit: Duration, since: ContinuousClock.Instant)?

  func begin(_ name: String, limit: Duration) { waitsFor = (name, limit, .now) }

  /// Asked again and again while something runs.
  var isOver: Bool {
    if let waits = waitsFor, ContinuousClock.now - waits.since > .seconds(1) {
      waitsFor = nil
      if isatty(STDERR_FILENO) == 1 {
        Output.note("waiting for \(waits.name), \(StepDuration.text(waits.limit)) at most; ^C cuts it short")
      }
    }
    return Interruption.isAskedFor
  }
}
