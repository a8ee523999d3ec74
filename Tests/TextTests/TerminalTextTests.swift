import Testing

@testable import Text

@Suite struct TerminalTextTests {
  @Test(
    "A line is what a terminal would leave of it",
    arguments: [
      ("plain", "plain"), ("\u{1B}[1;31mred\u{1B}[0m thing", "red thing"), ("\u{1B}]0;title\u{7}after", "after"),
      ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"), (" 10%\r 20%\r100%", "100%"),
      ("long text\rshort\u{1B}[K", "short"), ("long text\rshort", "shorttext"), ("ab\u{8}c", "ac"), ("line\r", "line"),
      ("a\tb", "a       b"), ("1234567\tb", "1234567 b"), ("\u{1B}(Bcharset", "charset"), ("bell\u{7}\0", "bell"),
      ("\u{9B}1mC1\u{9B}m", "C1"), ("abc\u{1B}[2Dx", "axc"), ("abc\u{1B}[1Gx", "xbc"), ("a\u{1B}[3Cb", "a   b"),
      ("abc\u{1B}[2K", "   "), ("", ""), ("\u{1B}", ""), ("\u{1B}[", ""), ("\u{1B}]never ended", ""),
      ("naïve ☃", "naïve ☃"),
    ])
  func lines(printed: String, shown: String) {
    #expect(TerminalText.plain(Array(printed.utf8)) == shown)
  }

  @Test("What is no UTF-8 is replaced, and no byte at all ends the program")
  func anyBytes() {
    #expect(TerminalText.plain([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(!TerminalText.plain(bytes).unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("However far somebody moves, and however long a sequence is, the line stays of a size")
  func bounded() {
    #expect(TerminalText.plain(Array("\u{1B}[999999999Cx".utf8)).count <= 10_001)
    let endless = "\u{1B}[" + String(repeating: "1;", count: 100_000) + "mx"
    #expect(TerminalText.plain(Array(endless.utf8)) == "x")
  }
}
