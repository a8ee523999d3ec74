import Foundation

/// How much of a process's life went to computing, and to waiting until a processor was free: what is left of it, it waited
/// for others.
///
/// On a machine that is busy with something else a command takes long and nobody holds it up.
struct ProcessorTime: Sendable {
  var running = Duration.zero
  var queued = Duration.zero

  /// Of a process that has ended and that nobody has reaped yet; waits for its end, up to the limit. Nothing where the kernel
  /// does not tell (proc(5), schedstat).
  static func atEnd(of process: pid_t, limit: Duration) -> ProcessorTime {
    let end = ContinuousClock.now + limit
    var pause: UInt32 = 100
    while ContinuousClock.now < end {
      var found = siginfo_t()
      let result = waitid(P_PID, id_t(process), &found, WEXITED | WNOHANG | WNOWAIT)
      if result != 0 || found.si_signo == SIGCHLD { break }
      usleep(pause)
      pause = min(pause + pause / 4, 4000)
    }
    guard let line = try? String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8) else { return .init() }
    let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
    guard numbers.count >= 2 else { return .init() }
    return ProcessorTime(running: .nanoseconds(numbers[0]), queued: .nanoseconds(numbers[1]))
  }
}
