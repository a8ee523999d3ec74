import Terminal
import Testing
import Text

@testable import TUI

@Suite("Wrapping text of several styles")
struct SpanWrappingTests {
  private func lines(_ spans: [Span], _ width: Int, first: String = "", rest: String = "") -> [String] {
    let margins = [first, rest].map { $0.isEmpty ? [] : [Span($0)] }
    return SpanWrapping(width: width, first: margins[0], rest: margins[1]).lines(spans).map(\.text)
  }

  @Test(
    "Text of one style breaks as plain text does",
    arguments: PageSamples.hostile.map(\.text) + PageSamples.wide.map(\.text)
      + ["", " ", "  a b", "a  b", "one two  three", "a\n\n b\n"],
    [2, 3, 5, 8, 20, 80])
  func likePlainText(text: String, width: Int) {
    func trimmed(_ lines: [String]) -> [String] {
      lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    }
    #expect(trimmed(lines([Span(text)], width)) == trimmed(text.wrapped(toWidth: width)))
  }

  @Test("A word in two styles is not broken between them, and each piece keeps its style")
  func styles() {
    let spans = [Span("see "), Span("bold", .bold), Span(", then go")]
    #expect(
      SpanWrapping(width: 9).lines(spans) == [
        StyledLine([Span("see "), Span("bold", .bold), Span(",")]), StyledLine("then go"),
      ])
    #expect(lines(spans, 8) == ["see", "bold,", "then go"])
  }

  @Test("Margins hang, and count")
  func margins() {
    #expect(lines([Span("one two three")], 9, first: "10. ", rest: "    ") == ["10. one", "    two", "    three"])
    #expect(lines([Span("one two")], 8, first: "10000. ") == ["10000. ", "one two"])
    #expect(lines([], 9, first: "• ", rest: "  ") == ["• "])
    #expect(lines([Span("one two")], 3, first: "100. ", rest: "     ") == ["100", ".", "one", "two"])
  }

  @Test("A wide cluster is never split, and a cluster keeps its marks")
  func clusters() {
    #expect(lines([Span("漢字漢字")], 5) == ["漢字", "漢字"])
    #expect(lines([Span("e\u{301}e\u{301}e\u{301}")], 2) == ["e\u{301}e\u{301}", "e\u{301}"])
    #expect(lines([Span("漢a")], 1) == ["…", "a"])
  }

  @Test("Cutting keeps every space")
  func cutting() {
    let wrapping = SpanWrapping(width: 6, first: [Span("| ")], rest: [Span("|>")])
    #expect(wrapping.cut([Span("a   b   c")]).map(\.text) == ["| a   ", "|>b   ", "|>c"])
  }
}
