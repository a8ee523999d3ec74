import Terminal
import Testing
import Text

@Suite("Lines, boxes and bars")
struct LinesTests {
  private func drawn(_ glyphs: Glyphs, _ draw: (inout Screen) -> Void) -> String {
    var screen = Screen(size: Size(width: 16, height: 5), glyphs: glyphs)
    draw(&screen)
    return "\n" + screen.text
  }

  @Test("A box has a title and dividers")
  func box() {
    let text = drawn(.unicode) {
      $0.box($0.bounds, title: "during")
      $0.divide($0.bounds, atColumn: 11)
      $0.divide($0.bounds, atRow: 3)
    }
    #expect(
      text == """

        ┌ during ──┬───┐
        │          │   │
        │          │   │
        ├──────────────┤
        └──────────┴───┘
        """)
  }

  @Test("Boxes are ASCII where the terminal is")
  func ascii() {
    let text = drawn(.ascii) { $0.box(Rect(x: 0, y: 0, width: 12, height: 3), title: "a long title") }
    #expect(text == "\n+ a l... --+\n|          |\n+----------+\n\n")
  }

  @Test("Text in a box stays inside of it")
  func inset() {
    let inside = Rect(x: 0, y: 0, width: 16, height: 5).inset(by: 2)
    #expect(inside == Rect(x: 2, y: 1, width: 12, height: 3))
    #expect(Rect(x: 0, y: 0, width: 1, height: 1).inset().isEmpty)
  }

  @Test("A scroll bar shows the part that is seen", arguments: [(0, "┃││"), (5, "│┃│"), (9, "││┃"), (99, "││┃")])
  func scrollBar(first: Int, shown: String) {
    var screen = Screen(size: Size(width: 1, height: 3))
    screen.scrollBar(at: Point(x: 0, y: 0), rows: 3, first: first, total: 12)
    #expect(screen.text.filter { $0 != "\n" } == shown)
  }

  @Test(
    "A progress bar is full only at the end, and empty only at the start",
    arguments: [
      (0, 11, "▯▯▯▯▯"), (1, 100, "▮▯▯▯▯"), (5, 11, "▮▮▯▯▯"), (99, 100, "▮▮▮▮▯"), (11, 11, "▮▮▮▮▮"), (3, 0, "▯▯▯▯▯"),
      (20, 11, "▮▮▮▮▮"),
    ])
  func progress(done: Int, total: Int, bar: String) {
    #expect(Glyphs.unicode.progressBar(done: done, of: total, width: 5) == bar)
  }

  @Test("Every sign takes one column, and the ASCII ones are ASCII")
  func glyphWidths() {
    for (glyphs, isASCII) in [(Glyphs.unicode, false), (.ascii, true)] {
      for (label, value) in Mirror(reflecting: glyphs).children {
        guard let sign = value as? String else { continue }
        #expect(sign.displayWidth == 1 || label == "ellipsis", "\(label ?? "")")
        #expect(visible(sign) == sign)
        if isASCII { #expect(sign.utf8.allSatisfy { $0 < 0x7F }) }
      }
    }
  }

  @Test("Blocks are split without gaps")
  func splits() {
    let block = Rect(x: 2, y: 1, width: 20, height: 10)
    let (top, below) = block.split(top: 3)
    #expect(top == Rect(x: 2, y: 1, width: 20, height: 3) && below == Rect(x: 2, y: 4, width: 20, height: 7))
    let (above, bottom) = block.split(bottom: 2)
    #expect(above == Rect(x: 2, y: 1, width: 20, height: 8) && bottom == Rect(x: 2, y: 9, width: 20, height: 2))
    let (left, right) = block.split(left: 50)
    #expect(left == block && right.isEmpty)
    #expect(block.centered(Size(width: 10, height: 4)) == Rect(x: 7, y: 4, width: 10, height: 4))
  }
}
