import TestSupport
import Testing

@testable import ChecklistFile

@Suite("Pages that somebody made to do harm")
struct HostilePageTests {
  private static func depth(_ blocks: [MarkdownPage.Block]) -> Int {
    blocks.map { block in
      switch block {
      case .quote(let inner): 1 + depth(inner)
      case .list(let list): 1 + (list.items.map { depth($0.blocks) }.max() ?? 0)
      default: 0
      }
    }.max() ?? 0
  }

  private static func words(_ blocks: [MarkdownPage.Block]) -> [String] {
    blocks.flatMap { block in
      switch block {
      case .quote(let inner): words(inner)
      case .list(let list): list.items.flatMap { words($0.blocks) }
      case .paragraph(let runs): [runs.plainText]
      default: [String]()
      }
    }
  }

  @Test(
    "Nesting beyond what is kept is dissolved, and no word of it is lost",
    arguments: [200, 20_000], ["> ", "- ", "> - ", "1. ", "- [ ] "])
  func nesting(levels: Int, sign: String) {
    let text = (0..<3).map { String(repeating: sign, count: levels) + "word\($0)" }.joined(separator: "\n\n")
    let blocks = MarkdownPage(text).blocks
    #expect(Self.depth(blocks) <= MarkdownPage.mostNesting)
    #expect(Self.words(blocks).joined(separator: " ").contains("word2"))
  }

  @Test("Steps of a staircase 200 levels deep are all there")
  func staircase() {
    let lines = (0..<200).map { String(repeating: "  ", count: $0) + "- step\($0)" }
    let blocks = MarkdownPage(lines.joined(separator: "\n")).blocks
    #expect(Self.words(blocks) == (0..<200).map { "step\($0)" })
  }

  @Test(
    "Twice the text takes about twice the time", arguments: ["- item `a` **b**\n", "**a ", "[x](http://y) ", "> a\n"])
  func linear(unit: String) {
    let isQuick = ThreadTime.isFarFromQuadratic(at: 8000) { count in
      let text = String(repeating: unit, count: count)
      return ThreadTime.of { _ = MarkdownPage(text) }
    }
    #expect(isQuick)
  }

  @Test("A wide head over many short rows is read without a table, for it would fill all the memory")
  func wideTable() {
    let columns = MarkdownPage.mostColumns + 1
    let text =
      String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
      + String(repeating: "|x|\n", count: 3000)
    #expect(Self.words(MarkdownPage(text).blocks).joined().contains("|x|"))
  }

  @Test("Text is left as it is, to be made safe where it is shown")
  func controls() {
    #expect(MarkdownPage.inline("a\u{1B}[2J\u{202E}b\u{9}c").plainText == "a\u{1B}[2J\u{202E}b\u{9}c")
    #expect(MarkdownPage.inline("&#27;[2J").plainText == "\u{1B}[2J")
  }
}
