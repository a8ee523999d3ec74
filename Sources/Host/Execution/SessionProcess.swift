import CProcess
import Foundation

/// A program in a session of its own, which whoever started it may leave alone.
public struct SessionProcess: Hashable, Sendable {
  public let id: pid_t

  /// Starts a program on a terminal, as its controlling one.
  ///
  /// - Parameters:
  ///   - program: a path; nothing is looked up.
  ///   - arguments: without the program's name, which `name` is.
  public static func start(
    _ program: String, name: String, arguments: [String], environment: [String: String], directory: String,
    on terminal: Pseudoterminal
  ) throws(SystemError) -> SessionProcess {
    try start(program, [name] + arguments, environment, directory: directory, terminal: terminal.path, [0, 1, 2])
  }

  /// Starts a program without a terminal, with what becomes its standard input, output and error.
  public static func start(
    _ program: String, name: String, arguments: [String], environment: [String: String], descriptors: [Int32]
  ) throws(SystemError) -> SessionProcess {
    try start(program, [name] + arguments, environment, directory: nil, terminal: nil, descriptors)
  }

  private static func start(
    _ program: String, _ words: [String], _ environment: [String: String], directory: String?, terminal: String?,
    _ descriptors: [Int32]
  ) throws(SystemError) -> SessionProcess {
    // C strings would end there, and another program might be run.
    let texts = [program] + words + [directory ?? ""] + environment.flatMap { [$0.key, $0.value] }
    guard !texts.contains(where: { $0.utf8.contains(0) }) else { throw SystemError(code: EINVAL) }
    var id = pid_t()
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let code = withCStrings(words) { words in
      withCStrings(variables) { variables in
        cprocess_start(&id, program, words, variables, directory, terminal, descriptors)
      }
    }
    guard code == 0 else { throw SystemError(code: code) }
    return SessionProcess(id: id)
  }

  /// Waits for its end in a thread of its own, so that nothing of it is left in the kernel's table.
  public func reapInBackground() {
    let id = id
    Thread.detachNewThread {
      while waitpid(id, nil, 0) < 0, errno == EINTR {}
    }
  }

  /// Its exit code once it has ended; nil where a signal ended it, or that can't be known.
  public func waitForEnd() -> Int? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 { if errno != EINTR { return nil } }
    if case .exited(let code) = Child.ending(of: status) { return Int(code) }
    return nil
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
