import Foundation
import Synchronization

/// What the processor has spent on one thread, for another that waits for it: the time of day passes too while the whole
/// machine stands still, and says nothing of how much was tried.
final class ThreadClock: Sendable {
  private let id = Mutex<clockid_t?>(nil)

  /// It is the clock of the thread that calls this.
  func begin() {
    var found = clockid_t()
    guard pthread_getcpuclockid(pthread_self(), &found) == 0 else { return }
    id.withLock { [found] in $0 = found }
  }

  /// Nothing before ``begin()``, and of no use once the thread is over.
  var elapsed: Duration {
    var time = timespec()
    guard let id = id.withLock({ $0 }), clock_gettime(id, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
