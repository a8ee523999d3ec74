import Foundation
import Testing

@Suite("Undo and redo on the screen", .inTurn)
struct UndoJourneyTests {
  private func renamed(_ place: Workplace) async throws -> TerminalSession {
    let terminal = try await place.today(columns: 120)
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("G", "Enter")
    try await terminal.wait(for: "Person bo", "login")
    try terminal.type(" Ek")
    try await terminal.wait(for: "Bo Ek")
    try terminal.press("C-s")
    try await terminal.wait(for: "team, person", "Bo Ek")
    try await terminal.wait(forSaid: "bo was changed   (u undoes it)")
    return terminal
  }

  @Test("What was changed last is undone with u and brought back with ^R, and the journal has all of it")
  func undo() async throws {
    let place = try Workplace()
    let terminal = try await renamed(place)
    try await terminal.undo { $0.contains("Bo") && !$0.contains("Bo Ek") }
    try await terminal.wait(forSaid: "undone: changed bo   (^R brings it back)")
    try await terminal.redo { $0.contains("Bo Ek") }
    try await terminal.wait(forSaid: "brought back: changed bo")

    // From the journal, where the answer is no until somebody says yes.
    try await terminal.go(to: "j", showing: "entry")
    try await terminal.wait(for: "Redo: ")
    try terminal.press("U")
    try await terminal.wait(for: "Undo entry")
    try terminal.press("Enter")
    try await terminal.waitUntilGone("Undo entry")
    #expect(try place.must("person", "list").contains("Bo Ek"))
    try terminal.press("U")
    try await terminal.wait(for: "Undo entry")
    try terminal.press("y")
    try await terminal.wait("the undo's entry") { $0.components(separatedBy: "Undo: ").count == 3 }
    #expect(try !place.must("person", "list").contains("Bo Ek"))
    try terminal.press("g", "p")
    try await terminal.wait("bo's old name") { $0.contains("team, person") && !$0.contains("Bo Ek") }
    // What is older than the last change is asked for first, as nobody remembers what it was.
    let journal = try place.must("journal")
    #expect(journal.contains("Undo: ") && journal.contains("Redo: "), "\(journal)")
  }

  @Test("An undo that would take away what somebody else did since is refused, and says who it was")
  func refused() async throws {
    let place = try Workplace()
    let terminal = try await renamed(place)
    try place.must("person", "edit", "bo", "--name", "Bo Lund", "--as", "bo")
    try await terminal.wait(for: "Bo Lund")
    try await terminal.undo { screen in
      ["can't be undone", "by bo", "Nothing was changed"].allSatisfy(screen.contains)
    }
    #expect(try place.must("person", "list").contains("Bo Lund"))
  }

  @Test("On a run u says how an entry is withdrawn, and what was not done here is asked about first")
  func elsewhere() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.press("u")
    try await terminal.wait(for: "what is written on a run stays", "w withdraws")
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("u")
    try await terminal.wait("a question or a word") { $0.contains("Undo this?") || $0.contains("nothing of yours") }
  }
}
