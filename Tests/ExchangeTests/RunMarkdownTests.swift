import Domain
import Foundation
import Testing

@testable import Exchange

@Suite("The record of a run as a Markdown page")
struct RunMarkdownTests {
  @Test("The page is whole in itself: versions, rules, exceptions, attempts, confirmations, hashes")
  func full() throws {
    let record = Sample.record(try Sample.full(), changes: ["v7 by ana: step deploy is new"])
    #expect(RunMarkdown.page(record) == Sample.fullPage)
  }

  @Test("The same finished run gives the same page, whenever it is printed")
  func deterministic() throws {
    let run = try Sample.full()
    #expect(
      RunMarkdown.page(Sample.record(run, now: Sample.after(2000)))
        == RunMarkdown.page(Sample.record(run, now: Sample.after(9000))))
  }

  @Test("Every row of a table has as many cells as its header, whatever is in them")
  func rows() throws {
    let page = RunMarkdown.page(Sample.record(try Sample.full()))
    for table in page.components(separatedBy: "\n\n") where table.hasPrefix("|") {
      let widths = Set(
        table.split(separator: "\n").map { $0.replacingOccurrences(of: #"\|"#, with: "").filter { $0 == "|" }.count })
      #expect(widths.count == 1, "\(table)")
    }
  }

  @Test(
    "Somebody's text is literal",
    arguments: [
      ("a | b", #"a \| b"#),
      (#"a\|b"#, #"a\\\|b"#),
      ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
      ("`x` **y** _z_ ~~s~~", #"\`x\` \*\*y\*\* \_z\_ \~\~s\~\~"#),
      ("![a](b) [c](d)", #"!\[a\](b) \[c\](d)"#),
      ("@ops team/a#12 GH-7", ##"@<!-- -->ops team/a\#<!-- -->12 GH-<!-- -->7"##),
      ("https://e.example www.e.example", "https:<!-- -->//e.example www<!-- -->.e.example"),
      ("at 09:30:00 :tada: :100:", "at 09:30:00 :<!-- -->tada: :<!-- -->100:"),
      ("$x$", "<span>$</span>x<span>$</span>"),
      ("a\u{1B}[31m\u{202E}b\r\nc", #"a␛\[31m&lt;U+202E&gt;b␍<br>\| c"#),
    ])
  func escaped(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(
    "Only plain text stands in a code span",
    arguments: [("cf-release@v2.05", "`cf-release@v2.05`"), ("a`b|c", #"a\`b\|c"#), ("", "")])
  func code(text: String, expected: String) {
    #expect(MarkdownText.code(text) == expected)
  }
}
