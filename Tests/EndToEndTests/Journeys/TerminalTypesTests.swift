import Foundation
import Testing

@Suite("Terminals of all kinds", .inTurn)
struct TerminalTypesTests {
  @Test(
    "One that cannot be painted on is named, with what to do, and the shell is as it was",
    arguments: [("TERM=dumb", "dumb"), ("TERM=unheard-of", "unheard-of"), ("TERM=", "TERM"), ("-u TERM", "TERM")])
  func unusable(setting: String, named: String) async throws {
    let place = try Workplace()
    let terminal = try place.terminal()
    let before = try await Manners(of: terminal)
    try await terminal.run("env \(setting) prodpair; echo code=$?")
    let screen = try await terminal.wait("the exit code") { $0.contains(/code=[0-9]/) }
    #expect(screen.contains("prodpair: ") && screen.contains(named), "\(screen)")
    #expect(!screen.contains("code=0"), "\(screen)")
    #expect(try await Manners(of: terminal) == before)
    // Commands need no terminal type.
    try await terminal.run("clear; env \(setting) prodpair run list")
    try await terminal.wait(for: "cf@v9")
  }

  @Test(
    "Input or output that is no terminal is said, and what to do instead",
    arguments: ["prodpair < /dev/null", "prodpair | cat", "prodpair > out"])
  func notBoth(line: String) async throws {
    let place = try Workplace()
    let terminal = try place.terminal()
    let before = try await Manners(of: terminal)
    try await terminal.run("cd \(place.folder.path)")
    try await terminal.run("\(line); echo done")
    let screen = try await terminal.wait("the end") { $0.contains("\ndone\n") }
    #expect(screen.contains("terminal"), "\(screen)")
    #expect(try await Manners(of: terminal) == before)
  }

  /// Terminals with no colour, 8 of them, 256 and all of them; the screen says the same on each.
  @Test(
    "The run is worked on with each kind of colour, and with none",
    arguments: [
      ["TERM": "xterm"], ["TERM": "xterm-direct"], ["TERM": "xterm-256color"], ["TERM": "linux"], ["TERM": "vt100"],
      ["TERM": "tmux-256color"], ["NO_COLOR": "1"], ["LC_ALL": "POSIX"],
    ])
  func colours(settings: [String: String]) async throws {
    let place = try Workplace()
    let raw = place.folder("raw")
    // Not every machine has a description of every terminal.
    if let type = settings["TERM"],
      try Program.run(["infocmp", type]).exitCode != 0
    {
      return
    }
    let terminal = try place.terminal(environment: settings, recording: raw)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "Tell support")
    try terminal.press("Space")
    try await terminal.wait(forStep: 2, "PRE 1/3", "? more")
    try terminal.press("x")
    try await terminal.wait(for: "step 2 failed: why?")
    try terminal.type("broken")
    try terminal.press("Enter")
    try await terminal.wait(for: "failed: broken")
    try terminal.press("q")
    let end = try await TerminalMannersTests.expectUsable(terminal)
    let bytes = try await terminal.recorded(in: raw, upTo: end)
    #expect(bytes.setsColour == (settings["NO_COLOR"] == nil && settings["TERM"] != "vt100"))
  }
}
