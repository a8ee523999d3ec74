import Foundation
import Testing

@Suite("The shortest way for a new user", .inTurn)
struct ShortestWayTests {
  /// What somebody brings along who tries it out.
  private static let checklist = """
    # Router swap

    ## Pre
    - [ ] Tell the channel
    ## During
    - [ ] Drain the first router
    - [ ] Swap it
    ## Post
    - [ ] See requests recover

    """

  @Test("From the first start to a run that a pair has finished takes fewer than 40 keystrokes")
  func firstRun() async throws {
    let data = try Folder()
    let own = try Folder()
    try Data(Self.checklist.utf8).write(to: URL(fileURLWithPath: own("router-swap.md")))
    let terminal = try TerminalSession(environment: ["XDG_DATA_HOME": data.path])
    try await terminal.run("cd \(own.path)")
    let before = terminal.keystrokes

    // The three questions: the team and I are as suggested, bo is the other, and the checklists lie here.
    try await terminal.run("prodpair")
    try await terminal.wait(for: "Welcome to prodpair", "3 checklists")
    try terminal.press("Down", "Down", "Down", "Down")
    try terminal.type("bo")
    try terminal.press("Down")
    try terminal.type(".")
    try terminal.press("C-s")
    try await terminal.wait(for: "NEEDS YOU", "Nothing waits for you")

    // A new run: the checklist, and what is deployed. The two who do it are the two there are.
    try terminal.press("n")
    try await terminal.wait(for: "router-swap", "never run")
    try terminal.press("j", "j", "n")
    try await terminal.wait(for: "Start a run by router-swap v1")
    try terminal.press("Down")
    try terminal.type("cf@v1")
    try terminal.press("C-s")
    try await terminal.wait(for: "RUN 1", "PRE 0/1")

    // The work, and the end.
    for (index, settled) in ["PRE 1/1", "DURING 1/2", "DURING 2/2", "POST 1/1"].enumerated() {
      // A key that comes while a step is still being written is refused: nobody ticks the next one by accident.
      try await terminal.wait(forStep: index + 1)
      try terminal.press("Space")
      try await terminal.wait(for: settled)
    }
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    try terminal.press("y")
    // Nothing is waited for that was never asked.
    let screen = try await terminal.wait("the end, and nothing to wait for") {
      $0.contains("COMPLETED") && !$0.contains("reading")
    }
    #expect(!screen.contains("overridden"))
    #expect(terminal.keystrokes - before < 40, "it took \(terminal.keystrokes - before)")

    try terminal.press("q")
    try await terminal.run("prodpair run list")
    try await terminal.wait(for: "completed", "cf@v1", "+bo")
  }
}
