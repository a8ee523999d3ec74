import Foundation

/// What the processor spends on something: on a busy machine that passes more slowly than the clock does.
public enum ThreadTime {
  public static func of(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }

  /// Whether eight times the size takes far less than the 64 times the time of what is quadratic.
  ///
  /// Both are measured in turn, for the machine may be slower at one time than at another. One of five rounds is enough: what
  /// is quadratic is so in each.
  ///
  /// - Parameter work: does the work once on this thread, at a size, and gives its time.
  public static func isFarFromQuadratic(at size: Int, _ work: (_ size: Int) throws -> Duration) rethrows -> Bool {
    // What is done once and for all.
    _ = try work(size / 64)
    for _ in 0..<5 {
      let long = try work(size)
      let short = min(try work(size / 8), try work(size / 8))
      if long < short * 32 + .milliseconds(50) { return true }
    }
    return false
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
