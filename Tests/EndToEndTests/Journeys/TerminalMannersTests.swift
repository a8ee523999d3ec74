import Foundation
import Testing

@Suite("The program's manners in a terminal", .inTurn)
struct TerminalMannersTests {
  @Test(
    "Below 60x16 it says so, and recovers when the window grows",
    arguments: [(59, 16), (60, 15), (59, 15), (20, 5), (1, 1)])
  func tooSmall(columns: Int, rows: Int) async throws {
    let folder = try Folder()
    let terminal = try await TroubledRunTests.terminal(columns: 80, rows: 24, in: folder)
    try terminal.resize(columns: columns, rows: rows)
    if columns >= 20 {
      try await terminal.wait("that alone") { $0.contains("60x16") && !$0.contains("Tell support") }
    }
    try terminal.resize(columns: 60, rows: 16)
    try await terminal.wait(for: "RUN 1", "Tell support", "? more")
    try terminal.resize(columns: 200, rows: 60)
    try await terminal.wait(for: "RUN 1", "Tell support", "Run the smoke tests", "? more")
  }

  @Test("A window that is too small from the start is no different")
  func startsSmall() async throws {
    let data = try Folder()
    let terminal = try TerminalSession(columns: 40, rows: 10, environment: ["XDG_DATA_HOME": data.path])
    try await terminal.run("prodpair")
    try await terminal.wait(for: "60x16")
    try terminal.resize(columns: 80, rows: 24)
    try await terminal.wait(for: "Welcome to prodpair")
  }

  @Test(
    "A terminal that cannot be painted on is named, and the exit code is that of a wrong use",
    arguments: ["dumb", "unheard-of"])
  func dumb(type: String) async throws {
    let data = try Folder()
    let terminal = try TerminalSession(environment: ["XDG_DATA_HOME": data.path, "TERM": type])
    try await terminal.run("prodpair; echo code=$?")
    let screen = try await terminal.wait("the exit code") { $0.contains(/code=[0-9]/) }
    #expect(screen.contains("prodpair: ") && screen.contains(type), "\(screen)")
    #expect(!screen.contains("code=0"))
    try await Self.expectUsable(terminal)
  }

  @Test("Without a terminal it says what to do instead, and creates nothing")
  func noTerminal() throws {
    let data = try Folder()
    let outcome = try Program.run(
      [Program.built.path],
      environment: Program.environment.merging(["XDG_DATA_HOME": data.path, "TERM": "xterm"]) { $1 })
    #expect(outcome.exitCode == 64, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("terminal"), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: data("prodpair")))
  }

  @Test(
    "However it dies, it gives the terminal back", arguments: ["HUP", "TERM", "INT", "QUIT", "ABRT", "SEGV", "BUS"])
  func killed(signal: String) async throws {
    let folder = try Folder()
    let terminal = try await TroubledRunTests.terminal(columns: 80, rows: 24, in: folder)
    #expect(try terminal.value(of: "alternate_on") == "1")
    let program = try #require(try terminal.children().first)
    try Program.must(["kill", "-\(signal)", "\(program)"])
    try await Self.expectUsable(terminal)
    // Nothing is broken in the store either.
    try await terminal.run("clear; prodpair verify && echo the store is whole")
    try await terminal.wait("verify's word") { $0.contains("\nthe store is whole") }
  }

  @Test("^Z stops it, the shell is usable, and fg paints what has changed since")
  func stopped() async throws {
    let folder = try Folder()
    let terminal = try await TroubledRunTests.terminal(columns: 80, rows: 24, in: folder)
    try terminal.press("C-z")
    try await Self.expectUsable(terminal)
    try await terminal.run("prodpair run tick 1 tell")
    try await terminal.run("fg")
    try await terminal.wait(for: "RUN 1", "PRE 1/3")
    #expect(try terminal.value(of: "alternate_on") == "1")
    // And once more while something is being typed, which stays.
    try terminal.press("c")
    try await terminal.wait(for: "note on step")
    try terminal.type("half a thought")
    try await terminal.wait(for: "half a thought")
    try terminal.press("C-z")
    try await Self.expectUsable(terminal)
    try await terminal.run("fg")
    try await terminal.wait(for: "half a thought", "note on step")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try terminal.press("q")
    try await Self.expectUsable(terminal)
  }

  @Test("Leaving with q, and with ^C, gives the terminal back", arguments: ["q", "C-c"])
  func leaves(key: String) async throws {
    let folder = try Folder()
    let terminal = try await TroubledRunTests.terminal(columns: 80, rows: 24, in: folder)
    try terminal.press(key)
    try await Self.expectUsable(terminal)
    #expect(try terminal.screen().contains("prodpair"), "what stood there before is there again")
  }

  @Test("NO_COLOR leaves colour out, and a locale without UTF-8 has lines and signs of ASCII")
  func plain() async throws {
    let folder = try Folder()
    let first = try await TroubledRunTests.terminal(in: folder)
    try first.press("q")
    let raw = folder("raw")
    let terminal = try TerminalSession(
      environment: ["PRODPAIR_STORE": folder("prodpair.sqlite"), "NO_COLOR": "1", "LC_ALL": "C"], recording: raw)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "cf@v9")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "PRE 0/3")
    try terminal.press("q")
    let end = try await Self.expectUsable(terminal)
    let bytes = try await terminal.recorded(in: raw, upTo: end)
    #expect(bytes.allSatisfy { $0 < 0x80 }, "only ASCII where the locale is C")
    #expect(!bytes.setsColour, "no colour where NO_COLOR is set")
  }

  /// The shell has its terminal back: the first screen, a cursor, echo, no mouse, no brackets around what is pasted.
  ///
  /// - Returns: what was written to the terminal last.
  @discardableResult
  static func expectUsable(_ terminal: TerminalSession, _ here: SourceLocation = #_sourceLocation) async throws
    -> String
  {
    try await terminal.wait("the shell's prompt") { $0.hasSuffix("ready>") }
    let expected = [
      "alternate_on": "0", "cursor_flag": "1", "mouse_any_flag": "0", "keypad_flag": "0", "keypad_cursor_flag": "0",
    ]
    for (name, value) in expected { #expect(try terminal.value(of: name) == value, "\(name)", sourceLocation: here) }
    // What is typed is seen while it is typed, before any program answers; and then it runs. The number is one that no
    // earlier answer on the screen has.
    let number = Int.random(in: 100_000...900_000)
    let line = "echo $((\(number)+2)) is"
    try terminal.type(line)
    try await terminal.wait("echo") { $0.hasSuffix("ready> " + line) }
    try terminal.paste(" usable")
    try await terminal.wait("what was pasted") { $0.hasSuffix(line + " usable") || $0.contains("200~") }
    try terminal.press("Enter")
    let answer = "\(number + 2) is usable"
    let screen = try await terminal.wait("an answer") { $0.contains("\n\(answer)\n") }
    #expect(!screen.contains("200~"), sourceLocation: here)
    return answer
  }
}
