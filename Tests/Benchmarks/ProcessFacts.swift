import Foundation

/// What the kernel says of a process in /proc; proc(5).
struct ProcessFacts {
  let pid: pid_t

  /// A line of `status` or `smaps_rollup`, in megabytes.
  func megabytes(_ file: String, _ label: String) throws -> Double {
    let line = try text(file).split(separator: "\n").first { $0.hasPrefix(label) }
    let number = line?.split(separator: " ", omittingEmptySubsequences: true).dropFirst().first
    guard let kilobytes = number.flatMap({ Double($0.split(separator: "\t").last ?? "") }) else {
      throw BenchError("/proc/\(pid)/\(file) has no \(label)")
    }
    return kilobytes / 1024
  }

  /// Seconds of processor time so far, of all its threads, in the kernel and out of it.
  func processorSeconds() throws -> Double {
    // The name is in parentheses and may have blanks in it; what follows is fields 3 and on.
    let fields = try text("stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 13, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw BenchError("/proc/\(pid)/stat is not as expected")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// How often its threads have gone to sleep so far, and so how often they were woken.
  func sleeps() throws -> Double {
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
    return try threads.reduce(0) { sum, thread in
      let line = try text("task/\(thread)/status").split(separator: "\n").first {
        $0.hasPrefix("voluntary_ctxt_switches")
      }
      return sum + (line?.split(separator: "\t").last.flatMap { Double($0) } ?? 0)
    }
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "/proc/\(pid)/\(file)", encoding: .utf8)
  }
}
