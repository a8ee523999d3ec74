import Terminal
import Testing
import Text

@Suite("A screen becomes an SVG picture")
struct ScreenPictureTests {
  @Test("A tiny screen is a small picture")
  func exact() {
    var screen = Screen(size: Size(width: 8, height: 2))
    screen.box(Rect(x: 0, y: 0, width: 3, height: 2))
    screen.put("ok 漢", at: Point(x: 3, y: 0), style: Style(foreground: .green, bold: true))
    screen.put("x", at: Point(x: 4, y: 1), style: .reverse)
    screen.cursor = Point(x: 6, y: 1)
    #expect(
      ScreenPicture(of: screen, title: "A \"box\" & more").svg == """
        <svg xmlns="http://www.w3.org/2000/svg" width="96" height="60" viewBox="0 0 96 60" role="img" \
        aria-label="A &quot;box&quot; &amp; more">
        <title>A &quot;box&quot; &amp; more</title>
        <rect x=".5" y=".5" width="95" height="59" rx="8" fill="#1d2129" stroke="#3a404c"/>
        <g transform="translate(12 12)" shape-rendering="crispEdges">
        <path fill="none" stroke="#d0d4dc" stroke-width="18" d="M36 27H45M54 27H63"/>
        </g>
        <g transform="translate(12 12)" font-family="ui-monospace,'DejaVu Sans Mono','SF Mono',Menlo,Consolas,\
        'Noto Sans Mono CJK SC','Noto Sans Mono',monospace" font-size="15" fill="#d0d4dc" xml:space="preserve">
        <path fill="none" stroke="#d0d4dc" d="M4.5 18V9.5H9M22.5 18V9.5H18M4.5 18V27.5H9\
        M9 9.5H18M22.5 18V27.5H18M9 27.5H18"/>
        <text x="27" y="14" textLength="18" lengthAdjust="spacingAndGlyphs" fill="#98c379" font-weight="bold">ok</text>
        <text x="63" y="14" text-anchor="middle" fill="#98c379" font-weight="bold">漢</text>
        <text x="36" y="32" textLength="9" lengthAdjust="spacingAndGlyphs" fill="#1d2129">x</text>
        </g>
        </svg>

        """)
  }

  @Test("What is on the screen can't break out of the picture")
  func escaping() throws {
    var screen = Screen(size: Size(width: 60, height: 2))
    let hostile = "</text><script>\"&'\u{1B}[2J\0\u{202E}\u{FFFE}"
    screen.put(hostile, at: Point(x: 0, y: 0))
    let picture = try Picture(ScreenPicture(of: screen, title: "</title>\n\u{7}" + hostile).svg)
    #expect(picture.rows(2).first == visible(hostile))
    #expect(picture.title == visible("</title>\n\u{7}" + hostile))
  }

  @Test("Wide characters stand in the middle of two columns, and nothing after them moves")
  func wide() throws {
    var screen = Screen(size: Size(width: 12, height: 1))
    screen.put("a漢👩é\u{301}✔b", at: Point(x: 0, y: 0))
    let picture = try Picture(ScreenPicture(of: screen, title: "").svg)
    #expect(picture.texts.map(\.text) == ["a", "漢", "👩", "é\u{301}", "✔", "b"])
    #expect(picture.texts.map(\.x) == [0, 18, 36, 49.5, 58.5, 63])
  }

  @Test("A wide gap or another style begins a new text on the grid; one space doesn't")
  func runs() throws {
    var screen = Screen(size: Size(width: 20, height: 1))
    screen.put([Span("a b  c"), Span(" d", .bold), Span(" "), Span("e", .dim)], at: Point(x: 1, y: 0))
    let picture = try Picture(ScreenPicture(of: screen, title: "").svg)
    #expect(picture.texts.map(\.text) == ["a b", "c", "d", "e"])
    #expect(picture.texts.map(\.x) == [9, 54, 72, 90])
  }

  @Test(
    "Styles are colours and weights, through a theme",
    arguments: [
      (.bold, Theme.standard, " font-weight=\"bold\">x<"),
      (Style(italic: true), .standard, " font-style=\"italic\">x<"),
      (.dim, .standard, " fill=\"#848890\">x<"), (.dim, .highContrast, "spacingAndGlyphs\">x<"),
      (Style(foreground: .red), .standard, " fill=\"#e06c75\">x<"),
      (Style(foreground: .red), .highContrast, " fill=\"#f28b92\" font-weight=\"bold\">x<"),
      (Style(foreground: .red), .mono, "spacingAndGlyphs\" font-weight=\"bold\">x<"),
      (.underline, .standard, "stroke=\"#d0d4dc\" d=\"M0 16.5H9\""),
      (Style(background: .blue), .standard, "stroke=\"#6cabf0\" stroke-width=\"18\" d=\"M0 9H9\""),
    ] as [(Style, Theme, String)])
  func styles(style: Style, theme: Theme, part: String) {
    var screen = Screen(size: Size(width: 2, height: 1))
    screen.put("x", at: Point(x: 0, y: 0), style: style)
    #expect(ScreenPicture(of: screen, title: "", theme: theme).svg.contains(part))
  }

  @Test("Every line and block that a screen draws with is drawn, to the edges of its cell")
  func shapes() throws {
    let shapes = "─│┌┐└┘├┤┬┴┼━┃┏┓┗┛┣┫┳┻╋╭╮╰╯╴╵╶╷╸╹╺╻▀▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▐░▒▓▔▕▮▯"
    var screen = Screen(size: Size(width: 80, height: 1))
    screen.put(shapes, at: Point(x: 0, y: 0))
    #expect(try Picture(ScreenPicture(of: screen, title: "").svg).texts.isEmpty)
    var line = Screen(size: Size(width: 5, height: 1))
    line.put("─┬─┼█", at: Point(x: 0, y: 0))
    let svg = ScreenPicture(of: line, title: "").svg
    #expect(svg.contains("d=\"M13.5 18V9.5M31.5 0V18M0 9.5H36\""))
    #expect(svg.contains("<path fill=\"#d0d4dc\" d=\"M36 0h9v18H36z\"/>"))
  }

  @Test("Every row of any screen can be read back from where its text stands", arguments: UInt64(1)...30)
  func readBack(seed: UInt64) throws {
    var random = Random(state: seed)
    let size = Size(width: Int.random(in: 1...70, using: &random), height: Int.random(in: 1...12, using: &random))
    var screen = Screen(size: size)
    let pieces = ["run 42", " ", "  ", "漢字", "👩", "e\u{301}", "✔", "<&>\"", "Привет", "…", "\u{7}", "a  b", "▶"]
    for _ in 0..<80 {
      let style = Style(
        foreground: Bool.random(using: &random) ? Color.allCases.randomElement(using: &random) : nil,
        bold: Bool.random(using: &random), reverse: Bool.random(using: &random), underline: Bool.random(using: &random))
      let point = Point(x: Int.random(in: -3..<70, using: &random), y: Int.random(in: 0..<12, using: &random))
      screen.put(pieces.randomElement(using: &random) ?? "", at: point, style: style)
    }
    screen.cursor = Point(x: Int.random(in: 0..<70, using: &random), y: 0)
    let svg = ScreenPicture(of: screen, title: "seed \(seed)").svg
    #expect(svg == ScreenPicture(of: screen, title: "seed \(seed)").svg)
    #expect(try Picture(svg).rows(size.height).joined(separator: "\n") == screen.text)
  }

  @Test("An empty screen is a frame")
  func empty() throws {
    #expect(try Picture(ScreenPicture(of: Screen(size: Size(width: 0, height: 0)), title: "").svg).texts.isEmpty)
  }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
