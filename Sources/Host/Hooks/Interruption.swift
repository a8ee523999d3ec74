import Foundation
import Synchronization

/// ^C, and what else asks the process to end, held back for as long as something is put in order.
///
/// Without it the process would be gone at once, and what it has started would go on, with nobody to end it in time.
public enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let asked = Atomic<Int32>(0)

  /// Whether somebody has asked for the end since ``holdingBack(_:)`` began.
  public static var isAskedFor: Bool { asked.load(ordering: .relaxed) != 0 }

  /// Does something that looks at ``isAskedFor`` now and then; if it was asked for, the process ends after it as it would
  /// have ended at once. What the process ignores, as under `nohup`, it goes on ignoring.
  ///
  /// Not to be used from two threads at once.
  public static func holdingBack<Result>(_ body: () throws -> Result) rethrows -> Result {
    // The first use of a global makes it, which a signal's handler must not.
    asked.store(0, ordering: .relaxed)
    var before: [(signal: Int32, action: sigaction)] = []
    for signal in signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      if isIgnored(old) { continue }
      var new = sigaction()
      new.__sigaction_handler.sa_handler = { Interruption.asked.store($0, ordering: .relaxed) }
      sigaction(signal, &new, nil)
      before.append((signal, old))
    }
    defer {
      for (signal, action) in before {
        var action = action
        sigaction(signal, &action, nil)
      }
      let signal = asked.load(ordering: .relaxed)
      if signal != 0 { raise(signal) }
    }
    return try body()
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
