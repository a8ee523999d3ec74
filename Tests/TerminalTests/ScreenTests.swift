import Terminal
import Testing

@Suite("A screen is drawn as a value")
struct ScreenTests {
  @Test("Text goes where it is put, and tells what it took")
  func put() {
    var screen = Screen(size: Size(width: 10, height: 2))
    #expect(screen.put("run 42", at: Point(x: 2, y: 1)) == 6)
    #expect(screen.text == "\n  run 42")
  }

  @Test(
    "Text is clipped at the edges",
    arguments: [
      ("abcdef", 3, 0, "   ab"), ("abcdef", -2, 0, "cdef"), ("a", 5, 0, ""), ("a", 0, 1, ""), ("a", 0, -1, ""),
      ("漢字漢", 0, 0, "漢字"), ("漢字", 2, 0, "  漢"), ("漢字", -1, 0, " 字"),
    ])
  func clipping(text: String, x: Int, y: Int, shown: String) {
    var screen = Screen(size: Size(width: 5, height: 1))
    screen.put(text, at: Point(x: x, y: y))
    #expect(screen.text == shown)
  }

  @Test("A width ends text in the ellipsis of the terminal")
  func width() {
    var screen = Screen(size: Size(width: 12, height: 1))
    #expect(screen.put("canaries", at: Point(x: 0, y: 0), width: 5) == 5)
    #expect(screen.text == "cana…")
    var plain = Screen(size: Size(width: 12, height: 1), glyphs: .ascii)
    plain.put("canaries", at: Point(x: 0, y: 0), width: 5)
    #expect(plain.text == "ca...")
  }

  @Test("What is put is made safe")
  func safe() {
    var screen = Screen(size: Size(width: 20, height: 1))
    #expect(screen.put("a\u{1B}[2J\n\u{202E}", at: Point(x: 0, y: 0)) == 14)
    #expect(screen.text == "a␛[2J␊<U+202E>")
  }

  @Test("Overwriting half a wide character blanks the other half")
  func halves() {
    var screen = Screen(size: Size(width: 6, height: 1))
    screen.put("漢字漢", at: Point(x: 0, y: 0))
    screen.put("x", at: Point(x: 1, y: 0))
    #expect(screen.text == " x字漢")
    screen.put("y", at: Point(x: 2, y: 0))
    #expect(screen.text == " xy 漢")
    screen.put("字", at: Point(x: 3, y: 0))
    #expect(screen.text == " xy字")
    #expect(screen[Point(x: 5, y: 0)].text == " ")
  }

  @Test("A combining mark shares its base's cell")
  func marks() {
    var screen = Screen(size: Size(width: 3, height: 1))
    #expect(screen.put("e\u{301}x", at: Point(x: 0, y: 0)) == 2)
    #expect(screen[Point(x: 0, y: 0)].text == "e\u{301}")
    #expect(screen[Point(x: 1, y: 0)].text == "x")
  }

  @Test("Spans keep their styles, and share a width")
  func spans() {
    var screen = Screen(size: Size(width: 20, height: 1))
    let spans = [Span("ana", .bold), Span(" + "), Span("bo", .dim)]
    #expect(screen.put(spans, at: Point(x: 0, y: 0)) == 8)
    #expect(screen.annotated == "{bold|ana} + {dim|bo}")
    for (width, shown) in [(8, "ana + bo"), (7, "ana + …"), (6, "ana +…"), (3, "an…"), (1, "…"), (0, "")] {
      var narrow = Screen(size: Size(width: 20, height: 1))
      #expect(narrow.put(spans, at: Point(x: 0, y: 0), width: width) == width)
      #expect(narrow.text == shown)
    }
  }

  @Test("The annotated form shows styles and the cursor")
  func annotated() {
    var screen = Screen(size: Size(width: 8, height: 2))
    screen.put("ok", at: Point(x: 1, y: 0), style: Style(foreground: .red, background: .blue, bold: true))
    screen.restyle(Rect(x: 0, y: 1, width: 4, height: 1)) { $0.reverse = true }
    screen.cursor = Point(x: 3, y: 0)
    #expect(screen.annotated == " {bold red on blue|ok}\n{reverse|    }\ncursor 3,0")
  }

  @Test("A fill stays in its block and in the screen")
  func fill() {
    var screen = Screen(size: Size(width: 5, height: 3))
    screen.fill(Rect(x: 3, y: 1, width: 9, height: 9), with: "#")
    screen.fill(Rect(x: -1, y: 0, width: 4, height: 1), with: "漢")
    #expect(screen.text == "漢\n   ##\n   ##")
  }

  @Test("An empty screen takes everything and shows nothing")
  func empty() {
    var screen = Screen(size: Size(width: -1, height: 0))
    screen.box(screen.bounds, title: "x")
    screen.fill(Rect(x: 0, y: 0, width: 5, height: 5), with: "#")
    #expect(screen.put("x", at: Point(x: 0, y: 0)) == 0)
    #expect(screen.text == "")
  }
}
