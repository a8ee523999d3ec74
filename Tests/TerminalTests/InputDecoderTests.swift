import Testing

@testable import Terminal

@Suite("What is typed becomes events")
struct InputDecoderTests {
  /// Feeds bytes as one burst, then lets the decoder wait in vain.
  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    return bytes.flatMap { decoder.feed($0) } + decoder.pause() + decoder.giveUp()
  }

  @Test(
    "Bytes are keys",
    arguments: [
      ("g", [.character("g")]), (" ", [.character(" ")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
      ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]), ("\u{12}", [.control("R")]), ("\0", [.control("@")]),
      ("é漢👩", [.character("é"), .character("漢"), .character("👩")]), ("\u{1B}", [.escape]),
      ("\u{1B}x", [.alt("x")]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}\r", [.escape, .enter]),
      ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]),
    ] as [(String, [Key])])
  func keys(typed: String, keys: [Key]) {
    #expect(events(Array(typed.utf8)) == keys.map { .key($0) })
  }

  @Test(
    "Sequences that terminfo doesn't know are keys or nothing, and never letters",
    arguments: [
      ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[1~", [.home]), ("\u{1B}[24~", [.function(12)]),
      ("\u{1B}[1;5A", []), ("\u{1B}[997;5u", []), ("\u{1B}[<0;5;6M", []), ("\u{1B}[?62;c", []), ("\u{1B}[12", []),
      ("\u{1B}[Bq", [.down, .character("q")]), ("\u{1B}]52;c;cm0gLXJm\u{07}x", [.character("x")]),
      ("\u{1B}P1$r0m\u{1B}\\x", [.character("x")]), ("\u{1B}[1\u{1B}x", [.alt("x")]),
    ] as [(String, [Key])])
  func sequences(typed: String, keys: [Key]) {
    #expect(events(Array(typed.utf8)) == keys.map { .key($0) })
  }

  @Test("A character that arrives in two parts is one")
  func split() {
    var decoder = InputDecoder()
    #expect(decoder.feed(0xC3) == [] && decoder.pause() == [])
    #expect(decoder.patienceMilliseconds != nil)
    #expect(decoder.feed(0xA9) == [.key(.character("é"))])
    #expect(decoder.patienceMilliseconds == nil)
  }

  @Test(
    "Invalid UTF-8 costs no key after it",
    arguments: [[0xFF, 0x67], [0xC3, 0x67], [0x80, 0x67]] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    #expect(events(bytes) == [.key(.character("\u{FFFD}")), .key(.character("g"))])
  }

  @Test("A paste is one text, without keys, escapes or carriage returns")
  func paste() {
    var decoder = InputDecoder()
    #expect(decoder.beginPaste() == [])
    var events = Array("dd\rrm -rf\r\n\t\u{1B}[2J\0é".utf8).flatMap { decoder.feed($0) }
    events += decoder.feed(.up) + decoder.pause() + decoder.endPaste()
    #expect(events == [.paste("dd\nrm -rf\n\t[2Jé")])
    #expect(decoder.feed(0x67) == [.key(.character("g"))])
  }

  @Test("A paste that never ends is delivered after a while")
  func unfinishedPaste() {
    var decoder = InputDecoder()
    _ = decoder.beginPaste()
    _ = decoder.feed(0x61)
    #expect(decoder.patienceMilliseconds == 1000)
    #expect(decoder.giveUp() == [.paste("a")])
    #expect(decoder.endPaste() == [])
  }
}
