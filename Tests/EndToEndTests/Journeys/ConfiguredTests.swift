import Foundation
import Testing

@Suite("The screen as it is configured", .inTurn)
struct ConfiguredTests {
  @Test("The theme, the first screen and a key of one's own are in force, and are what the footer and the help show")
  func inForce() async throws {
    let place = try Workplace()
    try place.file(
      "config/prodpair/config.yaml",
      "theme: mono\nstart: runs\nascii: true\nkeys:\n  run.done: d\n  run.failed: [F5, X]\n  go.teams: g w\n")
    let raw = place.folder("raw")
    let terminal = try place.terminal(recording: raw)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "cf@v9", "took")
    #expect(try !terminal.screen().contains("NEEDS YOU"))
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE 0/3", "d done", "F5 failed")
    try terminal.press("Space")
    try terminal.press("d")
    // Space does nothing any more, and d ticked one step.
    try await terminal.wait(forStep: 2, "PRE 1/3")
    try terminal.press("F5")
    try await terminal.wait(for: "step 2 failed: why?")
    try terminal.press("Escape")
    try await terminal.waitUntilGone("step 2 failed: why?")
    try terminal.press("g")
    try await terminal.wait(for: "w teams")
    try terminal.press("w")
    try await terminal.wait(for: "team, person")
    try terminal.press("q")
    let end = try await TerminalMannersTests.expectUsable(terminal)
    let bytes = try await terminal.recorded(in: raw, upTo: end)
    #expect(bytes.allSatisfy { $0 < 0x80 }, "lines and signs are of ASCII")
    #expect(!bytes.setsColour, "mono has no colour")
  }

  @Test(
    "What is wrong with it is said on the first screen with file and line, and the rest holds",
    arguments: [
      ("start: teams\nthemes: mono\n", "line 2: there is no key `themes`; did you mean `theme`?"),
      ("start: teams\ntheme: pink\n", "line 2: theme: `pink` is none of its values"),
      ("start: teams\nkeys:\n  run.done: x\n", "line 3: `x` is both"),
      ("start: teams\nkeys:\n  run.dnoe: x\n", "line 3: there is no command `run.dnoe`; did you mean `run.done`?"),
    ])
  func wrong(text: String, words: String) async throws {
    let place = try Workplace()
    let path = try place.file("config/prodpair/config.yaml", text)
    let terminal = try place.terminal(columns: 160)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "team, person", path, words)
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE 0/3")
    try terminal.press("Space")
    try await terminal.wait(for: "PRE 1/3")
  }

  @Test("One that is no YAML, or cannot be read, does not keep the program from starting", arguments: [0o600, 0o000])
  func unreadable(mode: Int) async throws {
    let place = try Workplace()
    let text = mode == 0 ? "theme: mono\n" : "theme: [mono\nstart: runs\n"
    let path = try place.file("config/prodpair/config.yaml", text, mode: mode)
    // Root may read what nobody may.
    guard mode != 0 || getuid() != 0 else { return }
    let terminal = try place.terminal(columns: 160)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", path)
    let outcome = try Program.run(
      [Program.built.path, "config", "check"],
      environment: Program.environment.merging(["XDG_CONFIG_HOME": place.folder("config")]) { $1 })
    #expect(outcome.exitCode == 65)
  }
}
