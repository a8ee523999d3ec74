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
      ("\u{1B}[1;5A", []), ("\u{1B}[997;5u", []), ("\u{1B}[<0;5", []), ("\u{1B}[?62;c", []), ("\u{1B}[12", []),
      ("\u{1B}[Bq", [.down, .character("q")]), ("\u{1B}]52;c;cm0gLXJm\u{07}x", [.character("x")]),
      ("\u{1B}[M#", []), ("\u{1B}OM", [.enter]),
      ("\u{1B}P1$r0m\u{1B}\\x", [.character("x")]), ("\u{1B}[1\u{1B}x", [.alt("x")]),
    ] as [(String, [Key])])
  func sequences(typed: String, keys: [Key]) {
    #expect(events(Array(typed.utf8)) == keys.map { .key($0) })
  }

  @Test(
    "What the terminal answers about synchronized output is understood, and never keys",
    arguments: [
      ("1", true), ("2", true), ("3", true), ("0", false), ("4", false), ("", false), ("22", false), ("x", nil),
    ] as [(String, Bool?)])
  func answers(state: String, isAvailable: Bool?) {
    var decoder = InputDecoder()
    let events = Array("q\u{1B}[?2026;\(state)$y".utf8).flatMap { decoder.feed($0) }
    let rest: [InputEvent] = isAvailable == nil ? [.key(.character("$")), .key(.character("y"))] : []
    #expect(events == [.key(.character("q"))] + rest)
    #expect(decoder.takeAnswers() == (isAvailable.map { [.synchronizedOutput(isAvailable: $0)] } ?? []))
    #expect(decoder.takeAnswers() == [])
  }

  @Test("Other modes' reports are no answer to what was asked, and no keys")
  func otherAnswers() {
    var decoder = InputDecoder()
    let reports = "\u{1B}[?2027;1$y\u{1B}[?2026$p\u{1B}[2026;1$y\u{1B}O?2026;1$y"
    #expect(Array(reports.utf8).flatMap { decoder.feed($0) } == [])
    #expect(decoder.takeAnswers() == [])
  }

  @Test("An answer that comes slowly, from far away, is still one")
  func slowAnswer() {
    var decoder = InputDecoder()
    #expect(Array("\u{1B}[?20".utf8).flatMap { decoder.feed($0) } == [])
    #expect(decoder.pause() == [] && decoder.patienceMilliseconds == 1000)
    #expect(Array("26;2$y".utf8).flatMap { decoder.feed($0) } == [])
    #expect(decoder.takeAnswers() == [.synchronizedOutput(isAvailable: true)])
    #expect(decoder.patienceMilliseconds == nil)
  }

  @Test(
    "Every click of a burst is seen, in either way to report it",
    arguments: [
      ("\u{1B}[<0;5;6M\u{1B}[<0;5;6m", [.press(.left), .release]),
      ("\u{1B}[M %&\u{1B}[M#%&", [.press(.left), .release]),
      ("\u{1B}[<1;5;6M\u{1B}[<2;5;6M", [.press(.middle), .press(.right)]), ("\u{1B}[M\"%&", [.press(.right)]),
      ("\u{1B}[<64;5;6M\u{1B}[<65;5;6M\u{1B}[<64;5;6m", [.wheelUp, .wheelDown]), ("\u{1B}[M`%&", [.wheelUp]),
      ("\u{1B}[<4;5;6M\u{1B}[<16;5;6M", [.press(.left), .press(.left)]), ("\u{1B}[<32;5;6M\u{1B}[<35;5;6M", []),
      ("\u{1B}[<66;5;6M\u{1B}[<67;5;6M\u{1B}[<128;5;6M", []), ("\u{1B}[<0;0;6M\u{1B}[<0;5M\u{1B}[<M\u{1B}[<:;5;6M", []),
      ("\u{1B}[<99999999999999999999;5;6M", []), ("\u{1B}[M\u{1}\u{1}\u{1}", []),
    ] as [(String, [Mouse.Action])])
  func clicks(reports: String, actions: [Mouse.Action]) {
    #expect(
      events(Array(reports.utf8) + [0x71])
        == actions.map { .mouse(Mouse($0, at: Point(x: 4, y: 5))) } + [.key(.character("q"))])
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

  @Test("A paste that comes to a standstill waits for its rest, which is no keys, and comes whole")
  func stallingPaste() {
    var decoder = InputDecoder()
    #expect(decoder.beginPaste() == [] && decoder.patienceMilliseconds == 1000)
    // In the middle of a character, and of a line break.
    for part in [[0x61, 0xC3], [0xA9, 0x0D], [0x0A, 0x64, 0x1B], [0x5B, 0x42]] as [[UInt8]] {
      #expect(part.flatMap { decoder.feed($0) } + decoder.feed(.up) + decoder.pause() == [])
      #expect(decoder.patienceMilliseconds == 1000)
      #expect(decoder.giveUp() == [.pasteStalled])
      #expect(decoder.patienceMilliseconds == 60_000)
    }
    #expect(decoder.endPaste() == [.paste("aé\nd[B")])
    #expect(decoder.patienceMilliseconds == nil)
    #expect(decoder.feed(0x67) == [.key(.character("g"))])
  }

  @Test("A paste whose end never comes is over after a minute of silence, or by ^C after a second of it")
  func endlessPaste() {
    for isPatient in [true, false] {
      var decoder = InputDecoder()
      #expect(decoder.beginPaste() + decoder.feed(0x03) + decoder.feed(0x61) == [])
      #expect(decoder.giveUp() == [.pasteStalled])
      #expect(decoder.feed(0x62) + decoder.feed(0x03) == [], "not in the middle of what comes")
      #expect(decoder.giveUp() == [.pasteStalled])
      #expect((isPatient ? decoder.giveUp() : decoder.feed(0x03)) == [.paste("ab")])
      #expect(decoder.patienceMilliseconds == nil)
      #expect(decoder.feed(0x03) == [.key(.control("C"))])
    }
  }

  @Test(
    "A paste's marks are known also where they come in two parts, as bytes", arguments: [0, InputDecoder.longestPaste])
  func splitMarks(count: Int) {
    var decoder = InputDecoder()
    #expect(Array("\u{1B}[20".utf8).flatMap { decoder.feed($0) } + decoder.pause() == [])
    #expect(Array("0~".utf8).flatMap { decoder.feed($0) } == [])
    for _ in 0..<count + 3 { #expect(decoder.feed(0x61) == []) }
    #expect(Array("\u{1B}[20".utf8).flatMap { decoder.feed($0) } + decoder.pause() == [])
    #expect(decoder.giveUp() == [.pasteStalled])
    let text = String(repeating: "a", count: min(count + 3, InputDecoder.longestPaste))
    #expect(Array("1~q".utf8).flatMap { decoder.feed($0) } == [.paste(text), .key(.character("q"))])
    // One alone is nothing.
    #expect(Array("\u{1B}[201~q".utf8).flatMap { decoder.feed($0) } == [.key(.character("q"))])
  }
}
