import Testing

@testable import Exchange

@Suite("Pages in HTML")
struct HTMLTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)",
    "</title></style></svg><script>alert(1)</script>", "&lt;script&gt; &amp; &#x3C;", "]]> --> <!-- <![CDATA[",
    "a\u{1B}[31m\u{0}\u{7F}\u{202E}\u{2066}b\r\n\u{FFFE}\u{FFFF}\u{E0041}", "\u{85}\u{2028}\u{2029}\u{FEFF}",
    String(repeating: "x", count: 10_000), String(repeating: "<", count: 10_000),
  ]

  @Test("Text is text, wherever it stands, and the page stays well-formed", arguments: hostile)
  func text(_ text: String) throws {
    let page = HTMLPage(
      text,
      body: [
        .element(.h1, [.id(text), .tooltip(text)], [text.html]), HTMLParts.section("a", text, ["\(text)"]),
        HTMLParts.table(caption: text, [text], rows: [[[text.html]]]),
        HTMLParts.drawing(
          text, width: 10, height: 10,
          [
            HTMLParts.box(x: 0, y: 0, width: 1, height: 1, class: text, tooltip: text),
            HTMLParts.drawn(text, x: 0, y: 1),
          ]),
        .link(to: text, text),
      ]
    ).text
    let read = try ReadPage(page)
    #expect(read.elements.isDisjoint(with: ["script", "img", "iframe", "object", "embed", "form", "input", "link"]))
    #expect(read.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "style" && $0 != "src" })
    #expect(read.addresses.isEmpty)
  }

  @Test("What was written is what is read")
  func literal() throws {
    let title = "<script>alert(\"1\")</script> & 'co'"
    let page = HTMLPage("t", body: [.element(.p, [.tooltip(title)], [title.html])]).text
    #expect(try ReadPage(page).text.contains(title))
    #expect(!page.contains("<script"))
  }

  @Test(
    "Only http, https and mailto are links",
    arguments: [
      ("https://example.org/a?b=c&d=e#f", true), ("HTTP://example.org", true), ("mailto:ops@example.org", true),
      ("javascript:alert(1)", false), ("JaVaScRiPt:alert(1)", false), (" javascript:alert(1)", false),
      ("java\nscript:alert(1)", false), ("\u{1}https://example.org", false), ("data:text/html,<script>", false),
      ("vbscript:x", false), ("file:///etc/passwd", false), ("//example.org", false), ("https:example.org", false),
      ("https://", false), ("https://a b", false), ("https://a\u{202E}b", false), ("https://exämple.org", false),
      ("mailto:nobody", false), ("", false), ("#top", false),
    ])
  func links(address: String, isLink: Bool) throws {
    let read = try ReadPage(HTMLPage("t", body: [.link(to: address, "words")]).text)
    #expect(read.addresses == (isLink ? [address] : []))
    #expect(read.text.contains("words"))
  }

  @Test(
    "Numbers of drawings are digits, whatever they are",
    arguments: [
      (1, "1"), (0.5, "0.5"), (-0.25, "-0.25"), (12.345, "12.35"), (3.04, "3.04"), (.nan, "0"), (.infinity, "0"),
      (1e300, "0"), (-0.001, "0"),
    ])
  func numbers(value: Double, expected: String) { #expect(HTMLAttribute.drawn(value) == expected) }

  @Test("A page names no other address, and its policy forbids to fetch anything")
  func policy() {
    let page = HTMLPage("t", body: [.element(.p, ["a"])]).text
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("//") && !page.contains("url(") && !page.contains("@import"))
  }

  @Test("Every colour can be read on every ground, light and dark", arguments: HTMLColour.Scheme.allCases)
  func contrast(_ scheme: HTMLColour.Scheme) {
    for ground in HTMLColour.grounds {
      for text in HTMLColour.texts {
        #expect(Contrast.ratio(text.rgb(scheme), ground.rgb(scheme)) >= 4.5, "\(text) on \(ground), \(scheme)")
      }
      for mark in HTMLColour.marks {
        #expect(Contrast.ratio(mark.rgb(scheme), ground.rgb(scheme)) >= 3, "\(mark) on \(ground), \(scheme)")
      }
    }
  }
}
