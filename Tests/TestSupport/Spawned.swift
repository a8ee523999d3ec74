import Foundation

/// A program that a test runs to its end, in a process of its own.
///
/// Not by Foundation's `Process`: that waits until nobody holds a socket any more that the program inherits, and so does
/// whatever another test starts at that moment. A server that is left behind, as tmux's, holds it for ever. Output goes to
/// files, because a pipe that nobody empties would stop the program.
public struct Spawned: Sendable {
  /// 128 and the signal's number where a signal ended it, as a shell says it.
  public var exitCode: Int32
  public var output: String
  public var errors: String

  public struct NotStarted: Error {
    public var errno: Int32
  }

  /// Runs a program with no signal blocked or ignored.
  ///
  /// - Parameter words: the program, looked up in the PATH of `environment` if it has no slash, and its arguments.
  /// - Throws: ``NotStarted``, and what writing and reading a file throws. A program that can't be run is an exit code.
  public static func run(
    _ words: [String], in directory: String = "/", environment: [String: String], input: String = ""
  ) throws -> Spawned {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("prodpair-spawned-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
    try Data(input.utf8).write(to: file("in"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, file("in").path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file("out").path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, file("err").path, O_WRONLY | O_CREAT, 0o600)
    let child = try start("/usr/bin/env", ["env", "-C", directory] + words, environment: environment, &actions)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: file(name)), as: UTF8.self) }
    let signal = status & 0x7f
    return Spawned(
      exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal, output: try text("out"), errors: try text("err"))
  }

  /// Starts a program, with no signal blocked or ignored.
  ///
  /// - Parameters:
  ///   - program: looked up in this process's PATH if it has no slash.
  ///   - words: its name and its arguments.
  ///   - actions: what becomes of this process's descriptors there.
  public static func start(
    _ program: String, _ words: [String], environment: [String: String], _ actions: inout posix_spawn_file_actions_t
  ) throws(NotStarted) -> pid_t {
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
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, program, &actions, &attributes, &arguments, &variables)
    guard error == 0 else { throw NotStarted(errno: error) }
    return child
  }
}
