import Foundation
import Synchronization

/// A real terminal, driven by keys and read as text: one pane of a tmux server of its own.
///
/// In it runs a shell that neither edits lines nor repairs the terminal after a program, so what a program leaves
/// broken stays visible. Nothing here sleeps and hopes; ``wait(_:until:)`` looks until it sees.
///
/// ```swift
/// let terminal = try TerminalSession()
/// try terminal.run("prodpair")
/// try await terminal.wait(for: "NEEDS YOU")
/// try terminal.press("Enter")
/// ```
final class TerminalSession: Sendable {
  struct NeverSeen: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "never seen: \(what)\n--- the screen ---\n\(screen)\n---" }
  }

  static let prompt = "ready> "
  /// Long enough for a machine that is busy with something else; only a failing test waits so long.
  static let patience = Duration.seconds(120)

  private let server = "prodpair-test-\(UUID().uuidString.prefix(8).lowercased())"
  private let folder: Folder
  private let workplace: Folder?
  private let strokes = Mutex(0)

  /// A terminal with a shell in it, the login's own or another's.
  ///
  /// - Parameter workplace: where the programs in it work; kept until they have ended.
  init(
    columns: Int = 80, rows: Int = 24, login: String? = nil, environment: [String: String] = [:],
    recording: String? = nil, workplace: Folder? = nil
  ) throws {
    self.workplace = workplace
    folder = try Folder()
    var variables = Program.environment.merging(["PS1": Self.prompt, "HOME": folder.path]) { $1 }
    variables["PATH"] = Program.built.deletingLastPathComponent().path + ":" + (variables["PATH"] ?? "")
    variables.merge(environment) { $1 }
    let settings = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.sorted()
    // The terminal's own type is tmux's to say, unless a test says otherwise.
    let shell = ["env", "-i"] + (environment["TERM"] == nil ? ["TERM=screen-256color"] : []) + settings + ["sh", "-i"]
    let words = (login.map(Logins.words) ?? []) + shell
    try tmux(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", "/"] + words.map(Self.quoted).joinedAsOne
        + [";", "set-option", "-g", "status", "off"])
    if let recording { try tmux(["pipe-pane", "cat > \(Self.quoted(recording))"]) }
  }

  /// Ends what runs in the terminal, and waits for it: a program that is told to go still writes down what was seen, and
  /// its folders are not swept away under it.
  deinit {
    let running = (try? children()) ?? []
    _ = try? tmux(["kill-server"])
    let end = ContinuousClock.now + Self.patience
    for process in running {
      while access("/proc/\(process)/exe", F_OK) == 0, ContinuousClock.now < end { usleep(1000) }
    }
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
  }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    let environment = Program.environment.merging(["TMUX_TMPDIR": folder.path]) { $1 }
    return try Program.must(["tmux", "-L", server, "-f", "/dev/null"] + words, environment: environment)
  }

  // MARK: Hands

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-s`, `j`.
  func press(_ keys: String...) throws {
    strokes.withLock { $0 += keys.count }
    try tmux(["send-keys"] + keys)
  }

  func type(_ text: String) throws {
    strokes.withLock { $0 += text.count }
    try tmux(["send-keys", "-l", "--", text])
  }

  /// How often a key was hit so far: one for each that was pressed, and one for each character that was typed.
  var keystrokes: Int { strokes.withLock { $0 } }

  /// Sends the terminal's report of a mouse at a cell, counted from 1 (xterm's SGR encoding): button 0 is the left one,
  /// 64 and 65 turn the wheel.
  func point(_ button: Int, column: Int, row: Int) throws {
    for end in button < 64 ? ["M", "m"] : ["M"] {
      let report = "\u{1b}[<\(button);\(column);\(row)\(end)"
      try send(report)
    }
  }

  /// Clicks on where a text stands first.
  func click(on text: String) async throws {
    try await wait(for: text)
    let lines = try rows()
    guard let row = lines.firstIndex(where: { $0.contains(text) }), let range = lines[row].range(of: text) else {
      throw NeverSeen(what: text, screen: lines.joined(separator: "\n"))
    }
    let column = lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
    try point(0, column: column + 1, row: row + 1)
  }

  /// Types a line for the shell, once that waits for one, so that the next prompt to be seen comes after it.
  func run(_ line: String) async throws {
    try await wait("the shell's prompt") { $0.hasSuffix(Self.prompt.trimmingCharacters(in: .whitespaces)) }
    try type(line)
    try await wait("what was typed") { $0.hasSuffix(Self.prompt + line) }
    try press("Enter")
  }

  /// Goes to one of the program's lists by its chord, and waits until its rows are there: what is typed before that is
  /// kept for them, but only for a moment.
  ///
  /// - Parameter sign: what that list alone has above its rows.
  func go(to key: String, showing sign: String) async throws {
    try press("g", key)
    try await wait("\(sign), and where one is in the list") { $0.contains(sign) && $0.contains(/[0-9] of [0-9]/) }
  }

  /// Presses `u`. Where the offer has gone from the screen meanwhile, a question comes first, and is answered.
  func undo(until isDone: (String) -> Bool) async throws { try await take("u", asking: "Undo this?", until: isDone) }

  /// Presses `^R`, likewise.
  func redo(until isDone: (String) -> Bool) async throws {
    try await take("C-r", asking: "Bring this back?", until: isDone)
  }

  private func take(_ key: String, asking question: String, until isDone: (String) -> Bool) async throws {
    try press(key)
    let screen = try await wait("what \(key) does") { $0.contains(question) || isDone($0) }
    guard screen.contains(question) else { return }
    try press("y")
    try await wait("what \(key) does, once it is said yes to") { !$0.contains(question) && isDone($0) }
  }

  /// Sends bytes as a terminal would.
  func send(_ text: String) throws { try tmux(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) }) }

  func paste(_ text: String) throws { try tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"]) }

  /// Takes the terminal away from under what runs in it, as a lost connection does: the kernel tells that of it (SIGHUP).
  func hangUp() throws { try tmux(["kill-server"]) }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Eyes

  /// What can be seen, without the blank space at its end.
  func screen() throws -> String {
    try tmux(["capture-pane", "-p"]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The same, row by row, with the blank space before and between.
  func rows() throws -> [String] {
    try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  /// What was written to the terminal, of which a recording is made in this file, once it has this text in it: the
  /// recording is always a little behind the screen.
  func recorded(in file: String, upTo text: String) async throws -> Data {
    var bytes = Data()
    try await wait("\(text) in the recording") { _ in
      bytes = (try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data()
      return bytes.range(of: Data(text.utf8)) != nil
    }
    return bytes
  }

  /// The settings of the terminal's line, as `stty -a` tells them: echo, signals, the size.
  func line() throws -> String { try Program.must(["stty", "-a", "-F", value(of: "pane_tty")]) }

  /// What tmux knows about the terminal, as in `alternate_on`.
  func value(of name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @discardableResult
  func wait(for texts: String...) async throws -> String {
    try await wait(texts.joined(separator: " and ")) { screen in texts.allSatisfy(screen.contains) }
  }

  @discardableResult
  func wait(_ what: String, until isThere: (String) throws -> Bool) async throws -> String {
    let end = ContinuousClock.now + Self.patience
    while true {
      let screen = try screen()
      if try isThere(screen) { return screen }
      guard ContinuousClock.now < end else { throw NeverSeen(what: what, screen: screen) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until a step of the run is selected: its detail shows. That a step is written can be seen a moment before the
  /// selection goes on to the next, on which a key is then meant to act.
  @discardableResult
  func wait(forStep number: Int, _ texts: String...) async throws -> String {
    try await wait("step \(number) is selected \(texts)") { screen in
      try screen.contains(Regex("[-─] step \(number) [-─]")) && texts.allSatisfy(screen.contains)
    }
  }

  func waitUntilGone(_ text: String) async throws {
    try await wait("\(text) is gone") { !$0.contains(text) }
  }

  /// Waits until tmux knows that of the terminal, as in `alternate_on`.
  func wait(untilValueOf name: String, is value: String) async throws {
    try await wait("\(name) is \(value)") { _ in try self.value(of: name) == value }
  }

  /// Waits until the program has said something. Its log, which `M` shows, has it when the screen no longer does.
  func wait(forSaid words: String) async throws {
    let end = ContinuousClock.now + Self.patience
    while true {
      if try screen().contains(words) { return }
      try press("M")
      let log = try await wait(for: "j k scroll")
      try press("Escape")
      try await waitUntilGone("j k scroll")
      if log.contains(words) { return }
      guard ContinuousClock.now < end else { throw NeverSeen(what: "said: \(words)", screen: log) }
    }
  }

  /// The processes that the shell runs now.
  func children() throws -> [Int32] {
    let shell = try value(of: "pane_pid")
    let children = (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
    return children.split(separator: " ").compactMap { Int32($0) }
  }
}

extension [String] {
  fileprivate var joinedAsOne: [String] { [joined(separator: " ")] }
}
