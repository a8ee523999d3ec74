import Foundation
import Testing

@Suite("Stopped, and painted over", .inTurn)
struct StoppedTests {
  @Test("A window that was resized while the program was stopped has the right picture after fg")
  func resized() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.press("C-z")
    try await TerminalMannersTests.expectUsable(terminal)
    try terminal.resize(columns: 140, rows: 40)
    try await terminal.run("clear; prodpair run tick 1 tell")
    try await terminal.run("fg")
    try await terminal.wait(for: "RUN 1", "PRE 1/3")
    let fresh = try await place.run(columns: 140, rows: 40)
    for one in [terminal, fresh] {
      try one.press("g", "g")
      try await one.wait(forStep: 1, "PRE 1/3")
    }
    try await terminal.wait(toLookLike: fresh)

    // Smaller than what can be shown, and back, is no different.
    try terminal.press("C-z")
    try await TerminalMannersTests.expectUsable(terminal)
    try terminal.resize(columns: 59, rows: 15)
    try await terminal.run("clear; fg")
    try await terminal.wait(for: "60x16")
    try terminal.resize(columns: 140, rows: 40)
    try await terminal.wait(toLookLike: fresh)
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("What is being typed survives ^Z and a smaller window, in a prompt and in a form")
  func typing() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    func stop(_ there: String...) async throws {
      try terminal.press("C-z")
      try await TerminalMannersTests.expectUsable(terminal)
      try terminal.resize(columns: 60, rows: 16)
      try await terminal.run("clear; fg")
      try await terminal.wait("what was there") { screen in there.allSatisfy(screen.contains) }
      try terminal.resize(columns: 100, rows: 30)
      try await terminal.wait("what was there, in a larger window") { screen in there.allSatisfy(screen.contains) }
    }
    try terminal.press("x")
    try await terminal.wait(for: "step 1 failed: why?")
    try terminal.type("half a rea")
    try await terminal.wait(for: "half a rea")
    try await stop("step 1 failed: why?", "half a rea")
    try terminal.type("son")
    try terminal.press("Enter")
    try await terminal.wait(for: "failed: half a reason")

    try await terminal.go(to: "c", showing: "last run")
    try terminal.press("n")
    try await terminal.wait(for: "Start a run by release v1")
    try terminal.press("Down")
    try terminal.type("v1")
    try await terminal.wait(for: "cf@v1")
    try await stop("Start a run by release v1", "cf@v1")
    try terminal.type("0")
    try await terminal.wait(for: "cf@v10")
  }

  @Test("^L wipes away what another program wrote on the screen, also while something is typed or lies over it")
  func scribbled() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    let clean = try await place.run()
    func scribble(over there: String...) async throws {
      let tty = try terminal.value(of: "pane_tty")
      try Program.must([
        "sh", "-c", #"printf '\033[3;5Hwall: the disk of web-7 is full\033[9;1Hgood night' > "$0""#, tty,
      ])
      try await terminal.wait(for: "wall: the disk", "good night")
      try terminal.press("C-l")
      try await terminal.wait("a clean screen") { screen in
        !screen.contains("wall") && !screen.contains("good night") && there.allSatisfy(screen.contains)
      }
    }
    try await scribble(over: "RUN 1")
    try await terminal.wait(toLookLike: clean)
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("half a thought")
    try await terminal.wait(for: "half a thought")
    try await scribble(over: "half a thought", "note on step 1")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("Enter")
    try await terminal.wait(for: "time zone")
    try await scribble(over: "time zone", "freezes")
    try terminal.press("F1")
    try await terminal.wait(for: "Keys and commands")
    try await scribble(over: "Keys and commands", "Save the team")
    // ^Z works there too.
    try terminal.press("C-z")
    try await TerminalMannersTests.expectUsable(terminal)
    try await terminal.run("fg")
    try await terminal.wait(for: "Keys and commands", "Save the team")
  }
}
