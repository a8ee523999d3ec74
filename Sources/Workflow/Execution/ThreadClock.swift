import Foundation

/// What the processor has spent on one thread, for another that waits for it: the time of day passes too while the whole
/// machine stands still, and says nothing of how much was tried.
struct ThreadClock: Sendable {
  private let id: clockid_t

  /// Of the thread that asks; nil where the system has none.
  init?() {
    var id = clockid_t()
    guard pthread_getcpuclockid(pthread_self(), &id) == 0 else { return nil }
    self.id = id
  }

  /// Of no use once the thread is over.
  var elapsed: Duration {
    var time = timespec()
    guard clock_gettime(id, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
