import Testing

@testable import ChecklistFile

@Suite("A page of Markdown")
struct PageTests {
  private func blocks(_ text: String) -> [MarkdownPage.Block] { MarkdownPage(text).blocks }

  @Test("Headings, paragraphs and rules come in order")
  func plainBlocks() {
    #expect(
      blocks("# One\n\nTwo\nthree  \nfour\n\n---\n") == [
        .heading(level: 1, [InlineRun("One")]),
        .paragraph([InlineRun("Two three"), InlineRun(.lineBreak), InlineRun("four")]), .rule,
      ])
  }

  @Test("Marks add up, and what they mark is one run")
  func marks() {
    #expect(
      MarkdownPage.inline("a **b *c* [d](http://e)** ~~f~~ `g` ~h~") == [
        InlineRun("a "), InlineRun("b ", .strong), InlineRun("c", [.strong, .emphasis]), InlineRun(" ", .strong),
        InlineRun("d", [.strong, .link]), InlineRun(.address("http://e"), .strong), InlineRun(" "),
        InlineRun("f", .strikethrough), InlineRun(" "), InlineRun("g", .code), InlineRun(" ~h~"),
      ])
  }

  @Test(
    "A link says where it leads only where its text does not",
    arguments: ["https://example.org/a", "<https://example.org/a>", "www.example.org", "ops@example.org"])
  func bareLinks(text: String) {
    let runs = MarkdownPage.inline(text)
    #expect(runs.count == 1)
    #expect(runs.first?.marks == .link)
  }

  @Test("A fence keeps its code to the letter, entities and all, and indented code has no language")
  func code() {
    #expect(
      blocks("```Sh -x\necho \"&amp;\"  \n\n```\n\n    ls *\n") == [
        .code(language: "sh", "echo \"&amp;\"  "), .code(language: nil, "ls *"),
      ])
    #expect(blocks("&amp; &lt;b&gt; \\*") == [.paragraph([InlineRun("& <b> *")])])
  }

  @Test("Lists know their numbers, their boxes, and whether they are tight")
  func lists() {
    #expect(
      blocks("3. a\n4. b\n\n- [ ] c\n\n- [x] d\n") == [
        .list(
          MarkdownPage.List(
            start: 3,
            items: [
              MarkdownPage.Item(blocks: [.paragraph([InlineRun("a")])]),
              MarkdownPage.Item(blocks: [.paragraph([InlineRun("b")])]),
            ])),
        .list(
          MarkdownPage.List(
            isTight: false,
            items: [
              MarkdownPage.Item(isTicked: false, blocks: [.paragraph([InlineRun("c")])]),
              MarkdownPage.Item(isTicked: true, blocks: [.paragraph([InlineRun("d")])]),
            ])),
      ])
  }

  @Test("A table has as many cells in each row as in its head")
  func tables() {
    #expect(
      blocks("| a | b | c |\n|:-|:-:|-:|\n| `1` |\n") == [
        .table(
          MarkdownPage.Table(
            alignments: [.left, .center, .right], header: [[InlineRun("a")], [InlineRun("b")], [InlineRun("c")]],
            rows: [[[InlineRun("1", .code)], [], []]]))
      ])
  }

  @Test(
    "A comment with a step's attributes is not shown, right or wrong; all other HTML is",
    arguments: [
      ("Deploy <!-- id: deploy; killer -->", [MarkdownPage.Block.paragraph([InlineRun("Deploy")])]),
      ("Deploy <!-- expect: \"1h -->", [.paragraph([InlineRun("Deploy")])]),
      ("<!-- killer -->\n<!-- wait: 5m -->", []), ("<!-- ask ana -->", [.html("<!-- ask ana -->")]),
      ("<!-- id: a --> and more", [.html("<!-- id: a --> and more")]),
      ("<details>\nlong\n</details>\n", [.html("<details>\nlong\n</details>")]),
      (
        "press <kbd>q</kbd>",
        [.paragraph([InlineRun("press "), InlineRun("<kbd>", .html), InlineRun("q"), InlineRun("</kbd>", .html)])]
      ), ("a<br/>b", [.paragraph([InlineRun("a"), InlineRun(.lineBreak), InlineRun("b")])]),
    ])
  func html(text: String, expected: [MarkdownPage.Block]) {
    #expect(blocks(text) == expected)
  }

  @Test("Placeholders are runs of their own, in code too")
  func placeholders() {
    let version = InlineRun.Content.placeholder(name: "version", written: "{{ version }}")
    #expect(
      MarkdownPage.inline("Pull **{{ version }}**, `v{{ version }}` and ${{ github }}") == [
        InlineRun("Pull "), InlineRun(version, .strong), InlineRun(", "), InlineRun("v", .code),
        InlineRun(version, .code), InlineRun(" and ${{ github }}"),
      ])
  }

  @Test("A value goes in after the text was read, so that it is never Markdown")
  func filling() {
    let page = MarkdownPage(
      "Pull {{a}} from <https://x.org/{{a}}>\n\n```sh\nrun {{a}}\n```\n\n```yaml\na: {{a}}\n```\n")
    let value = "**v** {{b}}"
    #expect(
      page.filled(with: ["a": value, "b": "no"]).blocks == [
        .paragraph([
          InlineRun("Pull "), InlineRun(value), InlineRun(" from "), InlineRun("https://x.org/", .link),
          InlineRun(value, .link),
        ]), .code(language: "sh", "run ${a}"), .code(language: "yaml", "a: \(value)"),
      ])
  }

  @Test(
    "One line is read as one line, whatever it begins with",
    arguments: [
      ("`bosh deploy`", "bosh deploy"), ("**Stop**", "Stop"), ("1. go", "1. go"), ("- go", "- go"), ("> go", "> go"),
      ("# go", "go"), ("a\nb", "a b"), ("--- **x**", "--- x"), ("- **a**\n\n- b", "- a - b"), ("  ", ""), ("", ""),
      ("[a]: http://b", "[a]: http://b"), ("| a |\n|---|", "| a | |---|"), ("- [ ] go", "- [ ] go"), ("***", "***"),
    ])
  func inline(text: String, plain: String) {
    #expect(MarkdownPage.inline(text).plainText == plain)
  }
}
