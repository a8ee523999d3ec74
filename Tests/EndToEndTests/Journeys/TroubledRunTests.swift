import Foundation
import TestSupport
import Testing

@Suite("A run in which things go wrong, by keys alone", .inTurn)
struct TroubledRunTests {
  static let checklist = """
    # Release

    ## Pre
    - [ ] Tell support <!-- id: tell -->
    - [ ] Look at the toggles <!-- id: toggles -->
    - [ ] Take a snapshot <!-- id: snapshot -->
    ## During
    - [ ] Watch the canary <!-- id: canary -->
    - [ ] Deploy <!-- id: deploy; deploys -->
    ## Post
    - [ ] Run the smoke tests <!-- id: smoke -->
    ## Rollback
    Roll back when more than one runner fails.
    - [ ] Deploy the previous manifest <!-- id: back; deploys -->

    """

  /// A store with me, bo, and a run of the checklist, which is on the screen.
  static func terminal(columns: Int = 100, rows: Int = 36, in folder: Folder) async throws -> TerminalSession {
    let login = try #require(Account.login)
    let file = folder("release.md")
    try Data(checklist.utf8).write(to: URL(fileURLWithPath: file))
    let store = ["PRODPAIR_STORE": folder("prodpair.sqlite")]
    for line in [
      ["init", "--no-starters"], ["person", "add", "ana", "--name", "Ana", "--login", login],
      ["person", "add", "bo", "--name", "Bo"],
      ["checklist", "import", file],
      ["run", "start", "release", "--env", "staging", "--artifact", "cf@v9", "--pair", "ana,bo"],
    ] {
      try Program.must([Program.built.path] + line, environment: Program.environment.merging(store) { $1 })
    }
    let terminal = try TerminalSession(columns: columns, rows: rows, environment: store)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE 0/3")
    return terminal
  }

  @Test("Failure and retry, owed reasons, skip, defer, note, rollback, and the finish that waits for all of it")
  func wholeRun() async throws {
    let folder = try Folder()
    let terminal = try await Self.terminal(in: folder)
    func answer(_ key: String, _ question: String, _ text: String) async throws {
      try terminal.press(key)
      try await terminal.wait(for: question)
      try terminal.type(text)
      try terminal.press("Enter")
    }

    // Failed, with its reason, and tried again: both attempts stay in sight.
    try await answer("x", "step 1 failed: why?", "nobody picks up")
    try await terminal.wait(for: "failed: nobody picks up")
    try terminal.press("F")
    try await terminal.wait(for: "not settled")
    try terminal.press("g", "g", "Space")
    try await terminal.wait(for: "PRE 1/3", "nobody picks up", "2nd")
    try await terminal.wait(forStep: 2)

    // In a hurry the reason is owed, and the others are given.
    try terminal.press("g", "g", "j", "S")
    try await terminal.wait(for: "step 2 skipped: why?")
    try terminal.press("Tab")
    try await terminal.wait(forStep: 3, "PRE 2/3")
    try await answer("D", "step 3 deferred: why?", "the mirror is down")
    try await terminal.wait(forStep: 4, "PRE 3/3", "deferred: the mirror is down")
    try await answer("c", "note on step 4", "dashboards quiet")
    try await terminal.wait(forSaid: "noted")
    try terminal.press("Space")
    try await terminal.wait(forStep: 5, "DURING 1/2")

    // The deploy fails, and that shows what prompts a rollback.
    try terminal.press("x")
    try await terminal.wait(for: "step 5 failed: why?", "Roll back when more than one runner fails")
    try terminal.type("two runners down")
    try terminal.press("Enter")
    try await terminal.wait(for: "failed: two runners down")
    try await answer("B", "roll back: why?", "two runners down")
    try await terminal.wait(for: "Enter the rollback section?")
    try terminal.press("y")
    // The section could be read before; now its first step is what is to be done.
    try await terminal.wait(forStep: 7, "ROLLBACK 0/1")
    try terminal.press("Space")
    try await terminal.wait(for: "ROLLBACK 1/1")

    // What the rollback left undone does not apply any more.
    try terminal.press("G", "k", "k")
    try await terminal.wait(forStep: 5)
    try await answer("N", "step 5 not-applicable: why?", "rolled back")
    try await terminal.wait(forStep: 6, "DURING 2/2")
    try await answer("N", "step 6 not-applicable: why?", "rolled back")
    try await terminal.wait(for: "POST 1/1")

    // The owed reason is asked for before the end.
    try terminal.press("F")
    try await terminal.wait(for: "a reason is owed for step 2")
    try await answer("R", "reason owed for step 2", "no toggles in this one")
    try await terminal.wait(for: "skipped: no toggles in this one")
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    try terminal.press("y")
    try await terminal.wait(for: "ROLLED-BACK")
    try terminal.press("q")

    let text = try Program.must(
      [Program.built.path, "run", "show", "1"],
      environment: Program.environment.merging(["PRODPAIR_STORE": folder("prodpair.sqlite")]) { $1 })
    for words in [
      "nobody picks up", "no toggles in this one", "the mirror is down", "dashboards quiet", "two runners down",
      "rolled back",
    ] {
      #expect(text.contains(words), "\(words) in:\n\(text)")
    }
  }
}
