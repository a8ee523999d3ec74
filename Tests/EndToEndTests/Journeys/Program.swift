import Foundation

/// The program under test, and whatever else a journey runs, each in a process of its own.
struct Program {
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  struct Failed: Error, CustomStringConvertible {
    var words: [String]
    var outcome: Outcome
    var description: String { "\(words.joined(separator: " ")): \(outcome)" }
  }

  /// The built binary, which lies beside the test bundle.
  static let built = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("prodpair")

  /// What a process finds in its environment: nothing of the test's own but the path to programs.
  static let environment = [
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs a program to its end, in the root directory or another.
  ///
  /// Not by Foundation's `Process`: that waits until nobody holds a socket any more that the program inherits, and so
  /// does whatever another test starts at that moment. A server that is left behind, as tmux's, holds it for ever. Output
  /// goes to files, because a pipe that nobody empties would stop the program.
  static func run(
    _ words: [String], in directory: String = "/", environment: [String: String] = Program.environment,
    input: String = ""
  ) throws -> Outcome {
    let folder = try Folder()
    try Data(input.utf8).write(to: URL(fileURLWithPath: folder("in")))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, folder("in"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, folder("out"), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, folder("err"), O_WRONLY | O_CREAT, 0o600)
    // A thread of the test may have every signal blocked, and a program must not begin so.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = (["env", "-C", directory] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, "/usr/bin/env", &actions, &attributes, &arguments, &variables)
    guard error == 0 else { throw CocoaError(.executableLoad) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder(name))), as: UTF8.self)
    }
    let signal = status & 0x7f
    return Outcome(
      exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: try text("out"), errors: try text("err"))
  }

  /// The same, and anything but success ends the test.
  @discardableResult
  static func must(
    _ words: [String], environment: [String: String] = Program.environment, input: String = ""
  ) throws -> String {
    let outcome = try run(words, environment: environment, input: input)
    guard outcome.exitCode == 0 else { throw Failed(words: words, outcome: outcome) }
    return outcome.output
  }
}

/// A directory of its own; gone when nobody holds it any more.
final class Folder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = URL(fileURLWithPath: "/tmp/prodpair-journey-\(UUID().uuidString.prefix(8).lowercased())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func callAsFunction(_ name: String) -> String { url.appendingPathComponent(name).path }
}
