import ChecklistFile
import Domain
import Terminal
import Testing
import Text

@testable import TUI

@Suite("A checklist's page")
struct ChecklistPageTests {
  static let source = """
    ---
    title: New release
    environments: [staging, prod]
    start: Mon-Thu 09:00-11:30
    expected: 3h
    parameters:
      - name: version
        ask: Release version, for example v205
        pattern: ^v[0-9]+$
    ---
    # New release
    Two people do it *together*.

    ## Pre
    - [ ] Pull `manifests` of {{version}} <!-- id: pull; role: driver; expect: 10m -->

      ```sh
      git pull
      ```
    - [ ] Tell the EU desk <!-- id: eu; if: version = v205 -->
    ## During
    ### Zone 1
    - [ ] Deploy, and watch the canaries <!-- id: deploy; killer; deploys; no-return; value: "updated; failed" -->
      - [ ] Settle <!-- id: settle; wait: 15m -->
    ## Rollback
    Roll back when **two** runners fail.
    - [ ] Deploy the previous manifest <!-- id: back -->

    """

  private func version(_ source: String) throws -> ChecklistVersion {
    let document = try ChecklistDocument(source: source, fileName: "new-release.md")
    return ChecklistVersion(
      reference: VersionReference(checklist: document.name, number: 7), title: document.title,
      settings: document.settings, steps: document.steps(), rollbackPrompt: document.rollbackPrompt, source: source,
      author: Handle("ana"), reason: "first", madeAt: Instant(milliseconds: 0))
  }

  @Test("It shows the settings, the sections, and what each step asks for")
  func picture() throws {
    let page = ChecklistPage(try version(Self.source), width: 60)
    #expect(page.lines.map(\.text).joined(separator: "\n") == Self.expected)
  }

  @Test("Each step's place is the line that has its number", arguments: PageSamples.widths)
  func places(width: Int) throws {
    for source in PageSamples.checklists.map(\.text) + [Self.source] {
      let version = try version(source)
      let page = ChecklistPage(version, width: width)
      #expect(page.places.map(\.step) == version.steps.map(\.id))
      for (place, step) in zip(page.places, version.steps) {
        #expect(page.lines[place.line].text.hasPrefix("\(step.number)".padded(toWidth: 3, alignment: .right) + " "))
      }
    }
  }

  @Test("Every line fits, and every word of the file's text is there", arguments: PageSamples.widths)
  func words(width: Int) throws {
    for source in PageSamples.checklists.map(\.text) {
      let version = try version(source)
      let page = ChecklistPage(version, width: width, glyphs: .ascii)
      #expect(page.lines.allSatisfy { $0.displayWidth <= width })
      func letters(_ text: String) -> [Character: Int] {
        text.reduce(into: [:]) { if $1.isLetter { $0[$1, default: 0] += 1 } }
      }
      let document = try ChecklistDocument(source: source, fileName: "new-release.md")
      let markdown = document.prose.map(\.text) + version.steps.flatMap { [$0.text, $0.body] }
      let written = letters(markdown.map { PageWords.all(in: MarkdownPage($0).blocks) }.joined())
      let shown = letters(page.lines.map(\.text).joined())
      #expect(written.allSatisfy { shown[$0.key, default: 0] >= $0.value })
    }
  }

  @Test("A version whose file can't be read again still shows what prompts a rollback")
  func withoutSource() throws {
    var version = try version(Self.source)
    version.source = ""
    let text = ChecklistPage(version, width: 60).lines.map(\.text)
    #expect(text.contains("Roll back when two runners fail."))
    #expect(!text.contains("Two people do it together."))
  }
}
