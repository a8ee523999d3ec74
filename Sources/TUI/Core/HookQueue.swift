import Dispatch
import Domain
import Host
import Store
import Synchronization
import Workflow

/// Tells hooks of what the screens write, beside them: nothing on the screen waits for a hook.
///
/// Whoever leaves right after a write is still waited for, each hook to its limit, as the command line does: a team would
/// else never hear of the runs that end with `q`. ^C cuts that short.
final class HookQueue: Sendable {
  private let tell: TellHooks
  private let store: Store
  private let actor: @Sendable () -> Actor
  private let clock: @Sendable () -> Instant
  private let queue = DispatchQueue(label: "prodpair.hooks", qos: .utility)
  private let unsaid = Mutex(Unsaid())

  private struct Unsaid {
    /// Whether there is no screen any more that could say what goes wrong.
    var isLeaving = false
    var problems: [String] = []
  }

  /// How long leaving takes without a word.
  private static let patience = DispatchTimeInterval.seconds(1)

  init(
    _ tell: TellHooks, store: Store, actor: @escaping @Sendable () -> Actor, clock: @escaping @Sendable () -> Instant
  ) {
    self.tell = tell
    self.store = store
    self.actor = actor
    self.clock = clock
  }

  /// Has hooks told of what was written since the last call.
  ///
  /// - Parameter report: called with each thing that went wrong, for as long as there is a screen; must return at once.
  func tellOfNews(_ report: @escaping @Sendable (String) -> Void) {
    let entries = store.takeOwnEntries()
    guard !entries.isEmpty else { return }
    queue.async { [self] in
      let found = tell.run(
        after: entries, in: store, by: actor(), clock: clock, isStopped: { Interruption.isAskedFor })
      unsaid.withLock { unsaid in
        if unsaid.isLeaving { unsaid.problems += found } else { found.forEach(report) }
      }
    }
  }

  /// Says that nothing is reported any more: what goes wrong from now on is said by ``finish(say:)``.
  func leave() { unsaid.withLock { $0.isLeaving = true } }

  /// Waits for the hooks of what was written. To be called when the terminal is given back.
  ///
  /// - Parameter say: called with what is waited for, where that takes long, and with what went wrong and was not said
  ///   yet. That is done before ^C ends the process.
  func finish(say: (String) -> Void) {
    leave()
    tellOfNews { _ in }
    Interruption.holdingBack {
      let done = DispatchSemaphore(value: 0)
      queue.async { done.signal() }
      if done.wait(timeout: .now() + Self.patience) == .timedOut {
        say("waiting for the hooks of what was done last; ^C cuts them short")
        done.wait()
      }
      let problems = unsaid.withLock { unsaid in
        defer { unsaid.problems = [] }
        return unsaid.problems
      }
      problems.forEach(say)
    }
  }
}
