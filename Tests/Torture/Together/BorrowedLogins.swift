import Foundation

/// Logins of this machine in a group of their own, made for one trial and removed after it, whatever becomes of us.
///
/// They are removed by a process of its own, which waits until a line to us is closed: when we are done, and just as well
/// when we are killed.
final class BorrowedLogins: Sendable {
  let names: [String]
  let group: String
  private let line: Int32
  private let remover: pid_t

  static var canBeMade: Bool { getuid() == 0 }
  static let whyNot = "logins can only be made by root, so all of them were one"

  init(_ count: Int, home: String) throws {
    let mark = UUID().uuidString.prefix(6).lowercased()
    let group = "prodpair-m-\(mark)"
    self.group = group
    names = (1...count).map { "\(group)-\($0)" }
    (line, remover) = try Self.startRemover(of: names, group)
    try Self.account(["groupadd", group])
    for name in names {
      try Self.account(["useradd", "--user-group", "--no-create-home", "--home-dir", home, "--groups", group, name])
    }
  }

  deinit {
    close(line)
    var status: Int32 = 0
    while waitpid(remover, &status, 0) < 0, errno == EINTR {}
  }

  /// What makes a command run with that login, with nothing left in between.
  static func words(_ login: String) -> [String] {
    ["setpriv", "--reuid", login, "--regid", login, "--init-groups", "--"]
  }

  /// Whoever finds the files of the accounts locked by another is refused, and tries again.
  private static func account(_ words: [String]) throws {
    let end = ContinuousClock.now + .seconds(60)
    while true {
      let ended = try Child.run(words)
      if ended.succeeded { return }
      guard ContinuousClock.now < end else { throw TortureError.unprepared(ended) }
      usleep(100_000)
    }
  }

  /// A login with processes is not removed, so these end first.
  private static let removal = """
    cat > /dev/null
    group=$1
    shift
    for login in "$@"; do
      for attempt in $(seq 600); do
        getent passwd "$login" > /dev/null || break
        pkill -KILL -u "$login"
        userdel "$login" 2> /dev/null && break
        sleep 0.1
      done
    done
    for attempt in $(seq 600); do
      getent group "$group" > /dev/null || break
      groupdel "$group" 2> /dev/null && break
      sleep 0.1
    done
    """

  private static func startRemover(of names: [String], _ group: String) throws -> (line: Int32, process: pid_t) {
    let words = ["setsid", "sh", "-c", removal, "sh", group] + names
    var ends: [Int32] = [-1, -1]
    // A socket, because no other call makes both ends at once so that no program started meanwhile inherits them.
    let kind = Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw TortureError.notStarted(words, reason: TortureError.reason())
    }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    for number in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = Program.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, "setsid", &actions, nil, &arguments, &variables)
    guard error == 0 else {
      close(ends[1])
      throw TortureError.notStarted(words, reason: String(cString: strerror(error)))
    }
    return (ends[1], process)
  }
}
