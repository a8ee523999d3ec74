import Foundation
import TestSupport
import Testing

/// A store of a pair, ana who sits at the terminal and bo, and a run of theirs that has begun.
struct Workplace {
  let folder: Folder
  private let environment: [String: String]

  init(checklist: String = TroubledRunTests.checklist, editor: String? = nil) throws {
    folder = try Folder()
    environment = [
      "PRODPAIR_STORE": folder("team/prodpair.sqlite"), "TMPDIR": folder.path, "XDG_DATA_HOME": folder("data"),
      "XDG_STATE_HOME": folder("state"), "XDG_CONFIG_HOME": folder("config"), "VISUAL": editor ?? "",
    ]
    let login = try #require(Account.login)
    try must("init", "--no-starters")
    try must("person", "add", "ana", "--name", "Ana", "--login", login)
    try must("person", "add", "bo", "--name", "Bo")
    try must("checklist", "import", try file("release.md", checklist))
    try must("run", "start", "release", "--env", "staging", "--artifact", "cf@v9", "--pair", "ana,bo")
  }

  /// Writes a file, and gives back its path.
  @discardableResult
  func file(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
    let path = folder(name)
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  /// A shell script, and the command that runs it.
  ///
  /// Not the file itself: while another thread starts a process, that holds it open, and it is busy (execve(2), ETXTBSY).
  func script(_ name: String, _ text: String) throws -> String { "sh " + (try file(name, text + "\n")) }

  /// Runs the program on the store.
  @discardableResult
  func must(_ words: String...) throws -> String {
    try Program.must([Program.built.path] + words, environment: Program.environment.merging(environment) { $1 })
  }

  /// A terminal in which the program finds the store.
  func terminal(
    columns: Int = 100, rows: Int = 30, environment more: [String: String] = [:], recording: String? = nil
  ) throws -> TerminalSession {
    try TerminalSession(
      columns: columns, rows: rows, environment: environment.merging(more) { $1 }, recording: recording,
      workplace: folder)
  }

  /// A terminal on Today.
  func today(columns: Int = 100, rows: Int = 30, environment more: [String: String] = [:]) async throws
    -> TerminalSession
  {
    let terminal = try terminal(columns: columns, rows: rows, environment: more)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    return terminal
  }

  /// A terminal on the run, which is the first.
  func run(columns: Int = 100, rows: Int = 30, environment more: [String: String] = [:]) async throws
    -> TerminalSession
  {
    let terminal = try await today(columns: columns, rows: rows, environment: more)
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    // The notice is read beside the run, and moves the list down when it comes.
    try await terminal.wait(for: "RUN 1", "PRE ", "Tell support", "has not run this checklist before")
    return terminal
  }
}

extension Data {
  /// Whether something of it sets a colour of text or ground.
  var setsColour: Bool {
    String(decoding: self, as: UTF8.self).contains(
      /\u{1b}\[(?:[0-9]+[;:])*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9]+)*m/)
  }
}

extension TerminalSession {
  /// Waits until two terminals of one size show the same, but for what the clock says.
  func wait(toLookLike other: TerminalSession) async throws {
    try await wait("what the other terminal shows:\n\(try other.screen())\n--- but") {
      try Self.withoutTimes($0) == Self.withoutTimes(other.screen())
    }
  }

  private static func withoutTimes(_ screen: String) -> String {
    screen.replacing(/[0-9]+(:[0-9]{2}|m\b)/, with: "-:--").replacing(/\ +/, with: " ")
  }
}
