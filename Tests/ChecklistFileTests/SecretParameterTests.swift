import Domain
import Testing

@testable import ChecklistFile

@Suite("Secret parameters")
struct SecretParameterTests {
  private static let front = "---\nparameters:\n  - name: token\n    secret: true\n  - name: host\n---\n"

  private func parameter(_ lines: String) throws -> Parameter {
    let text = "---\nparameters:\n  - name: token\n\(lines)---\n- [ ] a b\n"
    return try #require(ChecklistDocument.read(text).settings.parameters.first)
  }

  @Test("They are typed, or a command prints them")
  func sources() throws {
    #expect(try parameter("    secret: true\n").secret == .prompt)
    #expect(try parameter("    secret: false\n").secret == nil)
    #expect(try parameter("    from: vault read -field=x kv/x\n").secret == .command("vault read -field=x kv/x"))
    #expect(try parameter("    secret: true\n    from: pass show x\n").secret == .command("pass show x"))
  }

  @Test(
    "What would keep or tell a secret is an error with its line",
    arguments: [
      ("    secret: maybe\n", "4: `secret` is \"maybe\", not true or false"),
      ("    secret: true\n    default: x\n", "5: the secret \"token\" has a `default`, which would stand in the file"),
      ("    from: x\n    pattern: ^a$\n", "5: the secret \"token\" has a `pattern`"),
      ("    secret: false\n    from: x\n", "5: \"token\" has a `from`, and says that it is no secret"),
      ("    from: '  '\n", "4: `from` is \"  \", not a command that prints the secret"),
    ])
  func wrong(lines: String, message: String) throws {
    let error = #expect(throws: ChecklistFileError.self) { try parameter(lines) }
    #expect(error?.description.hasPrefix("release.md:\(message)") == true, "\(error?.description ?? "")")
  }

  @Test(
    "Text is kept, so that no secret stands in it; nor does one decide about a step",
    arguments: [
      (
        "- [ ] log in with {{token}}\n", "8: {{token}} is a secret, and stands outside of the fences that a shell reads"
      ),
      ("- [ ] a b\n\n  With {{ token }}.\n", "10: {{token}} is a secret"),
      ("- [ ] a b\n\n  > ```sh\n  > echo {{token}}\n  > ```\n", "11: {{token}} is a secret"),
      ("- [ ] a b\n  ```sh {\"name\":\"{{token}}\"}\n  x\n  ```\n", "9: {{token}} is a secret"),
      ("- [ ] a b <!-- value: {{token}} -->\n", "8: {{token}} is a secret"),
      ("- [ ] a b <!-- total: {{token}} -->\n", "8: {{token}} is a secret"),
      ("## Use {{token}}\n- [ ] a b\n", "8: {{token}} is a secret"),
      ("- [ ] a b\n\n## Rollback\nWith\n{{token}}.\n", "12: {{token}} is a secret"),
      ("- [ ] a b <!-- if: token = x -->\n", "8: `if` names \"token\", a secret, whose value no run keeps"),
      (
        "- [ ] a b\n  ```yaml\n  {{token}}\n  ```\n",
        "10: {{token}} stands in a fence of \"yaml\", which no shell reads"
      ),
    ])
  func inText(body: String, message: String) throws {
    let text = Self.front + "\n" + body
    let error = #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read(text) }
    #expect(error?.description.hasPrefix("release.md:\(message)") == true, "\(error?.description ?? "")")
  }

  @Test("No run is asked for one, and none is taken")
  func validated() throws {
    let declared = [Parameter(name: "token", secret: .prompt), Parameter(name: "host")]
    #expect(try ParameterText.validated(["host": "a"], against: declared) == ["host": "a"])
    #expect(throws: ParameterError.secretGiven(name: "token")) {
      try ParameterText.validated(["host": "a", "token": "hunter2"], against: declared)
    }
    #expect(!"\(ParameterError.secretGiven(name: "token"))".contains("hunter2"))
  }

  @Test("A command has it as a variable though no run has a value, and a copied one complains where it is not set")
  func variables() throws {
    let text = Self.front + "- [ ] a b\n  ```sh\n  curl -H \"Bearer {{token}}\" {{host}} {{other}}\n  ```\n"
    let withoutOther = text.replacing(" {{other}}", with: "")
    let step = try #require(ChecklistDocument.read(withoutOther).steps().first)
    let filled = ParameterText.filled(step, with: ["host": "h"], secrets: ["token"])
    #expect(filled.fences[0].code == "curl -H \"Bearer ${token}\" ${host}")
    #expect(filled.body == "```sh\ncurl -H \"Bearer ${token}\" ${host}\n```")
    #expect(
      MarkdownPage(step.body).filled(with: ["host": "h"], secrets: ["token"]).blocks
        == [.code(language: "sh", "curl -H \"Bearer ${token}\" ${host}")])
    #expect(
      try ParameterText.command(for: step, values: ["host": "h"], secrets: ["token"])
        == ": \"${token:?a secret: set it first}\"\nhost='h'\ncurl -H \"Bearer ${token}\" ${host}")
  }
}
