import Foundation
import Testing

@Suite("What others change while it is on the screen", .inTurn)
struct ChangedMeanwhileTests {
  @Test("A person's new name shows in the list, and a form that is open on them keeps what was typed beside it")
  func person() async throws {
    let place = try Workplace()
    let terminal = try await place.today()
    try await terminal.go(to: "p", showing: "team, person")
    try place.must("person", "edit", "bo", "--name", "Bo Ek", "--as", "bo")
    try await terminal.wait(for: "Bo Ek", "team, person")

    try terminal.press("G", "Enter")
    try await terminal.wait(for: "Person bo", "Bo Ek", "Save")
    try terminal.press("Down")
    try terminal.type("bo-at-work")
    try await terminal.wait(for: "bo-at-work")
    try place.must("person", "edit", "bo", "--name", "Bo Lund", "--as", "bo")
    // The form is not pulled away from under the hands.
    try terminal.type("2")
    try await terminal.wait(for: "Person bo", "bo-at-work2")
    try terminal.press("C-s")
    try await terminal.wait(for: "team, person", "Bo Lund", "bo-at-work2")
    try await terminal.wait(forSaid: "bo was changed")
    let list = try place.must("person", "list")
    #expect(list.contains("Bo Lund") && list.contains("bo-at-work2"), "\(list)")
  }

  @Test("A checklist's new version shows on its page and in the form that starts a run, where what was typed stays")
  func checklist() async throws {
    let place = try Workplace()
    let terminal = try await place.today()
    try await terminal.go(to: "c", showing: "last run")
    try terminal.press("Enter")
    try await terminal.wait(for: "[page]", "Tell support")
    let second = TroubledRunTests.checklist.replacingOccurrences(of: "Tell support", with: "Tell support and sales")
    try place.must("checklist", "import", try place.file("release.md", second), "--as", "bo")
    try await terminal.wait(for: "[page]", "Tell support and sales", "v2")
    try terminal.press("n")
    try await terminal.wait(for: "Start a run by release v2")
    try terminal.press("Down")
    try terminal.type("v10")
    try await terminal.wait(for: "cf@v10")
    let third =
      "---\nparameters:\n  - name: ticket\n    ask: which ticket\n---\n"
      + second.replacingOccurrences(of: "support and sales", with: "everybody")
    try place.must("checklist", "import", try place.file("release.md", third), "--as", "bo")
    try await terminal.wait(for: "Start a run by release v3", "cf@v10", "ticket")
    try terminal.press("C-s")
    try await terminal.wait(for: "ticket: needed", "cf@v10")
    try terminal.type("T-1")
    try terminal.press("C-s")
    try await terminal.wait(for: "run 1 is active in staging", "cf@v10", "T-1")
    try terminal.type("the two do not touch each other")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 2", "Tell everybody")
  }

  @Test("A run that begun by an older version goes on by it, whatever is imported meanwhile")
  func pinned() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    let second = TroubledRunTests.checklist.replacingOccurrences(of: "Tell support", with: "Tell nobody")
    try place.must("checklist", "import", try place.file("release.md", second), "--as", "bo")
    try place.must("run", "tick", "1", "tell", "--as", "bo")
    let screen = try await terminal.wait(for: "PRE 1/3")
    #expect(screen.contains("Tell support") && !screen.contains("Tell nobody"))
  }

  @Test("A step that the other ticks while one types a reason for it is said, and the reason is not lost")
  func step() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.press("S")
    try await terminal.wait(for: "step 1 skipped: why?")
    try terminal.type("support knows already")
    try await terminal.wait(for: "support knows already")
    try place.must("run", "tick", "1", "tell", "--as", "bo")
    try await terminal.wait(for: "PRE 1/3", "step 1 skipped: why?", "support knows already")
    try terminal.press("Enter")
    try await terminal.wait("a refusal") { $0.contains("already done") || $0.contains("is done") }
    #expect(try !place.must("run", "show", "1").contains("support knows already"))
  }
}
