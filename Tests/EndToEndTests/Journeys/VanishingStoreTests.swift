import Foundation
import Testing

@Suite("A store that is moved away under the open screen", .inTurn)
struct VanishingStoreTests {
  @Test("The screen says so, keeps what is typed, and goes on and follows the others when the store is back")
  func vanishes() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    func move(_ from: String, _ to: String) throws {
      try FileManager.default.moveItem(atPath: place.folder(from), toPath: place.folder(to))
    }
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("half a thought")
    try await terminal.wait(for: "half a thought")
    // Without a key being touched.
    try move("team", "away")
    try await terminal.wait(for: "team/prodpair.sqlite is no longer there", "half a thought")
    try terminal.press("Enter")
    try await terminal.wait("the refusal") { $0.contains("no longer there") && !$0.contains("note on step 1") }
    // Other screens and keys say the same, and do no harm. Any key takes the words away, and a refusal brings them back.
    try terminal.press("k")
    try await terminal.waitUntilGone("no longer there")
    try terminal.press("Space")
    try await terminal.wait("the refusal of a tick") { $0.contains("no longer there") && $0.contains("PRE 0/3") }
    try terminal.press("g", "p")
    try await terminal.wait(for: "no longer there", "Teams")
    #expect(!FileManager.default.fileExists(atPath: place.folder("team")))

    try move("away", "team")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE 0/3")
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("a whole one")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    // What somebody else does is seen again, though nothing is touched here.
    try place.must("run", "tick", "1", "tell", "--as", "bo")
    try await terminal.wait(for: "PRE 1/3")
    try place.must("verify")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("What was typed when the store went is in its prompt again, and is written once the store is back")
  func keepsPrompt() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("half a thought")
    try FileManager.default.moveItem(atPath: place.folder("team"), toPath: place.folder("away"))
    try await terminal.wait(for: "no longer there")
    try terminal.press("Enter")
    try await terminal.wait("the prompt is gone") { !$0.contains("note on step 1") && $0.contains("no longer there") }
    try FileManager.default.moveItem(atPath: place.folder("away"), toPath: place.folder("team"))
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1", "half a thought")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    #expect(try place.must("run", "show", "1").contains("half a thought"))
  }

  @Test("A form that is sent while the store is away stays as it was filled in")
  func keepsForm() async throws {
    let place = try Workplace()
    let terminal = try await place.today()
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("G", "Enter")
    try await terminal.wait(for: "Person bo", "login")
    try terminal.type(" Ek")
    try await terminal.wait(for: "Bo Ek")
    try FileManager.default.moveItem(atPath: place.folder("team"), toPath: place.folder("away"))
    // A form reads nothing by itself: the words are an answer to the key.
    try terminal.press("C-s")
    try await terminal.wait(for: "no longer there", "Person bo", "Bo Ek")
    try FileManager.default.moveItem(atPath: place.folder("away"), toPath: place.folder("team"))
    try terminal.press("C-s")
    try await terminal.wait(for: "team, person")
    try await terminal.wait(forSaid: "bo was changed")
    #expect(try place.must("person", "list").contains("Bo Ek"))
  }

  @Test("Another store in its place is not written to, and that is said")
  func replaced() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try FileManager.default.moveItem(atPath: place.folder("team"), toPath: place.folder("away"))
    try place.must("init", "--no-starters")
    try await terminal.wait("the store is away or another") {
      $0.contains("Another file has taken the place") || $0.contains("no longer there")
    }
    // Any key takes the words away, and the refusal brings them back. A program that has not been refused yet would stay
    // for that when it is told to go.
    try terminal.press("k")
    try await terminal.wait("no words") {
      !$0.contains("Another file has taken the place") && !$0.contains("no longer there")
    }
    try terminal.press("Space")
    try await terminal.wait(for: "Another file has taken the place", "Start again", "PRE 0/3")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
    #expect(try !place.must("journal").contains("tell"))
  }
}
