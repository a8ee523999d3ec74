import Foundation

/// Another program, run in the foreground on this process's terminal.
enum Child {
  enum Ending: Hashable {
    case notStarted(errno: Int32)
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Runs a program and waits for its end. No shell is in between.
  ///
  /// It stays in this process's group, so that it has the terminal, and ^Z stops both. What this process ignores
  /// for its own reasons is not ignored there.
  ///
  /// - Parameter words: the program, looked up in PATH if it has no slash, and its arguments.
  static func run(_ words: [String], environment: [String: String]) -> Ending {
    guard let program = words.first else { return .notStarted(errno: ENOENT) }
    // C strings would end there, and another program might be run.
    guard !words.contains(where: { $0.utf8.contains(0) }) else { return .notStarted(errno: EINVAL) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let variables = environment.filter { !$0.value.utf8.contains(0) }.map { "\($0.key)=\($0.value)" }
    var child = pid_t()
    let error = withCStrings(words) { arguments in
      withCStrings(variables) { posix_spawnp(&child, program, nil, &attributes, arguments, $0) }
    }
    return error == 0 ? wait(for: child) : .notStarted(errno: error)
  }

  private static func wait(for child: pid_t) -> Ending {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      // Whoever started us may have had SIGCHLD ignored; then nobody is told how it ended.
      if errno != EINTR { return .exited(0) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
