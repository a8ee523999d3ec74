import ChecklistFile
import Domain
import Store
import Testing

@testable import TUI

@Suite("An attribute that is typed for a redline")
struct AttributeLineTests {
  private static func step(_ attributes: StepAttributes = StepAttributes(), isCommand: Bool = true) -> Step {
    Step(
      id: "smoke", number: 1, section: .post, text: "Smoke",
      fences: isCommand ? [Fence(language: "sh", code: "x")] : [],
      attributes: attributes)
  }

  @Test(
    "A step's mode and what belongs to it can be set, each as it has to be",
    arguments: [
      ("mode: check", nil), ("mode: fast", "mode is one of manual, assisted, check"), ("timeout: 10m", nil),
      ("timeout: soon", "timeout is a time such as 90s, 15m, 1h30m"), ("matches: ^ok$", nil),
      ("matches: (", "matches is a regular expression, as in ^status: ok$"), ("progress: (\\d+)/(\\d+)", nil),
      ("progress: [", "progress is a regular expression, as in ^status: ok$"), ("attempts: 20", nil),
      ("attempts: 21", "attempts is a whole number from 1 to 20"), ("total: {{runners}}", nil),
      ("total: many", "total is a number, or {{a parameter}}"), ("attempts", "attempts: what?"),
      ("no mode", "it has no mode"),
    ] as [(String, String?)])
  func complaints(line: String, complaint: String?) {
    #expect(AttributeLine(line).complaint(on: Self.step()) == complaint)
  }

  @Test("A step without a command can't be made a check")
  func withoutCommand() {
    let step = Self.step(isCommand: false)
    #expect(AttributeLine("mode: check").complaint(on: step) == "it has no command: mode check needs a fence")
    #expect(AttributeLine("mode: manual").complaint(on: step) == nil)
  }

  @Test("What it says already is no edit, and what it has can be taken away")
  func same() {
    let step = Self.step(StepAttributes(mode: "check", attempts: 5))
    #expect(AttributeLine("attempts: 5").complaint(on: step) == "that is what it says")
    #expect(AttributeLine("no mode").complaint(on: step) == nil)
    #expect(AttributeLine("no mode").edit(of: "smoke") == .unset("smoke", key: "mode"))
    #expect(AttributeLine.suggestions(for: step).contains("attempts: 5"))
  }

  @Test("The form that starts a run does not ask for a secret")
  func startForm() {
    var page = StartPage(version: .deploy, teams: [Team(name: TeamName("platform"))], people: [])
    page.version.settings.parameters.append(Parameter(name: "token", secret: .prompt))
    let fields = StartFields(page, me: "ana", now: .t0).fields.map(\.label)
    #expect(fields.contains("version") && !fields.contains("token"))
  }
}
