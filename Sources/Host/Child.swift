import Foundation

/// Another program, and how it ended. No shell is ever in between.
enum Child {
  enum Ending: Hashable {
    case notStarted(errno: Int32)
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Runs a program in the foreground, on this process's terminal, and waits for its end.
  ///
  /// It stays in this process's group, so that it has the terminal, and ^Z stops both. What this process ignores
  /// for its own reasons is not ignored there.
  ///
  /// - Parameter words: the program, looked up in PATH if it has no slash, and its arguments.
  static func run(_ words: [String], environment: [String: String]) -> Ending {
    switch start(words, environment: environment) {
    case .failure(let error): .notStarted(errno: error.code)
    case .success(let child): wait(for: child)
    }
  }

  /// POSIX_SPAWN_SETSID of <spawn.h> (glibc 2.26), which is for those who ask for GNU's extensions, and Swift does not.
  private static let ownSession: Int32 = 0x80

  struct StartError: Error {
    var code: Int32
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - descriptors: what becomes its standard input, output and error, in this order; none leaves it this process's.
  ///   - hasOwnSession: without a terminal then, and the leader of a process group.
  static func start(
    _ words: [String], environment: [String: String], descriptors: [Int32] = [], hasOwnSession: Bool = false
  ) -> Result<pid_t, StartError> {
    guard let program = words.first else { return .failure(StartError(code: ENOENT)) }
    // C strings would end there, and another program might be run.
    guard !words.contains(where: { $0.utf8.contains(0) }) else { return .failure(StartError(code: EINVAL)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let session = hasOwnSession ? ownSession : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | session))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }

    let variables = environment.filter { !$0.value.utf8.contains(0) }.map { "\($0.key)=\($0.value)" }
    var child = pid_t()
    let error = withCStrings(words) { arguments in
      withCStrings(variables) { posix_spawnp(&child, program, &actions, &attributes, arguments, $0) }
    }
    return error == 0 ? .success(child) : .failure(StartError(code: error))
  }

  static func ending(of status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  private static func wait(for child: pid_t) -> Ending {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      // Whoever started us may have had SIGCHLD ignored; then nobody is told how it ended.
      if errno != EINTR { return .exited(0) }
    }
    return ending(of: status)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
