import Testing

@testable import ChecklistFile

@Suite("What is wrong with a file")
struct FileErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var message: String
    var testDescription: String { message }
  }

  static let front = "---\nparameters:\n  - name: version\n---\n"

  @Test(
    "Every error names the file, the line, what is wrong and what to do",
    arguments: [
      Case(text: "# Title\n\nno steps\n", message: "release.md:3: there is no step in the file; write each"),
      Case(text: "", message: "release.md:1: there is no step in the file"),
      Case(text: "- [ ] a\n- [ ] b\u{0}\n", message: "release.md:2: there is a NUL byte"),
      Case(text: "---\ntitle: [a\n---\n- [ ] a\n", message: "release.md:3: the front matter is not YAML"),
      Case(text: "---\nlabels: a\ntitle: x: y\n---\n- [ ] a\n", message: "release.md:3: the front matter is not YAML"),
      Case(text: "---\ntitle: a\n- [ ] a\n", message: "release.md:1: the front matter has no end"),
      Case(
        text: "---\nname: x\nstart: Monday\n---\n- [ ] a\n",
        message: "release.md:3: `start` is \"Monday\", not days and"),
      Case(
        text: "---\n\nexpected: soon\n---\n- [ ] a\n", message: "release.md:3: `expected` is \"soon\", not a duration"),
      Case(
        text: "---\nchecklist: new release\n---\n- [ ] a\n", message: "release.md:2: `checklist` is \"new release\""),
      Case(text: "---\nteam: [a]\n---\n- [ ] a\n", message: "release.md:2: `team` is a list, not a text"),
      Case(text: "---\nenvironments: {a: b}\n---\n- [ ] a\n", message: "release.md:2: `environments` is a mapping"),
      Case(text: "---\nparameters: v\n---\n- [ ] a\n", message: "release.md:2: `parameters` is \"v\", not a list"),
      Case(
        text: "---\nparameters:\n  - name: a\n  - ask: b\n---\n- [ ] a\n",
        message: "release.md:4: a parameter has no name"),
      Case(text: "---\nparameters:\n  - name: 2nd\n---\n- [ ] a\n", message: "release.md:3: \"2nd\" can't name"),
      Case(
        text: "---\nparameters:\n  - name: a\n  - name: a\n---\n- [ ] a\n",
        message: "release.md:4: the parameter \"a\" is"),
      Case(
        text: "---\nparameters:\n  - name: a\n    pattern: '[a'\n---\n- [ ] a\n",
        message: "release.md:4: the pattern of \"a\" is not a regular expression: [a"),
      Case(
        text: "- [ ] a <!-- id: x -->\n\n- [ ] b <!-- id: x -->\n",
        message: "release.md:3: two steps have the id \"x\" (the other is in line 1); give one of them another id"),
      Case(text: "- [ ] a <!-- expect: soon -->\n", message: "release.md:1: `expect` is \"soon\", not a duration"),
      Case(text: "- [ ] a <!-- killer;\n  wait: x -->\n", message: "release.md:2: `wait` is \"x\", not a duration"),
      Case(text: "- [ ] a <!-- killer: yes -->\n", message: "release.md:1: `killer` takes no value"),
      Case(text: "- [ ] a <!-- killer; killer -->\n", message: "release.md:1: `killer` stands twice"),
      Case(text: "- [ ] a <!-- id: a b -->\n", message: "release.md:1: `id` is \"a b\", not a name"),
      Case(text: "- [ ] a <!-- role -->\n", message: "release.md:1: `role` is \"\", not a text"),
      Case(text: "- [ ] a <!-- value: \"x -->\n", message: "release.md:1: the quoted value of `value` has no end"),
      Case(text: "## Pre <!-- id: x -->\n- [ ] a\n", message: "release.md:1: a heading has an `id`"),
      Case(text: "- [ ] a <!-- if: env = prod -->\n", message: "release.md:1: `if` names the parameter \"env\""),
      Case(text: "- [ ] a <!-- if: env -->\n", message: "release.md:1: `if` is \"env\", not `name = value`"),
      Case(text: front + "- [ ] a\n- [ ] b {{verison}}\n", message: "release.md:6: {{verison}} is not a declared"),
      Case(
        text: front + "- [ ] a\n\n  ```sh\n  x\n  y {{other}}\n  ```\n", message: "release.md:9: {{other}} is not a"),
      Case(
        text: front + "- [ ] a\n  ```yaml\n  x\n  y: {{version}}\n  ```\n",
        message: "release.md:8: {{version}} stands in a fence of \"yaml\", which no shell reads"),
    ])
  func messages(each: Case) throws {
    let error = #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read(each.text) }
    let message = try #require(error).description
    #expect(message.hasPrefix(each.message), "\(message)")
    #expect(message.contains("; "))
  }

  @Test("A line that is not UTF-8 is named")
  func notUTF8() {
    let bytes = Array("- [ ] a\n- [ ] b\n".utf8) + [0xC3, 0x28, 0x0A]
    #expect(throws: ChecklistFileError(file: "x.md", line: 3, problem: .notUTF8)) {
      try ChecklistDocument(bytes: bytes, fileName: "x.md")
    }
  }

  @Test(
    "What looks like a mistake and is none is read",
    arguments: [
      "---\n\n- [ ] a rule at the top\n\n---\n\n- [ ] b\n",
      "---\nSome words\n---\n- [ ] a\n",
      "---\n---\n- [ ] a\n",
      "---\nname: x\nabout: y\ntitle: ''\nlabels: ''\nassignees: ''\n\n---\n\n- [ ] a\n",
      "---\nstart:\ndeploy: ~\n...\n- [ ] a\n",
      "- [ ] a {{ jinja }} {{end}}\n  ```yaml\n  x: {{ value }}\n  y: {{value}}\n  ```\n",
      "---\nparameters: [version]\n---\n- [ ] {{version}} {{ other }} ${{github}} {{end}}\n",
      "- [ ] a <!-- a comment of some words -->\n",
      "- [ ] a <!-- todo -->\n",
    ])
  func readable(text: String) throws {
    #expect(try !ChecklistDocument.read(text).parsedSteps.isEmpty)
  }

  @Test("A hostile front matter is refused or read, and never brings the program down")
  func hostileFrontMatter() {
    let deep = "---\ntitle: \(String(repeating: "[", count: 50_000))\n---\n- [ ] a\n"
    #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read(deep) }
    let closed = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read("---\ntitle: \(closed)\n---\n- [ ] a\n") }
    var laughs = "---\na: &a0 [x]\n"
    for level in 1...40 { laughs += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    laughs += "environments: *a40\n---\n- [ ] a\n"
    #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read(laughs) }
  }
}
