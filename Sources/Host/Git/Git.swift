import Foundation

/// The git program, asked without a shell and without a terminal: it can ask nobody anything.
public struct Git: Sendable {
  /// Variables that would name another repository than the one that a path lies in, as a hook that runs us has them
  /// (`git rev-parse --local-env-vars`), or would change what a path or an answer means.
  private static let removed: Set<String> = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE",
    "GIT_NO_REPLACE_OBJECTS", "GIT_IMPLICIT_WORK_TREE", "GIT_CONFIG", "GIT_QUARANTINE_PATH", "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_INTERNAL_SUPER_PREFIX",
  ]

  private let environment: [String: String]

  /// - Parameter environment: where PATH is taken from, and what git and its hooks get.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    var environment = environment.filter { !Self.removed.contains($0.key) }
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_EDITOR"] = "true"
    self.environment = environment
  }

  /// What git answered.
  struct Answer {
    var exitCode: Int32
    var output: [UInt8]
    var errors: [UInt8]
    var isCut: Bool

    var text: String { String(decoding: output, as: UTF8.self) }
    /// Without the line break at its end.
    var line: String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
    /// The parts of an answer with `-z`.
    var parts: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
    /// Everything that was said, for a person.
    var words: String {
      (String(decoding: errors, as: UTF8.self) + text).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// Asks for something that changes nothing, and takes no lock that others would wait for.
  func ask(_ arguments: [String], in folder: String, input: [UInt8] = []) throws(GitError)
    -> Answer
  {
    var environment = environment
    // What is told apart by its words has to come in one language.
    environment["LC_ALL"] = "C"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    return try run(arguments, in: folder, input: input, environment: environment, seconds: 60)
  }

  /// Has something done, with hooks in the language of whoever runs us.
  func tell(_ arguments: [String], in folder: String, input: [UInt8] = []) throws(GitError) -> Answer {
    try run(arguments, in: folder, input: input, environment: environment, seconds: 300)
  }

  private func run(
    _ arguments: [String], in folder: String, input: [UInt8], environment: [String: String], seconds: Int
  ) throws(GitError) -> Answer {
    guard let program else { throw .gitAbsent }
    let words = [program, "-C", folder, "--no-pager"] + arguments
    let command = "git \(arguments.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? "")"
    let child = CapturedChild.run(words, environment: environment, input: input, limit: 8 << 20, seconds: seconds)
    switch child.ending {
    case .exited(let code):
      return Answer(exitCode: code, output: child.output, errors: child.errors, isCut: child.isCut)
    case .outOfTime, .stopped: throw .outOfTime(command: command, place: folder, seconds: seconds)
    case .killed(let signal): throw .failed(command: command, place: folder, detail: "ended by signal \(signal)")
    case .notStarted(ENOENT): throw .gitAbsent
    case .notStarted(let code):
      throw .failed(command: command, place: folder, detail: String(cString: strerror(code)))
    }
  }

  /// Where git is, by the PATH that was given.
  private var program: String? {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/git" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }
}
