import Domain
import Testing

@testable import ChecklistFile

@Suite("What stands outside of steps")
struct ProseTests {
  @Test("Prose is found with its section, its group and its line")
  func places() throws {
    let document = try ChecklistDocument.read(
      """
      # Release
      Read this first.

      ## Pre
      <!-- for the author -->
      Mind the gap.
      - [ ] One
        with a body
      ### Zone 1
      > Careful.

      - [ ] Two

      Well done.
      ## Rollback
      When it fails.
      - [ ] Back

      """)
    #expect(
      document.prose == [
        ChecklistProse(section: nil, line: 2, text: "Read this first."),
        ChecklistProse(section: .pre, line: 6, text: "Mind the gap."),
        ChecklistProse(section: .pre, group: ["Zone 1"], line: 10, text: "> Careful."),
        ChecklistProse(section: .pre, group: ["Zone 1"], line: 14, text: "Well done."),
        ChecklistProse(section: .rollback, line: 16, text: "When it fails."),
      ])
  }
}
