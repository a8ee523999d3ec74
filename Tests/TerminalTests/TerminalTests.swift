import Glibc
import Testing

@testable import Terminal

@Suite("The terminal and its surroundings")
struct TerminalTests {
  @Test("NO_COLOR and the character set decide what is shown")
  func capabilities() {
    let full = TerminalCapabilities(term: "xterm-256color", noColor: nil, codeset: "UTF-8")
    #expect(full.showsColor && full.showsUnicode && full.glyphs == .unicode)
    #expect(TerminalCapabilities(term: "xterm", noColor: "", codeset: "utf8").showsColor)
    #expect(!TerminalCapabilities(term: "xterm", noColor: "1", codeset: "UTF-8").showsColor)
    let plain = TerminalCapabilities(term: "xterm", noColor: nil, codeset: "ANSI_X3.4-1968")
    #expect(!plain.showsUnicode && plain.glyphs == .ascii)
    let console = TerminalCapabilities(term: "linux", noColor: nil, codeset: "UTF-8")
    #expect(console.showsUnicode && console.glyphs == .ascii)
  }

  @Test(
    "Base64 is RFC 4648's",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"), ("é漢", "w6nmvKI="),
    ])
  func base64(text: String, encoded: String) {
    #expect(ClipboardSequence.base64(Array(text.utf8)) == encoded)
  }

  @Test("A copy is one escape sequence, wrapped once more for tmux, and has a longest length")
  func clipboard() {
    #expect(ClipboardSequence.copy("foo", inTmux: false) == "\u{1B}]52;c;Zm9v\u{07}")
    #expect(
      ClipboardSequence.copy("foo", inTmux: true)
        == "\u{1B}]52;c;Zm9v\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{07}\u{1B}\\")
    #expect(ClipboardSequence.copy(String(repeating: "x", count: 74_994), inTmux: false)?.utf8.count == 100_000)
    #expect(ClipboardSequence.copy(String(repeating: "x", count: 74_995), inTmux: false) == nil)
  }

  @Test("A wake-up is seen once, from any thread, and never blocks")
  func wakePipe() async throws {
    let pipe = try WakePipe()
    func isReadable() -> Bool {
      var polled = pollfd(fd: pipe.fileDescriptor, events: Int16(POLLIN), revents: 0)
      return poll(&polled, 1, 0) == 1
    }
    #expect(!isReadable())
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { for _ in 0..<40_000 { pipe.signal() } } }
    }
    #expect(isReadable())
    pipe.drain()
    #expect(!isReadable())
  }

  @Test(
    "Every refusal says what to do",
    arguments: [
      .notATerminal(.output), .typeNotSet, .typeUnknown("vt9"), .typeUnsuitable("dumb"), .noTerminalDatabase,
    ] as [TerminalError])
  func refusals(error: TerminalError) {
    #expect(error.description.contains(";"))
  }
}
