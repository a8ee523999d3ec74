import Foundation
import Testing

@testable import TUI

@Suite("The keys in the manual")
struct KeyManualTests {
  @Test("docs/manual.md has the keys that the commands have: if not, run make manual")
  func isOfToday() throws {
    let page = try Self.manual()
    #expect(try KeyManual.filledIn(page) == page, "docs/manual.md is behind the command table: run make manual")
  }

  @Test("Every screen's keys are in the manual; forms have the same ones, and stand there once")
  func isWhole() throws {
    let page = try Self.manual()
    for chapter in KeyManual.chapters
    where !["welcome", "person", "team", "lesson-form", "item-form", "incident-form", "retro-action"].contains(
      chapter.name)
    {
      #expect(page.contains("\n<!-- keys: \(chapter.name) -->\n"), "no chapter shows the keys of \(chapter.title)")
    }
  }

  @Test("What stands between the markers is replaced, and every other line stays")
  func fillsIn() throws {
    let page = "# Keys\n\n<!-- keys: record -->\nold\n<!-- /keys -->\n\nThe end\n"
    let filled = try KeyManual.filledIn(page)
    #expect(filled.hasPrefix("# Keys\n\n<!-- keys: record -->\n| key | what | in the configuration |\n| --- |"))
    #expect(filled.contains("\n| `Enter` | Open the run itself | `record.run` |\n"))
    #expect(filled.hasSuffix("|\n<!-- /keys -->\n\nThe end\n"))
    #expect(!filled.contains("old"))
    #expect(try KeyManual.filledIn(filled) == filled)
  }

  @Test("A marker that names no screen, or is not closed, is an error that says which")
  func wrongMarkers() {
    #expect(throws: KeyManualError.unknown("rnu")) { try KeyManual.filledIn("<!-- keys: rnu -->\n<!-- /keys -->") }
    #expect(throws: KeyManualError.notClosed("run")) { try KeyManual.filledIn("<!-- keys: run -->\n") }
    #expect(throws: KeyManualError.notOpened) { try KeyManual.filledIn("text\n<!-- /keys -->") }
  }

  @Test("The table of the filter language has every key and every word of is:")
  func filterTable() throws {
    #expect(try Self.manual().contains("\n<!-- filter -->\n"))
    let filled = try KeyManual.filledIn("a\n<!-- filter -->\nold\n<!-- /filter -->\nb")
    #expect(filled.hasPrefix("a\n<!-- filter -->\n| typed |") && filled.hasSuffix("|\n<!-- /filter -->\nb"))
    #expect(filled.contains("\n| `is:blocked` | that wait for something |\n") && !filled.contains("old"))
    for key in [
      "type:", "label:", "epic:", "points>", "due<", "created<", "has:", "no:", "id:", "run:", "pull-request:",
    ] {
      #expect(filled.contains("| `\(key)"), "\(key)")
    }
    #expect(throws: KeyManualError.notClosed("filter")) { try KeyManual.filledIn("<!-- filter -->\n<!-- /keys -->") }
  }

  @Test("In the man page a key is a key, though mdoc takes it for a macro or for punctuation")
  func manPage() {
    #expect(ManText.argument(".") == "\\&.")
    #expect(ManText.argument("g g") == "\"\\&g g\"")
    #expect(ManText.argument("^R") == "\\&\\(haR")
    #expect(ManText.line("'tis. So") == "\\&\\(aqtis.\nSo")
    #expect(KeyManual.manSection.contains("\n.It Ic \\&? , \\&F1\nShow all keys and commands"))
  }

  private static func manual() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/manual.md"), encoding: .utf8)
  }
}
