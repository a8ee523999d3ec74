import Domain
import Foundation
import Host
import Synchronization

/// Reads from a spool how far a command is, on a thread of its own: a pattern that takes its time holds nothing up.
final class ProgressWatch: Sendable {
  private struct Shared {
    var standing = Standing()
    var isOver = false
    var isThrough = false
  }

  private let spool: ExecutionSpool
  private let shared = Mutex(Shared())
  private let clock = ThreadClock()

  /// As often a second it is told at most.
  private static let pause: UInt32 = 250_000

  /// Nothing is read where there is no pattern, or it is none.
  init(_ spool: ExecutionSpool, pattern: String?, total: String?) {
    self.spool = spool
    guard let pattern, (try? ProgressPattern(pattern, total: total)) != nil else {
      shared.withLock { $0.isThrough = true }
      return
    }
    Thread.detachNewThread { [self] in read(pattern, total) }
  }

  func begin(attempt: Int) {
    let standing = shared.withLock { shared in
      shared.standing.attempt = attempt
      return shared.standing
    }
    if attempt > 1 { standing.write(spool) }
  }

  /// What it came to, when nothing more is printed; what takes a processor more than three seconds to read, or a minute where
  /// the thread does not even get there, is left out.
  func finish() -> OutputProgress? {
    shared.withLock { $0.isOver = true }
    let patience = clock.elapsed + .seconds(3)
    let end = ContinuousClock.now + .seconds(60)
    while !shared.withLock({ $0.isThrough }), clock.elapsed < patience, ContinuousClock.now < end { usleep(1000) }
    return shared.withLock { $0.standing.progress }
  }

  private func read(_ expression: String, _ total: String?) {
    guard var pattern = try? ProgressPattern(expression, total: total) else { return }
    clock.begin()
    var lines = SpooledLines(SpooledOutput(spool))
    while true {
      let isOver = shared.withLock { $0.isOver }
      guard let next = lines.next(isOver: isOver) else {
        if isOver { break }
        usleep(Self.pause)
        continue
      }
      let before = pattern.progress
      for line in next { _ = pattern.take(String(line.prefix(ProgressPattern.lineLimit))) }
      guard pattern.progress != before else { continue }
      let standing = shared.withLock { shared in
        shared.standing.progress = pattern.progress
        return shared.standing
      }
      standing.write(spool)
      if !isOver { usleep(Self.pause) }
    }
    shared.withLock { $0.isThrough = true }
  }
}
