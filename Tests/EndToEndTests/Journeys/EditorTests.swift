import Foundation
import Testing

@Suite("The editor that a text is handed to", .inTurn)
struct EditorTests {
  /// A prompt with something typed, in a terminal whose editor is what the script says.
  private func prompt(_ place: Workplace, editor: String) async throws -> TerminalSession {
    let terminal = try await place.run(environment: ["VISUAL": editor])
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("typed before")
    try await terminal.wait(for: "typed before")
    return terminal
  }

  private func expectWritten(_ text: String, _ terminal: TerminalSession, _ place: Workplace) async throws {
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try await expectClean(text, terminal, place)
  }

  private func expectClean(_ text: String, _ terminal: TerminalSession, _ place: Workplace) async throws {
    #expect(try place.must("run", "show", "1", "--json").contains(text))
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(!left.contains { $0.hasPrefix("prodpair-") }, "\(left)")
  }

  @Test("It has the terminal for itself, and what it left is taken back, with all its lines")
  func several() async throws {
    let place = try Workplace()
    let script = try place.script(
      "several", #"printf 'what next? '; read -r answer; printf 'and\n%s\n' "$answer" >> "$1""#)
    let terminal = try await prompt(place, editor: script)
    try terminal.press("C-x")
    try await terminal.wait(for: "what next?")
    for (flag, value) in ["alternate_on": "0", "cursor_flag": "1", "mouse_any_flag": "0"] {
      #expect(try terminal.value(of: flag) == value, "\(flag)")
    }
    try terminal.type("then a third line")
    try await terminal.wait(for: "what next? then a third line")
    try terminal.press("Enter")
    try await terminal.wait(for: "note on step 1", "typed before", "then a third line")
    #expect(try terminal.value(of: "alternate_on") == "1")
    try await expectWritten(#"typed before\nand\nthen a third line"#, terminal, place)
  }

  @Test(
    "One that fails, or leaves nothing, loses nothing of what was typed, and that is said",
    arguments: [
      ("exit 3", "ended with status 3"), ("kill -9 $$", "ended by signal 9"), (": > \"$1\"", "left the text empty"),
      ("printf '  \\n\\n' > \"$1\"", "left the text empty"), ("rm \"$1\"", "left no file behind"),
      ("true", "the text is as it was"), ("printf '\\377\\376' > \"$1\"", "UTF-8"),
    ])
  func fails(body: String, words: String) async throws {
    let place = try Workplace()
    let terminal = try await prompt(place, editor: try place.script("editor", "echo busy; read -r line\n\(body)"))
    try terminal.press("C-x")
    // The editor has the terminal, and nothing of the prompt is to be seen until it has ended.
    try await terminal.wait("the editor") { $0.contains("busy") && !$0.contains("note on step 1") }
    try terminal.press("Enter")
    try await terminal.wait(for: "note on step 1", "typed before")
    #expect(try terminal.value(of: "alternate_on") == "1")
    // What it left and nobody could take is the user's to look at, and not to be swept away.
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).filter {
      $0.hasPrefix("prodpair-")
    }
    #expect(left.count == (body.contains("377") ? 1 : 0))
    for name in left { try FileManager.default.removeItem(atPath: place.folder(name)) }
    try terminal.type(" and after")
    try await terminal.wait(for: "typed before and after")
    try terminal.press("Enter")
    try await terminal.wait(forSaid: "noted")
    try await terminal.wait(forSaid: words)
    try await expectClean("typed before and after", terminal, place)
  }

  @Test("One that fails after it wrote something says where that is kept")
  func keeps() async throws {
    let place = try Workplace()
    let terminal = try await prompt(
      place, editor: try place.script("editor", "echo 'a long night of words' >> \"$1\"; exit 1"))
    try terminal.press("C-x")
    try await terminal.wait(for: "ended with status 1", "is kept in", "typed before")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).filter {
      $0.hasPrefix("prodpair-")
    }
    let kept = try #require(names.first)
    #expect(try String(contentsOfFile: place.folder(kept), encoding: .utf8) == "typed before\na long night of words\n")
  }

  @Test(
    "One that is not there, or cannot be called, is named",
    arguments: [("/nowhere/ed -x", "no program /nowhere/ed"), ("'ed", "don't match"), ("/", "can't be run")])
  func missing(editor: String, words: String) async throws {
    let place = try Workplace()
    let terminal = try await prompt(place, editor: editor)
    try terminal.press("C-x")
    try await terminal.wait(for: words, "VISUAL", "note on step 1", "typed before")
    try await expectWritten("typed before", terminal, place)
  }

  @Test("^C in the editor is the editor's, and the prompt is still there")
  func interrupted() async throws {
    let place = try Workplace()
    let terminal = try await prompt(place, editor: try place.script("editor", "echo busy; read -r line"))
    try terminal.press("C-x")
    try await terminal.wait(for: "busy")
    try terminal.press("C-c")
    try await terminal.wait(for: "ended by signal 2", "note on step 1", "typed before")
    try await expectWritten("typed before", terminal, place)
  }

  @Test("A field of a form goes there too, and comes back as one line")
  func form() async throws {
    let place = try Workplace()
    let terminal = try await place.today(
      environment: ["VISUAL": try place.script("editor", #"printf 'cf@v10\n\n' > "$1""#)])
    try await terminal.go(to: "c", showing: "last run")
    try terminal.press("n")
    try await terminal.wait(for: "Start a run by release v1")
    try terminal.press("Down")
    try terminal.type("v")
    try await terminal.wait("what was typed") { $0.contains(/cf@v\n/) }
    try terminal.press("C-x")
    try await terminal.wait(for: "Start a run by release v1", "cf@v10")
    #expect(try !terminal.screen().contains("not of the form"))
  }
}
