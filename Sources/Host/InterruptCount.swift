import Foundation
import Synchronization

/// How often ^C was pressed while something is followed that ^C does not end.
///
/// What else ends a process (TERM, HUP) goes on ending it.
public enum InterruptCount {
  private static let pressed = Atomic<Int>(0)
  private static let isCounting = Atomic<Bool>(false)

  /// Since ``counting(_:)`` began.
  public static var now: Int { pressed.load(ordering: .relaxed) }

  /// Does something that looks at ``now`` now and then. A process that ignores ^C, as one in a script's background, goes
  /// on ignoring it. Within another it goes on counting from there. Not to be used from two threads at once.
  public static func counting<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard !isCounting.load(ordering: .relaxed) else { return try body() }
    isCounting.store(true, ordering: .relaxed)
    defer { isCounting.store(false, ordering: .relaxed) }
    // The first use of a global makes it, which a signal's handler must not.
    pressed.store(0, ordering: .relaxed)
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    let isIgnored =
      unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    guard !isIgnored else { return try body() }
    var counting = sigaction()
    counting.__sigaction_handler.sa_handler = { _ in InterruptCount.pressed.add(1, ordering: .relaxed) }
    sigaction(SIGINT, &counting, nil)
    defer { sigaction(SIGINT, &before, nil) }
    return try body()
  }
}
