import Testing

@testable import prodpair

@Suite("A command's output as its reader sees it")
struct PrintedLinesTests {
  /// What is written of pieces that come one by one; on a terminal, what has begun too.
  private func written(_ pieces: [[UInt8]], onTerminal: Bool = false) -> String {
    var lines = PrintedLines()
    var text = ""
    for piece in pieces {
      text += lines.take(piece)
      if onTerminal { text += lines.begun() }
    }
    return text + lines.end()
  }

  private func written(_ pieces: String..., onTerminal: Bool = false) -> String {
    written(pieces.map { Array($0.utf8) }, onTerminal: onTerminal)
  }

  @Test("Lines are whole, wherever the pieces are cut; the last needs no end")
  func whole() {
    #expect(written("on", "e\r", "\ntw", "o\n\nthree") == "one\ntwo\n\nthree\n")
    #expect(written([Array("ä".utf8.prefix(1)), Array("ä".utf8.suffix(1)) + [10]]) == "ä\n")
    #expect(written("") == "")
  }

  @Test("What it would do to a terminal is dropped, and what hides is shown")
  func safe() {
    #expect(written("\u{1B}[31mred\u{1B}[0m \u{202E}x\r\n") == "red <U+202E>x\n")
    #expect(written([[0xFF, 0x61, 10]]) == "\u{FFFD}a\n")
  }

  @Test("A terminal shows a line as it grows; what is drawn over waits for its end, and then stands on its own")
  func growing() {
    var lines = PrintedLines()
    #expect(lines.take(Array("dots.".utf8)) == "" && lines.begun() == "dots.")
    #expect(lines.take(Array("..".utf8)) == "" && lines.begun() == "..")
    #expect(lines.take(Array("!\n".utf8)) == "!\n" && lines.begun() == "")
    #expect(written("10%", "\r20%", "\r30%\n", onTerminal: true) == "10%\n30%\n")
    let half = Array("aä".utf8)
    #expect(written([Array(half.prefix(2)), Array(half.suffix(1)), [10]], onTerminal: true) == "aä\n")
  }

  @Test("A line without an end is cut, so that it costs no more than it has to")
  func endless() {
    let text = written([[UInt8]](repeating: [UInt8](repeating: 0x61, count: 50_000), count: 4))
    let parts = text.split(separator: "\n")
    #expect(parts.count == 4 && parts.joined().count == 200_000)
  }
}
