import Testing

@testable import ChecklistFile

@Suite("Attribute comments")
struct AttributeTextTests {
  @Test(
    "A comment is keys and values separated by semicolons",
    arguments: [
      ("killer", ["killer"]),
      (" id: deploy; expect: 1h ", ["id=deploy", "expect=1h"]),
      ("id:deploy;killer", ["id=deploy", "killer"]),
      ("killer;; deploys ;", ["killer", "deploys"]),
      (#"value: "updated; failed""#, ["value=updated; failed"]),
      (#"value: "say \"hi\"""#, [#"value=say "hi""#]),
      (#"value: "" "#, ["value="]),
      (#"role: a -\- b"#, ["role=a -- b"]),
      (#"role: -\-\-"#, ["role=---"]),
      (#"value: "a \\; b\\""#, [#"value=a \; b\"#]),
      (#"value: C:\dir"#, [#"value=C:\dir"#]),
      ("if: env != prod", ["if=env != prod"]),
      ("owner: ops; id: x", ["owner=ops", "id=x"]),
      ("no-return; x_2: y", ["no-return", "x_2=y"]),
      ("id: x;\n  value: two\n  lines", ["id=x", "value=two lines"]),
      ("role: o'neil, ana & bo", ["role=o'neil, ana & bo"]),
      ("value: é路", ["value=é路"]),
    ])
  func grammar(text: String, expected: [String]) throws {
    let entries = try AttributeText.parse(text)?.map { entry in entry.value.map { "\(entry.key)=\($0)" } ?? entry.key }
    #expect(entries == expected)
  }

  @Test(
    "Prose in a comment is no attribute",
    arguments: [
      "", "  ", "Please add items here", "Note: do this; then that", "see https://example.com", "https://example.com",
      "1: one", "-id", "(optional)", "add, remove",
    ])
  func prose(text: String) throws {
    #expect(try AttributeText.parse(text) == nil)
  }

  @Test(
    "A comment with a key of ours has to be wholly readable",
    arguments: [
      ("id: x; what is this", AttributeProblem.notAKey("what is this")),
      (#"value: "no end"#, .quoteNotClosed(key: "value")),
      (#"value: "a" b"#, .textAfterQuote(key: "value")),
      (#"value: say "hi""#, .quoteInBareValue(key: "value")),
    ])
  func broken(text: String, problem: AttributeProblem) {
    #expect(throws: problem) { try AttributeText.parse(text) }
  }

  @Test("What is written is read back as it was, and never ends the comment")
  func roundTrip() throws {
    var dice = Dice(state: 7)
    let alphabet = [";", "\"", "\\", "-", "--", " ", "a", "=", ":", ">", "<!", "é", "'", "-\u{34D}"]
    for _ in 0..<3000 {
      let value = (0..<Int.random(in: 0...8, using: &dice)).map { _ in dice.pick(alphabet) }.joined()
      let text = AttributeEntry(key: "value", value: value).text
      let comment = "- [ ] step <!-- \(text); killer -->\n"
      #expect(!text.unicodeScalars.map(String.init).joined(separator: "|").contains("-|-"))
      #expect(try AttributeText.parse(text)?.map(\.value) == [value], "\(text)")
      let own = try ChecklistDocument.read(comment).parsedSteps[0].ownAttributes
      #expect(own.isKiller && own.value == (value.isEmpty ? "value" : value), "\(comment)")
    }
  }
}
