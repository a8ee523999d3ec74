import Foundation
import Store

/// A directory for this process alone, removed when the process ends, however it ends.
///
/// A second process of this program holds the other end of a pipe: the kernel closes ours even where the process is
/// killed, and then the directory is swept away from there.
struct ThrowAwayDirectory {
  let path: String
  /// The write end of the sweeper's pipe; -1 where none could be started, and only `remove` removes.
  private let lifeline: Int32

  private static let prefix = "prodpair-demo-"

  /// Makes it with mode 0700 under `$TMPDIR`, or under /tmp.
  ///
  /// - Throws: `StoreError.cannotCreate`.
  init() throws {
    let parent = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let name = (parent.hasSuffix("/") ? parent : parent + "/") + Self.prefix
    var template = Array((name + "XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw StoreError.cannotCreate(path: name + "…", reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    lifeline = Self.startSweeper(of: path)
  }

  /// Removes it and all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    if lifeline >= 0 { close(lifeline) }
  }

  /// What the second process does: waits until standard input ends, and removes the directory where it is still there.
  ///
  /// Only one that this program could have made for this user is touched.
  static func sweep(_ path: String) {
    // Neither ^C nor the end of the terminal is meant for it.
    setsid()
    for number in [SIGHUP, SIGINT, SIGTERM, SIGQUIT] { signal(number, SIG_IGN) }
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 0 || (count < 0 && errno != EINTR) { break }
    }
    var status = stat()
    guard path.split(separator: "/").last?.hasPrefix(prefix) == true, lstat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid(), status.st_mode & 0o777 == 0o700
    else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func startSweeper(of path: String) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let line = ["prodpair", "demo", "--sweep", path]
    let words: [UnsafeMutablePointer<CChar>?] = line.map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(nil, "/proc/self/exe", &actions, nil, words, environ) == 0 else {
      close(ends[1])
      return -1
    }
    return ends[1]
  }
}
