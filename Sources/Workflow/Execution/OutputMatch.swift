import Foundation
import Host
import Synchronization

/// Whether an output has what `matches:` asks for, in one of its lines.
enum OutputMatch {
  enum Answer { case yes, no, tooLong }

  /// What nobody waits for, wherever the time goes: a disk that answers no more, or a thread that could not be started.
  private static let longest = Duration.seconds(600)

  /// - Parameters:
  ///   - offset: where the try began whose output is looked at.
  ///   - pattern: a regular expression that can be read.
  ///   - patience: of a processor. What is looked at is on the disk; an expression that takes longer tries every way there
  ///     is.
  static func find(
    _ pattern: String, in spool: ExecutionSpool, from offset: Int, patience: Duration = .seconds(10)
  ) -> Answer {
    let end = ContinuousClock.now + longest
    let shared = Shared()
    let clock = ThreadClock()
    let done = DispatchSemaphore(value: 0)
    // An expression may take for ever, and nobody can end it.
    Thread.detachNewThread {
      clock.begin()
      let isFound = search(pattern, SpooledLines(SpooledOutput(spool), from: offset))
      shared.answer.withLock { $0 = isFound }
      done.signal()
    }
    while done.wait(timeout: .now() + .milliseconds(100)) != .success {
      if clock.elapsed > patience || ContinuousClock.now > end { return .tooLong }
    }
    return shared.answer.withLock { $0 } == true ? .yes : .no
  }

  private final class Shared: Sendable {
    let answer = Mutex<Bool?>(nil)
  }

  private static func search(_ pattern: String, _ lines: SpooledLines) -> Bool {
    guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    var lines = lines
    while let next = lines.next(isOver: true) {
      if next.contains(where: { $0.firstMatch(of: expression) != nil }) { return true }
    }
    return false
  }
}
