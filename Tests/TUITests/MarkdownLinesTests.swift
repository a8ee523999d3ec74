import ChecklistFile
import Terminal
import TestSupport
import Testing
import Text

@testable import TUI

@Suite("Markdown, laid out")
struct MarkdownLinesTests {
  private func picture(_ text: String, _ width: Int, _ glyphs: Glyphs = .unicode) -> String {
    MarkdownLines.lines(of: MarkdownPage(text), width: width, glyphs: glyphs).map(\.text).joined(separator: "\n")
  }

  @Test("Headings, paragraphs, lists, quotes and rules")
  func blocks() {
    let text = """
      # Release {{version}}
      The *driver* types, the **navigator** reads
      each step aloud.
      ## Then
      - one, and some more of it
        1. first
        2. second
           > said
      - [x] ticked
      - [ ] open

      ---
      """
    #expect(
      picture(text, 26) == """
        Release {{version}}
        ───────────────────
        The driver types, the
        navigator reads each step
        aloud.

        Then
        • one, and some more of it
          1. first
          2. second
             │ said
        ✔ ticked
        · open

        ──────────────────────────
        """)
    #expect(picture("- a\n\n> b\n\n***", 4, .ascii) == "* a\n\n| b\n\n----")
  }

  @Test("Code stands behind a bar; a line that goes on has a sign there, and loses no space")
  func code() {
    #expect(
      picture("Run:\n\n```sh\nbosh  -n   deploy cf.yml\n\n\tls\n```\nExpect 95.", 16) == """
        Run:

        │ bosh  -n   dep
        │→loy cf.yml
        │ 
        │     ls

        Expect 95.
        """)
  }

  @Test("A table's columns are aligned, and the widest gives way first")
  func table() {
    let text = "| zone | state | n |\n|---|:-:|--:|\n| z1 | up and running since Monday | 14 |\n| z2 | `down` | 3 |\n"
    #expect(
      picture(text, 40) == """
        zone │            state            │  n
        ─────┼─────────────────────────────┼───
        z1   │ up and running since Monday │ 14
        z2   │            down             │  3
        """)
    #expect(
      picture(text, 26, .ascii) == """
        zone |     state      |  n
        -----+----------------+---
        z1   | up and running | 14
             |  since Monday  |  \u{20}
        z2   |      down      |  3
        """)
  }

  @Test("Where a table has no room for columns, each row becomes lines")
  func stackedTable() {
    let text = "| zone | state | count |\n|---|---|---|\n| zone-1 | running | 14 |\n| zone-2 | stopped |\n"
    #expect(
      picture(text, 18) == """
        zone: zone-1
        state: running
        count: 14

        zone: zone-2
        state: stopped
        """)
  }

  @Test("What is marked stays marked across a break, and no mark is a colour alone")
  func styles() {
    let page = MarkdownPage("a **bold and `code`** ~~no~~ [doc](http://x) {{v}} <b>")
    let lines = MarkdownLines.lines(of: page, width: 12).map { line in
      line.spans.map { $0.style == .plain ? $0.text : "{\($0.style)|\($0.text)}" }.joined()
    }
    #expect(
      lines == [
        "a {bold|bold and}", "{bold cyan|code} {dim|~~no~~}", "{underline|doc}", "{dim|<http://x>}",
        "{underline yellow|{{v}}} {dim|<b>}",
      ])
  }

  @Test(
    "No line is wider than the width, however narrow", arguments: PageSamples.all, [1, 2, 3, 7] + PageSamples.widths)
  func fits(sample: PageSample, width: Int) {
    let page = MarkdownPage(sample.text)
    let lines = MarkdownLines.lines(of: page, width: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width && !$0.text.contains("\n") })
    #expect(lines == MarkdownLines.lines(of: MarkdownPage(sample.text), width: width))
    #expect(lines.allSatisfy { line in line.spans.allSatisfy { visible($0.text) == $0.text } })
  }

  @Test("Pages that are read at the same time do not read each other's signs")
  func concurrently() async {
    let text = "~~not~~ this, but **that** <b>bold</b> http://example.com"
    let expected = MarkdownLines.lines(of: MarkdownPage(text), width: 60)
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<500).allSatisfy { _ in
            // A step's text is read with other extensions than a page is.
            _ = MarkdownPage.inline("[ ] plain")
            return MarkdownLines.lines(of: MarkdownPage(text), width: 60) == expected
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test("Every letter of the source appears as often as it was written", arguments: PageSamples.all, PageSamples.widths)
  func losesNothing(sample: PageSample, width: Int) {
    func letters(_ text: String) -> [Unicode.Scalar: Int] {
      text.unicodeScalars.reduce(into: [:]) { if $1.properties.isAlphabetic { $0[$1, default: 0] += 1 } }
    }
    let page = MarkdownPage(sample.text)
    let shown = letters(MarkdownLines.lines(of: page, width: width).map(\.text).joined())
    let missing = letters(visible(PageWords.all(in: page.blocks))).filter { shown[$0.key, default: 0] < $0.value }
    #expect(missing.isEmpty)
  }

  @Test("On a wide screen the words of a checklist stand in their order", arguments: PageSamples.checklists)
  func order(sample: PageSample) {
    let page = MarkdownPage(sample.text)
    func words(_ text: String) -> [String] { text.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    let shown = words(MarkdownLines.lines(of: page, width: 400).map(\.text).joined(separator: "\n"))
    #expect(shown == words(PageWords.all(in: page.blocks)))
  }

  @Test("The checklists of this repository are at hand")
  func samples() {
    #expect(PageSamples.checklists.count == 3)
  }

  @Test("The time for a list grows far less than its square")
  func huge() {
    let isQuick = ThreadTime.isFarFromQuadratic(at: 5000) { count in
      let items = (0..<count).map { "- item \($0) with `code` and **words**" }.joined(separator: "\n")
      return ThreadTime.of { #expect(MarkdownLines.lines(of: MarkdownPage(items), width: 80).count == count) }
    }
    #expect(isQuick)
  }
}

/// The words of a page, in order, without any layout.
enum PageWords {
  static func all(in blocks: [MarkdownPage.Block]) -> String {
    blocks.map { block in
      switch block {
      case .heading(_, let runs), .paragraph(let runs): runs.plainText
      case .code(_, let code): code
      case .quote(let inner): all(in: inner)
      case .list(let list):
        list.items.enumerated().map { index, item in
          (list.start.map { "\($0 + index). " } ?? "") + all(in: item.blocks)
        }.joined(separator: "\n")
      case .table(let table): (table.header + table.rows.flatMap(\.self)).map(\.plainText).joined(separator: "\n")
      case .rule: ""
      case .html(let html): html
      }
    }.joined(separator: "\n")
  }
}
