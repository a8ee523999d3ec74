import Foundation

/// Starts programs without a shell, and without the cost of copying this process first.
enum ChildProcess {
  enum Standard {
    /// All three on /dev/null.
    case nowhere
    /// Standard input from the file, the others on /dev/null.
    case reading(String)
    /// All three on a terminal of its own, which becomes the controlling one.
    case terminal(String)
  }

  /// POSIX_SPAWN_SETSID, which glibc shows only to those who define _GNU_SOURCE.
  private static let newSession: Int16 = 0x80

  static func start(_ arguments: [String], environment: [String: String], on standard: Standard) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    switch standard {
    case .nowhere: posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    case .reading(let path):
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_RDWR, 0)
    case .terminal(let path):
      // The first terminal that the leader of a new session opens becomes its controlling one.
      posix_spawnattr_setflags(&attributes, Self.newSession)
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    }
    if case .reading = standard {} else { posix_spawn_file_actions_adddup2(&actions, 0, 1) }
    posix_spawn_file_actions_adddup2(&actions, 1, 2)

    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, &attributes, words, variables)
    guard code == 0 else { throw BenchError("can't start \(arguments[0]): \(String(cString: strerror(code)))") }
    return pid
  }

  /// Waits for its end. Throws when it fails.
  static func wait(for pid: pid_t, _ what: String) throws {
    let status = reap(pid)
    guard status == 0 else { throw BenchError("\(what) failed with status \(status)") }
  }

  /// The whole life of a program, in milliseconds.
  static func time(
    _ arguments: [String], environment: [String: String], on standard: Standard = .nowhere
  ) throws -> Double {
    try milliseconds {
      try wait(for: start(arguments, environment: environment, on: standard), arguments.joined(separator: " "))
    }
  }

  /// What a program cost that is watched from its start to its end.
  struct Cost {
    var seconds: Double
    /// The most that it had in memory, as /proc has it: of a child that `wait4` reports on, this process would count too.
    var peakMegabytes: Double
  }

  /// Runs a program that takes seconds. Throws when it fails.
  static func cost(_ arguments: [String], environment: [String: String]) throws -> Cost {
    let began = clockMilliseconds()
    let pid = try start(arguments, environment: environment, on: .nowhere)
    var cost = Cost(seconds: 0, peakMegabytes: 0)
    var status: Int32 = 0
    while true {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { break }
      guard ended == 0 || errno == EINTR else { throw BenchError("\(arguments[0]) is gone") }
      if let peak = try? ProcessFacts(pid: pid).megabytes("status", "VmHWM:") { cost.peakMegabytes = peak }
      usleep(5_000)
    }
    cost.seconds = (clockMilliseconds() - began) / 1000
    guard status == 0 else { throw BenchError("\(arguments.joined(separator: " ")) failed with status \(status)") }
    return cost
  }

  @discardableResult
  static func reap(_ pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR { continue }
    return status
  }
}
