import Domain
import Testing

@testable import ChecklistFile

@Suite("Editing a checklist")
struct EditTests {
  private func edited(
    _ text: String, _ edit: (ChecklistDocument) throws -> ChecklistDocument
  ) throws -> String { try edit(ChecklistDocument.read(text)).text }

  @Test(
    "A step comes after the anchor's whole subtree, in the style of its list",
    arguments: [
      ("- [ ] a\n  - [ ] b\n- [ ] c\n", "- [ ] a\n  - [ ] b\n- [ ] NEW\n- [ ] c\n"),
      ("* [ ] a\n\n  text\n\n* [ ] c\n", "* [ ] a\n\n  text\n\n* [ ] NEW\n\n* [ ] c\n"),
      ("- [ ] a", "- [ ] a\n- [ ] NEW"),
      ("- [ ] a\r\n", "- [ ] a\r\n- [ ] NEW\r\n"),
      ("- [ ] a\r\n  b", "- [ ] a\r\n  b\r\n- [ ] NEW"),
      ("+\t[ ] a\n\n\tb\n\nafter\n", "+\t[ ] a\n\n\tb\n\n+\t[ ] NEW\n\nafter\n"),
      ("1. [ ] a\n2. [ ] b\n", "1. [ ] a\n2. [ ] NEW\n2. [ ] b\n"),
      ("9) [ ] a\n", "9) [ ] a\n10) [ ] NEW\n"),
      ("1. [ ] a\n1. [ ] b\n", "1. [ ] a\n1. [ ] NEW\n1. [ ] b\n"),
      ("- plain\n   - [ ] a\n\n     more\n- plain\n", "- plain\n   - [ ] a\n\n     more\n\n   - [ ] NEW\n- plain\n"),
      ("- [ ] a\n  ```\n  never closed\n\n- [ ] b\n", "- [ ] a\n  ```\n  never closed\n\n- [ ] NEW\n\n- [ ] b\n"),
      ("- [ ] a\n\n\n[r]: /x\n", "- [ ] a\n- [ ] NEW\n\n\n[r]: /x\n"),
      ("- [ ] a\n  > quote\n**Post**\n\n- [ ] b\n", "- [ ] a\n  > quote\n**Post**\n\n- [ ] NEW\n\n- [ ] b\n"),
      (
        "- [ ] a\n  ```\n  x\n  ```\n**Post**\n\n- [ ] b\n",
        "- [ ] a\n  ```\n  x\n  ```\n- [ ] NEW\n\n**Post**\n\n- [ ] b\n"
      ),
      ("\u{FEFF}- [ ] a\n", "\u{FEFF}- [ ] a\n- [ ] NEW\n"),
    ])
  func insertAfter(text: String, expected: String) throws {
    #expect(try edited(text) { try $0.inserting(NewStep(text: "NEW"), after: 0) } == expected)
  }

  @Test(
    "A step comes before the anchor",
    arguments: [
      ("- [ ] a\n  - [ ] b\n- [ ] c\n", "- [ ] NEW\n- [ ] a\n  - [ ] b\n- [ ] c\n"),
      ("* [ ] a\n\n* [ ] c\n", "* [ ] NEW\n\n* [ ] a\n\n* [ ] c\n"),
      ("\u{FEFF}- [ ] a", "\u{FEFF}- [ ] NEW\n- [ ] a"),
      ("3. [ ] a\n", "3. [ ] NEW\n3. [ ] a\n"),
    ])
  func insertBefore(text: String, expected: String) throws {
    #expect(try edited(text) { try $0.inserting(NewStep(text: "NEW"), before: 0) } == expected)
  }

  @Test("A new step brings its body and its attributes, and no id that nobody asked for")
  func insertWhole() throws {
    let new = NewStep(
      text: "Check the port\nrange", body: "```sh\nss -ltn\n```",
      attributes: StepAttributes(expect: .seconds(300), isKiller: true, value: "a; \"b\"", role: "x -- y"))
    let text = try edited("- [ ] a\n") { try $0.inserting(new, after: 0) }
    #expect(
      text == """
        - [ ] a
        - [ ] Check the port
          range <!-- expect: 5m; killer; value: "a; \\"b\\""; role: x -\\- y -->
          ```sh
          ss -ltn
          ```

        """)
    let prose = try edited("- [ ] a\n") { try $0.inserting(NewStep(text: "b", body: "Look.\n\n- twice"), after: 0) }
    #expect(prose == "- [ ] a\n- [ ] b\n\n  Look.\n\n  - twice\n")
  }

  @Test(
    "A text that would be read as something else is refused, and the file stays",
    arguments: [
      "", " \n ", "a\n\nb", "deploy <!-- killer -->", "a <!-- id: deploy -->", "[r]: /x", "a\u{0}b", "a\n- [ ] b",
      "a\n# b",
      "a\n```", "{{nobody}} knows", "a\n===", "a | b\n--|--",
    ])
  func hostileText(text: String) throws {
    let document = try ChecklistDocument.read(Samples.release)
    #expect(throws: ChecklistEditError.self) { try document.inserting(NewStep(text: text), after: 1) }
    #expect(throws: ChecklistEditError.self) { try document.rewording(1, to: text) }
  }

  @Test(
    "A text that only looks dangerous is kept as it is",
    arguments: [
      "# no heading", "- [ ] no step", "1. no list", "> no quote", "``` no fence", "<script>alert(1)</script>",
      "`unclosed",
      "<!-- never closed", "$(rm -rf /)", "'; DROP TABLE steps;--", "a \\", "é 路由 🚀", "=cmd|' /C calc'!A0", "--- a",
      "&lt;",
      "[x] ticked", "\u{202E}reversed", "| a | b |", "{{version}} and {{ jinja }}", "- a -", "*a", "a -->",
    ])
  func harmlessText(text: String) throws {
    let document = try ChecklistDocument.read(Samples.release)
    let edited = try document.inserting(NewStep(text: text), after: 1)
    #expect(edited.parsedSteps.map(\.text).contains(text))
    #expect(try edited.setting(.killer, at: 2).parsedSteps[2].text == text)
    #expect(try document.rewording(1, to: text).parsedSteps[1].attributes.isKiller)
  }

  @Test("Rewording leaves attributes, body and what stands under it")
  func reword() throws {
    let text = "- [ ] old\n  words <!-- killer -->\n  ```\n  x\n  ```\n  - [ ] b\n"
    #expect(
      try edited(text) { try $0.rewording(0, to: "new") } == "- [ ] new <!-- killer -->\n  ```\n  x\n  ```\n  - [ ] b\n"
    )
    #expect(try edited("- [ ] \n- [ ] b\n") { try $0.rewording(0, to: "a") } == "- [ ] a\n- [ ] b\n")
    #expect(try edited("- [ ] <!-- id: x -->\n") { try $0.rewording(0, to: "a") } == "- [ ] a <!-- id: x -->\n")
    #expect(try edited("1. [ ] a\r\n") { try $0.rewording(0, to: "b\nc") } == "1. [ ] b\r\n   c\r\n")
  }

  @Test(
    "Setting and removing an attribute leaves the others the way they were written",
    arguments: [
      ("- [ ] a\n", "- [ ] a <!-- expect: 10m -->\n", "- [ ] a\n"),
      ("- [ ] a  \n", "- [ ] a <!-- expect: 10m -->  \n", "- [ ] a  \n"),
      ("- [ ] a <!--id:x-->", "- [ ] a <!--id:x; expect: 10m-->", "- [ ] a <!--id:x-->"),
      ("- [ ] a <!-- expect:1h ;killer-->\n", "- [ ] a <!-- expect: 10m ;killer-->\n", "- [ ] a <!-- killer-->\n"),
      (
        "- [ ] a <!-- x;\n  expect: 1h;\n  role: b -->\n", "- [ ] a <!-- x;\n  expect: 10m;\n  role: b -->\n",
        "- [ ] a <!-- x;\n  role: b -->\n"
      ),
      (
        "- [ ] a <!-- prose here -->\n", "- [ ] a <!-- prose here --> <!-- expect: 10m -->\n",
        "- [ ] a <!-- prose here -->\n"
      ),
      ("- [ ] \n", "- [ ] <!-- expect: 10m -->\n", "- [ ] \n"),
    ])
  func attributes(text: String, set: String, removed: String) throws {
    #expect(try edited(text) { try $0.setting(.expect, to: "10m", at: 0) } == set)
    #expect(try edited(set) { try $0.removing(.expect, at: 0) } == removed)
    #expect(try edited(removed) { try $0.removing(.expect, at: 0) } == removed)
  }

  @Test("An attribute that can't be is refused")
  func wrongAttributes() throws {
    let document = try ChecklistDocument.read(Samples.release)
    for (key, value) in [
      (AttributeKey.expect, "soon"), (.killer, "yes"), (.id, "a b"), (.condition, "nobody = 1"), (.role, "a\nb"),
      (.role, "\0"),
      (.id, "deploy"), (.wait, nil),
    ] as [(AttributeKey, String?)] {
      #expect(throws: ChecklistEditError.self, "\(key)") { try document.setting(key, to: value, at: 0) }
    }
    #expect(throws: ChecklistEditError.noSuchStep(index: 9)) { try document.setting(.killer, at: 9) }
  }

  @Test("Removing takes what stands under the step, and leaves no gap")
  func remove() throws {
    #expect(try edited("- [ ] a\n  - [ ] b\n\n- [ ] c\n") { try $0.removing(0) } == "- [ ] c\n")
    #expect(try edited("- [ ] a\n\n- [ ] c") { try $0.removing(1) } == "- [ ] a")
    #expect(
      try edited("## Pre\n\n- [ ] a\n\n## Post\n- [ ] c\n") { try $0.removing(0) } == "## Pre\n\n## Post\n- [ ] c\n")
    #expect(try edited("x\n1. [ ] a\n2. [ ] b\n- [ ] c\n") { try $0.removing(0) } == "x\n\n2. [ ] b\n- [ ] c\n")
    #expect(throws: ChecklistEditError.self) { try ChecklistDocument.read("- [ ] a\n").removing(0) }
  }

  @Test(
    "A step that was put before another goes again without a trace, blanks and ends of blank lines included",
    arguments: [
      "- [ ] a\n\t\n- [ ] b\n", "- [ ] a\n  \n\n- [ ] b\n", "\t\n- [ ] a\n\n- [ ] b\n", "- [ ] a\r\r\r- [ ] b\n",
      "- [ ] a\n\n\n- [ ] b\r- [ ] c\r", "- [ ] a\r\n\n\r- [ ] b\n",
    ])
  func insertAndRemove(text: String) throws {
    for index in 0...1 {
      #expect(
        try edited(text) { try $0.inserting(NewStep(text: "NEW"), before: index).removing(index) } == text, "\(index)")
    }
  }

  @Test("A moved step takes its subtree along and takes on the list it comes to")
  func move() throws {
    let text = "## Pre\n- [ ] a\n  ```\n  x\n  ```\n  - [ ] b\n- [ ] c\n\n## Post\n\n1. [ ] d\n\n2. [ ] e"
    #expect(
      try edited(text) { try $0.moving(0, after: 3) }
        == "## Pre\n- [ ] c\n\n## Post\n\n1. [ ] d\n\n2. [ ] a\n   ```\n   x\n   ```\n   - [ ] b\n\n2. [ ] e")
    #expect(
      try edited(text) { try $0.moving(4, before: 1) }
        == "## Pre\n- [ ] a\n  ```\n  x\n  ```\n  - [ ] e\n  - [ ] b\n- [ ] c\n\n## Post\n\n1. [ ] d")
    #expect(try edited(text) { try $0.moving(2, after: 0) } == text)
    #expect(throws: ChecklistEditError.moveIntoItself) { try ChecklistDocument.read(text).moving(0, after: 1) }
  }

  @Test(
    "Formatting orders and separates attributes and touches nothing else",
    arguments: [
      (
        "-  [ ]  a <!--mode:do-confirm ; if: v=1; own: \"x\"; killer; id:\"y\"-->  \n",
        "-  [ ]  a <!-- id: y; killer; if: v = 1; mode: do-confirm; own: x -->  \n"
      ),
      ("* [ ] a <!-- prose, that stays -->\n", "* [ ] a <!-- prose, that stays -->\n"),
      ("* [ ] a <!-- deploys;\n  expect: 1h -->\n", "* [ ] a <!-- expect: 1h; deploys -->\n"),
      ("## Pre <!--role:x;expect:1m--> ##\n- [ ] a\n", "## Pre <!-- expect: 1m; role: x --> ##\n- [ ] a\n"),
    ])
  func format(text: String, expected: String) throws {
    let front = "---\nparameters: [v]\n---\n"
    #expect(try edited(front + text) { try $0.formatted() } == front + expected)
    #expect(try edited(front + expected) { try $0.formatted() } == front + expected)
  }

  @Test("Formatting writes ids where it is asked to and where there are none")
  func formatIDs() throws {
    let document = try ChecklistDocument.read("- [ ] a thing\n- [ ] b <!-- killer; id: own -->\n- [ ] \n")
    let ids = document.steps().map(\.id)
    #expect(
      try document.formatted(writing: ids).text
        == "- [ ] a thing <!-- id: a-thing -->\n- [ ] b <!-- id: own; killer -->\n- [ ] <!-- id: step -->\n")
  }
}
