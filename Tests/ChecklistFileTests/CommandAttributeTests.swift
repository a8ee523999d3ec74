import Domain
import Testing

@testable import ChecklistFile

@Suite("Attributes of steps that run")
struct CommandAttributeTests {
  private let check =
    #"mode: check; matches: "^ok; \"up\"$"; timeout: 90s; attempts: 5; progress: (\d+)/(\d+); total: {{n}}"#

  @Test("They are read, written as they were, and put in order after the mode")
  func read() throws {
    let front = "---\nparameters:\n  - name: n\n---\n"
    let document = try ChecklistDocument.read(
      front + "- [ ] a b <!-- total: {{n}}; role: x; attempts: 5; mode: check -->\n")
    #expect(document.parsedSteps[0].attributes.attempts == 5)
    #expect(try document.formatted().text.hasSuffix("<!-- role: x; mode: check; attempts: 5; total: {{n}} -->\n"))
    let all = try ChecklistDocument.read(front + "- [ ] a b <!-- \(check) -->\n")
    let attributes = all.parsedSteps[0].attributes
    #expect(attributes.matches == #"^ok; "up"$"# && attributes.timeout == .seconds(90) && attributes.attempts == 5)
    #expect(attributes.progress == #"(\d+)/(\d+)"# && attributes.total == "{{n}}" && attributes.mode == "check")
    #expect(try all.formatted().text == all.text)
    #expect(attributes.entries.map(\.text).joined(separator: "; ") == check.replacing("90s", with: "1m30s"))
  }

  @Test("A heading's go to the steps under it, which may have others")
  func headings() throws {
    let document = try ChecklistDocument.read(
      "## Post <!-- mode: check; timeout: 1m; attempts: 3 -->\n- [ ] a b <!-- attempts: 1 -->\n- [ ] c d\n")
    #expect(document.parsedSteps.map(\.attributes.attempts) == [1, 3])
    #expect(document.parsedSteps.allSatisfy { $0.attributes.timeout == .seconds(60) && $0.attributes.mode == "check" })
  }

  @Test(
    "A value that can't be is an error with its line",
    arguments: [
      ("matches: (", "`matches` is \"(\", not a regular expression; correct"),
      ("progress: [a", "`progress` is \"[a\", not a regular expression"),
      ("matches", "`matches` is \"\", not a regular"),
      ("attempts: 0", "`attempts` is \"0\", not a whole number from 1 to 20"), ("attempts: 21", "`attempts` is \"21\""),
      ("attempts: two", "`attempts` is \"two\""), ("timeout: 0s", "`timeout` is \"0s\", not a duration above zero"),
      ("timeout: soon", "`timeout` is \"soon\""), ("total: many", "`total` is \"many\", not a whole number, or a text"),
      ("total: 0", "`total` is \"0\""),
    ])
  func errors(attribute: String, message: String) throws {
    let text = "## Pre\n- [ ] a b <!-- \(attribute) -->\n"
    let error = #expect(throws: ChecklistFileError.self) { try ChecklistDocument.read(text) }
    #expect(error?.description.hasPrefix("release.md:2: \(message)") == true, "\(error?.description ?? "")")
  }

  @Test(
    "Making a check of a step is an edit like any other: set, changed, taken away, and a clash with somebody else's")
  func fold() throws {
    let text = "- [ ] Look at the canary\n  ```sh\n  curl canary\n  ```\n"
    var page = try FoldedPage(.sample(of: try ChecklistDocument.read(text)))
    let id = page.ids[0]
    try page.apply(.set(id, key: "mode", value: "check"))
    try page.apply(.set(id, key: "matches", value: #"^{"up":"yes"};"#))
    try page.apply(.set(id, key: "timeout", value: "90s"))
    #expect(
      page.document.text
        == text.replacing(
          "canary\n  ```sh",
          with: #"canary <!-- mode: check; matches: "^{\"up\":\"yes\"};"; timeout: 90s -->"# + "\n  ```sh"))
    #expect(page.steps[0].mode == .check && page.steps[0].attributes.matches == #"^{"up":"yes"};"#)
    #expect(throws: ChecklistEditError.unusableValue(key: "matches", value: "(")) {
      try page.apply(.set(id, key: "matches", value: "("))
    }
    let now = page.steps
    try page.apply(.unset(id, key: "matches"))
    #expect(page.steps[0].attributes.matches == nil)
    let other = ProposedEdit.set(id, key: "timeout", value: "2m")
    #expect(
      other.conflict(from: page.steps, to: now.map { changed($0, .seconds(300)) })
        == .changed(id, .attribute("timeout"), .init(then: "1m30s", now: "5m", proposed: "2m")))
    #expect(other.conflict(from: page.steps, to: now.map { changed($0, .seconds(120)) }) == nil)
  }

  private func changed(_ step: Step, _ timeout: Duration) -> Step {
    var attributes = step.attributes
    attributes.timeout = timeout
    return step.with(attributes: attributes)
  }
}
