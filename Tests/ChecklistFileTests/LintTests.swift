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
      (
        "---\nparameters:\n  - name: zone\n  - name: key\n    from: vault read {{zone}}/key\n---\n"
          + "## Pre\n- [ ] a b\n  ```sh\n  echo {{key}}\n  ```\n",
        "4 unfilled-placeholder"
      ),
      ("## Pre\n- [ ] a b <!-- mode: check -->\n", "2 mode-without-command"),
      ("## Pre\n- [ ] a b <!-- mode: assisted -->\n  ```yaml\n  x\n  ```\n", "2 mode-without-command"),
      ("## Pre\n- [ ] a b <!-- mode: manual; timeout: 5m -->\n  ```sh\n  x\n  ```\n", "2 idle-attribute"),
      ("## Pre\n- [ ] a b <!-- matches: ok -->\n  ```sh\n  x\n  ```\n", "2 idle-attribute"),
      ("## Pre\n- [ ] a b <!-- attempts: 2 -->\n  ```sh\n  x\n  ```\n", "2 idle-attribute"),
      ("## Pre\n- [ ] a b <!-- progress: (.*) -->\n", "2 idle-attribute"),
      ("## Pre\n- [ ] a b <!-- total: 95 -->\n  ```sh\n  x\n  ```\n", "2 idle-attribute"),
      (
        "## Pre\n- [ ] a b <!-- mode: check; total: {{n}}; progress: x -->\n  ```sh\n  x\n  ```\n",
        "2 unknown-placeholder"
      ),
      ("## Pre\n- [ ] a b\n  ```sh {what}\n  x\n  ```\n", "3 unread-info"),
      ("## Pre\n- [ ] a b\n  ```sh {interpreter='bash -l'}\n  x\n  ```\n", "3 unread-info"),
    ])
  func rules(text: String, finding: String) { #expect(findings(text) == [finding]) }

  @Test("A variable in the command of a secret uses its parameter", arguments: ["$zone/key", "${zone}", "${zone:-z1}"])
  func variables(in command: String) {
    let page = """
      ---
      parameters:
        - name: zone
        - name: key
          from: vault read "\(command)"
      ---
      ## Pre
      - [ ] a b
        ```sh
        echo {{key}}
        ```
      """
    #expect(findings(page + "\n") == [])
  }

  private func evaluated(_ code: String) -> [String] {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
    return findings("---\nparameters:\n  - name: v\n---\n## Pre\n- [ ] a b\n  ```sh\n\(lines)  ```\n")
  }

  @Test(
    "A value that a shell would read as code again is named",
    arguments: [
      "eval \"x {{v}}\"", "sh -c \"echo {{v}}\"", "sudo -u vcap bash -lc \"echo {{v}}\"", "A=b eval {{v}}",
      "ssh -i key host \"restart {{v}}\"", "ssh host restart {{v}}", "bosh -d cf ssh router/0 -c \"restart {{v}}\"",
      "echo $((1 + {{v}}))", "x=$(ssh host {{v}})", "if eval {{v}}; then :; fi", "a | xargs sh -c \"x {{v}}\"",
      "echo \"$(eval {{v}})\"", "kubectl exec p -- sh -c \"x {{v}}\"", "let x={{v}}", "/bin/sh -c {{v}}",
    ])
  func evaluated(code: String) { #expect(evaluated(code) == ["8 evaluated-parameter"], "\(code)") }

  @Test("What a here-document gives to a shell is code as well, in its own line")
  func document() {
    #expect(evaluated("ssh host <<EOF\nfirst\nrestart {{v}}\nEOF\necho {{v}}") == ["10 evaluated-parameter"])
    #expect(
      evaluated("bash <<-EOF\n\tx {{v}}\n\tEOF\neval {{v}}") == ["9 evaluated-parameter", "11 evaluated-parameter"])
    #expect(evaluated("cat <<EOF\n{{v}}\nEOF").isEmpty)
  }

  @Test(
    "As an argument a value is data, and is not complained about",
    arguments: [
      "echo {{v}}", "ssh {{v}} uptime", "ssh -p {{v}} host uptime", "sh script {{v}}", "sh -c 'echo \"$1\"' sh {{v}}",
      "# eval {{v}}", "echo eval {{v}}", "ssh host uptime; echo {{v}}", "ssh host uptime\necho {{v}}",
      "grep -c {{v}} file", "bosh -d {{v}} ssh router/0", "echo $(date) {{v}}", "echo \"$((1 + 2)) {{v}}\"",
      "curl -c jar {{v}}", "eval x\necho {{v}}", "bosh deploy -v v={{v}}", "psql -c \"select 1\" {{v}}",
    ])
  func data(code: String) { #expect(evaluated(code).isEmpty, "\(code)") }

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
