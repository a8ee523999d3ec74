import Testing

@testable import ChecklistFile

@Suite("Lint")
struct LintTests {
  private func findings(_ text: String) -> [String] {
    Lint.findings(bytes: Array(text.utf8), fileName: "r.md").map { "\($0.line) \($0.rule.rawValue)" }
  }

  @Test("The format's own example has nothing wrong with it")
  func clean() { #expect(findings(Samples.release).isEmpty) }

  @Test(
    "Each rule names the line",
    arguments: [
      ("## Pre\n- [ ] check everything\n", "2 vague-step"), ("## Pre\n- [ ] TODO: write this\n", "2 vague-step"),
      ("## Pre\n- [ ] logs, graphs, etc.\n", "2 vague-step"), ("## Pre\n- [ ] Deploy\n", "2 vague-step"),
      ("## Pre\n- [ ] a b\n- [ ] \n", "3 empty-step"), ("## Pre\n- [ ] a b\n- [X] c d\n", "3 ticked-box"),
      ("## Pre\n- [ ] a b\n- [ ] c d\n- [ ] a b\n", "4 same-text"),
      ("## Pre\n- [ ] a b <!-- id: 7 -->\n", "2 numeric-id"),
      ("## Pre\n- [ ] a b <!-- id: x -->\n- [ ] a b <!-- id: x -->\n", "3 duplicate-id"),
      ("## Pre\n\nno steps\n", "3 unreadable"),
      ("- [ ] a b\n", "1 guessed-section"), ("# T\n\n## Databases\n- [ ] a b\n- [ ] c d\n", "3 guessed-section"),
      ("## Pre\n- [ ] a b <!-- deploys -->\n", "2 no-rollback"),
      ("---\ndeploy: x\n---\n## Pre\n- [ ] a b\n## Rollback\n- [ ] c d\n", "5 no-deploys-step"),
      ("## Pre\n- [ ] a b <!-- kiler -->\n", "2 unknown-attribute"),
      ("## Pre <!-- owner: x -->\n- [ ] a b\n", "1 unknown-attribute"),
      ("## Pre\n- [ ] a b <!-- mode: fast -->\n", "2 unknown-mode"),
      ("## Pre\n- [ ] a b\n  <!-- killer -->\n", "3 stray-attributes"),
      ("## Pre\n- [ ] a b <!-- killer --> c\n", "2 stray-attributes"),
      ("## Pre\n- [ ] a {{ b }}\n", "2 unknown-placeholder"), ("## Pre\n- [ ] a b\n- [] c d\n", "3 missed-step"),
      ("## Pre\n- [ ] a b\n  -[ ] c\n", "3 missed-step"), ("## Pre\n- [ ] a b\n\n* [x]c\n", "4 missed-step"),
      ("## Pre\n- [ ] a b\n**After release**:\n- [ ] c d\n", "3 swallowed-heading"),
      ("---\nparameters:\n  - name: v\n---\n## Pre\n- [ ] a b\n", "3 unused-parameter"),
      ("---\nparameters:\n  - name: PATH\n---\n## Pre\n- [ ] a {{PATH}}\n", "3 reserved-parameter"),
      ("---\nparameters:\n  - name: v\n    pattern: a+\n---\n## Pre\n- [ ] a {{v}}\n", "3 pattern-not-anchored"),
      (
        "---\nparameters:\n  - name: v\n    pattern: ^a$\n    default: b\n---\n## Pre\n- [ ] a {{v}}\n",
        "3 default-fails-pattern"
      ),
      (
        "---\nparameters:\n  - name: v\n---\n## Pre\n- [ ] a b\n  ```sh\n  x\n  echo \"it's {{v}}\" '{{v}}'\n  ```\n",
        "9 quoted-parameter"
      ),
    ])
  func rules(text: String, finding: String) { #expect(findings(text) == [finding]) }

  @Test(
    "Links, code and comments are not missed steps",
    arguments: ["- [](x)", "- [x](y)", "- [x]: y", "```\n- [] a\n```", "<!--\n- [] a\n-->", "> - [] a"])
  func noSteps(text: String) { #expect(findings("## Pre\n- [ ] a b\n## Post\n\n\(text)\n").isEmpty) }

  @Test("More than nine killer steps in a section are too many")
  func killers() {
    let steps = (1...9).map { "- [ ] step \($0)\n" }.joined()
    #expect(findings("## Pre <!-- killer -->\n" + steps).isEmpty)
    #expect(findings("## Pre <!-- killer -->\n" + steps + "- [ ] one more\n") == ["11 too-many-killers"])
  }

  @Test("A rollback section or a rollback in words is enough")
  func rollback() {
    #expect(findings("## Pre\n- [ ] a b <!-- deploys -->\n## Rollback\nCall ana.\n").isEmpty)
  }

  @Test("A finding reads as file, line, rule, what and why")
  func text() {
    let finding = Lint.findings(bytes: Array("## Pre\n- [ ] a b <!-- kiler -->\n".utf8), fileName: "r.md")[0]
    #expect(
      finding.text
        == "r.md:2: unknown-attribute: there is no attribute `kiler`; did you mean `killer`? (it has no effect, and may be a misspelt one that should have)"
    )
  }
}
