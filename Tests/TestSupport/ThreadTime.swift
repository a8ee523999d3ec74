import Foundation

/// What the processor spends on something: on a busy machine that passes more slowly than the clock does.
public enum ThreadTime {
  public static func of(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }

  /// Whether eight times the size takes far less than the 64 times the time of what is quadratic; the least of three
  /// counts.
  ///
  /// - Parameter work: does the work once on this thread, at a size, and gives its time.
  public static func isFarFromQuadratic(at size: Int, _ work: (_ size: Int) throws -> Duration) rethrows -> Bool {
    func least(_ size: Int) throws -> Duration { try (0..<3).map { _ in try work(size) }.min() ?? .zero }
    // What is done once and for all.
    _ = try work(size / 64)
    return try least(size) < least(size / 8) * 32 + .milliseconds(50)
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
