import Testing

@testable import Text

@Suite("Text is measured in columns")
struct DisplayWidthTests {
  @Test(
    "The width is what a terminal uses",
    arguments: [
      ("", 0), ("deploy", 6), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("👩", 2),
      ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 1), ("✔", 1), ("⌛", 2), ("␛", 1), ("\u{1B}", 1),
      ("\u{202E}", 8), ("\t", 1), ("╭─╮", 3), ("हि", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test(
    "Without a UTF-8 locale the width is estimated",
    arguments: [
      ("a", 1), ("é", 1), ("漢", 2), ("한", 2), ("Ａ", 2), ("\u{301}", 0), ("👩", 2), ("🇩", 1), ("─", 1), ("\u{1B}", -1),
    ] as [(Unicode.Scalar, Int)])
  func estimate(scalar: Unicode.Scalar, columns: Int) {
    #expect(estimatedColumns(of: scalar) == columns)
  }

  @Test("The estimate and the C library disagree on few assigned characters")
  func estimateIsClose() {
    let assigned = (0xA0...0x3FFFD).lazy.compactMap(Unicode.Scalar.init).filter { ScalarKind($0) == .printable }
    let wrong = assigned.filter { estimatedColumns(of: $0) != columns(of: $0) }
    #expect(wrong.count < 500)
  }

  @Test("Clusters cover the visible text, and their widths add up", arguments: ["a漢e\u{301}\u{1B}👩‍👧", "🇩🇪x", ""])
  func clusters(text: String) {
    let clusters = Array(Clusters(text))
    #expect(clusters.map(\.text).joined() == visible(text))
    #expect(clusters.reduce(0) { $0 + $1.width } == text.displayWidth)
  }

  @Test(
    "Truncation ends in an ellipsis and never splits a wide character",
    arguments: [
      ("deploy", 6, "deploy"), ("deploy", 4, "dep…"), ("deploy", 1, "…"), ("deploy", 0, ""), ("deploy", -3, ""),
      ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("漢字", 1, "…"), ("a\u{1B}[2Jb", 4, "a␛[…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func truncation(text: String, width: Int, shown: String) {
    #expect(text.truncated(toWidth: width) == shown)
  }

  @Test("An ASCII ellipsis that doesn't fit is left away")
  func asciiEllipsis() {
    #expect("deploy".truncated(toWidth: 5, ellipsis: "...") == "de...")
    #expect("deploy".truncated(toWidth: 2, ellipsis: "...") == "de")
  }

  @Test("Padding counts columns")
  func padding() {
    #expect("漢".padded(toWidth: 4) == "漢  ")
    #expect("漢".padded(toWidth: 5, alignment: .right) == "   漢")
    #expect("漢".padded(toWidth: 5, alignment: .center) == " 漢  ")
    #expect("deploy".padded(toWidth: 3) == "deploy")
    #expect("漢字".fitted(toWidth: 3) == "漢…")
    #expect("漢字漢".fitted(toWidth: 4) == "漢… ")
  }
}
