import Testing
import Text

@Suite("Text is wrapped in columns")
struct WrappingTests {
  @Test(
    "Lines break at spaces",
    arguments: [
      ("", 10, [""]),
      ("one two", 10, ["one two"]),
      ("one two three", 7, ["one two", "three"]),
      ("one  two", 5, ["one", "two"]),
      ("one two   ", 7, ["one two"]),
      ("a\nb\n\nc", 10, ["a", "b", "", "c"]),
      ("one two\nthree four", 5, ["one", "two", "three", "four"]),
      ("  indented text", 10, ["  indented", "text"]),
      ("      ", 3, [""]),
      ("x", 0, ["x"]),
    ])
  func words(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(toWidth: width) == lines)
  }

  @Test(
    "A word that is too long is cut",
    arguments: [
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("a abcdef", 4, ["a", "abcd", "ef"]),
      ("abcdef gh", 4, ["abcd", "ef", "gh"]),
      ("  abcdefgh", 4, ["  ab", "cdef", "gh"]), ("      ab", 4, ["ab"]),
    ])
  func longWords(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(toWidth: width) == lines)
  }

  @Test("Wide characters break anywhere and are never split")
  func wide() {
    #expect("漢字漢字".wrapped(toWidth: 5) == ["漢字", "漢字"])
    #expect("ab漢字".wrapped(toWidth: 5) == ["ab漢", "字"])
    #expect("漢字".wrapped(toWidth: 1) == ["…", "…"])
  }

  @Test("Nothing is wider than it may be, and no letter is lost", arguments: 1...12)
  func property(width: Int) {
    let text = "The canaries 漢字漢 failed:\u{1B}[2J port 34567 already-in-use e\u{301}e\u{301}e\u{301} 👩‍🚒\n  twice"
    let lines = text.wrapped(toWidth: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    if width > 1 {
      let letters = visible(text, keepingLineBreaks: true).filter { $0 != " " && $0 != "\n" }
      #expect(lines.joined().filter { $0 != " " } == letters)
    }
  }
}
