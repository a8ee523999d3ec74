import Foundation
import Testing

@Suite("The first run of a new user, by keys alone", .inTurn)
struct FirstRunTests {
  /// The steps of the starter checklist `manifest-only` that apply, in order: what is recorded, and whether it takes two.
  private static let steps: [(number: Int, value: String?, isKiller: Bool)] = [
    (1, "CHG-7", false), (2, "10; 20", true), (3, "40; 200", false), (4, nil, false), (5, nil, false), (6, nil, true),
    (7, "20; 0", false), (9, "20; 0; 0", true), (10, "20", false), (11, "4 %; 6 %", false), (12, "nothing", false),
  ]

  @Test("From no store at all to a finished run of a starter checklist")
  func wholeRun() async throws {
    let data = try Folder()
    let terminal = try TerminalSession(environment: ["XDG_DATA_HOME": data.path])
    try await terminal.run("prodpair")
    // The three questions are left for later.
    try await terminal.wait(for: "Welcome to prodpair", "1 team")
    #expect(FileManager.default.fileExists(atPath: data("prodpair/prodpair.sqlite")))
    try terminal.press("Escape")
    try await terminal.wait(for: "NEEDS YOU")
    try await terminal.go(to: "c", showing: "last run")
    try await terminal.wait(for: "manifest-only", "new-release", "stemcell-upgrade", "personal")

    try terminal.press("n")
    try await terminal.wait(for: "Start a run", "2 to fill in")
    try terminal.press("Down")
    try terminal.type("logs@abcdef1")
    try terminal.press("Down", "Down", "Down")
    try terminal.type("abcdef1")
    try await terminal.wait("nothing more to fill in") { $0.contains("abcdef1") && !$0.contains("to fill in") }
    // A run by one person alone needs a reason: the rule is said, and the form keeps what was typed.
    try terminal.press("C-s")
    try await terminal.wait(for: "would be alone", "logs@abcdef1")
    try terminal.type("nobody else is here yet")
    try terminal.press("C-s")
    try await terminal.wait(for: "RUN 1", "alone", "1 rule overridden", "PRE 0/4")

    for step in Self.steps {
      try await terminal.wait("step \(step.number) is selected") { $0.contains("─ step \(step.number) ─") }
      try terminal.press("Space")
      if let value = step.value {
        try await terminal.wait(for: "step \(step.number) done", "Record:")
        try terminal.type(value)
        try terminal.press("Enter")
      }
      if step.isKiller {
        // The footer offers the key once the step is written.
        try await terminal.wait(for: "waits for", "V go on without")
        try terminal.press("V")
        try await terminal.wait(for: "Go on without")
        try terminal.press("2")
        try await terminal.wait(for: "go on without the other: why?")
        try terminal.type("alone at the desk")
        try terminal.press("Enter")
      }
      try await terminal.wait("step \(step.number) is settled") { screen in
        !screen.contains("─ step \(step.number) ─") || step.number == 12 && screen.contains("POST 3/3")
      }
    }
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    // The answer is no until somebody says yes.
    try terminal.press("Enter")
    try await terminal.wait("the question is gone") { !$0.contains("Finish run 1?") && !$0.contains("COMPLETED") }
    try terminal.press("F")
    try await terminal.wait(for: "Finish run 1?")
    try terminal.press("y")
    try await terminal.wait(for: "COMPLETED")
    try terminal.press("q")
    try await terminal.run("prodpair run list; prodpair verify")
    try await terminal.wait(for: "completed", "logs@abcdef1")
  }
}
