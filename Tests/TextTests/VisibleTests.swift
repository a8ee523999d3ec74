import Testing
import Text

@Suite("Text is made safe where it is shown")
struct VisibleTests {
  @Test(
    "Controls and hidden characters become visible",
    arguments: [
      ("plain ASCII ~", "plain ASCII ~"),
      ("", ""),
      ("déjà vu", "déjà vu"),
      ("漢字", "漢字"),
      ("a\0b", "a␀b"),
      ("one\r\ntwo\tthree", "one␍␊two␉three"),
      ("\u{1B}[2J\u{1B}]0;pwned\u{07}", "␛[2J␛]0;pwned␇"),
      ("\u{7F}", "␡"),
      ("\u{9B}2J\u{85}", "<U+009B>2J<U+0085>"),
      ("\u{202E}gpj.exe", "<U+202E>gpj.exe"),
      ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{061C}", "<U+2066>x<U+2069><U+200E><U+200F><U+061C>"),
      ("ad\u{200B}min\u{200C}\u{2060}\u{FEFF}", "ad<U+200B>min<U+200C><U+2060><U+FEFF>"),
      ("a\u{E0041}\u{E007F}", "a<U+E0041><U+E007F>"),
      ("a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"),
      ("so\u{AD}ft", "so<U+00AD>ft"),
      ("\u{3164}\u{115F}", "<U+3164><U+115F>"),
      ("\u{E0B0}", "<U+E0B0>"),
      ("\u{378}\u{FFFF}", "<U+0378><U+FFFF>"),
    ])
  func hidden(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test(
    "Emoji sequences are cut to their base",
    arguments: [
      ("👩‍👩‍👧‍👦", "👩"), ("👩🏽‍🚒!", "👩!"), ("👍🏿👍", "👍👍"), ("❤️", "❤"), ("🏳️‍🌈", "🏳"), ("👩‍❤️‍👨x", "👩x"),
      ("🇩🇪", "🇩🇪"), ("🏿", "🏿"), ("1️⃣", "1\u{20E3}"),
    ])
  func emoji(text: String, shown: String) {
    #expect(Array(visible(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("A skin tone that is not the shown emoji's own is not put next to it, where it would become its own")
  func strayTone() {
    #expect(visible("👩\u{1F3FD}\u{1F3FF}") == "👩<U+1F3FF>")
    #expect(visible("👩\u{200D}🚒\u{1F3FD}") == "👩<U+1F3FD>")
    #expect(visible("🚒\u{1F3FD}") == "🚒\u{1F3FD}")
  }

  @Test("A joiner that joins no emoji is shown")
  func strayJoiner() {
    #expect(visible("a\u{200D}b") == "a<U+200D>b")
    #expect(visible("👩\u{200D}rm") == "👩<U+200D>rm")
    #expect(visible("👩\u{200D}") == "👩<U+200D>")
  }

  @Test("One variation selector belongs to a base; more of them hide something")
  func variationSelectors() {
    #expect(visible("葛\u{E0100}") == "葛")
    #expect(visible("a\u{FE0F}\u{FE00}\u{E0101}") == "a<U+FE00><U+E0101>")
  }

  @Test("A base carries four marks, and a mark never sits on what is not its own")
  func marks() {
    let zalgo = "Z" + String(repeating: "\u{301}", count: 40) + "a"
    #expect(visible(zalgo).unicodeScalars.map(\.value) == [0x5A, 0x301, 0x301, 0x301, 0x301, 0x61])
    #expect(visible("\u{301}x").unicodeScalars.map(\.value) == [0x25CC, 0x301, 0x78])
    #expect(visible("\u{1B}\u{301}").unicodeScalars.map(\.value) == [0x241B, 0x25CC, 0x301])
  }

  @Test("Line breaks are kept on request, and nothing else is")
  func lineBreaks() {
    #expect(visible("a\r\nb\tc\u{2028}", keepingLineBreaks: true) == "a␍\nb␉c<U+2028>")
    #expect(visible("a\n\u{301}", keepingLineBreaks: true).unicodeScalars.map(\.value) == [0x61, 0x0A, 0x25CC, 0x301])
  }

  @Test(
    "Invalid UTF-8 is replaced",
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0x9B, 0x41], "\u{FFFD}A"),
      ([0xE6, 0xBC], "\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x1B, 0x5B], "␛["),
    ] as [([UInt8], String)])
  func invalid(bytes: [UInt8], shown: String) {
    #expect(visible(bytes: bytes) == shown)
  }

  @Test("Showing every scalar is safe, and showing twice is showing once")
  func everyScalar() {
    let hostile: Set<Unicode.GeneralCategory> = [
      .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    ]
    for scalar in (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
      let once = visible(String(Character(scalar)))
      if once.unicodeScalars.contains(where: { hostile.contains($0.properties.generalCategory) })
        || visible(once) != once
      {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }
}
