import Domain
import Testing

@testable import TUI

@Suite("A step's detail")
struct StepDetailTests {
  private func open(_ body: String, version: String = "v205", _ change: (inout Run) throws -> Void = { _ in }) throws
    -> Driver
  {
    let step = Step.line("deploy", .during, "Deploy **{{version}}** by `bosh`", body: body) {
      $0.isKiller = true
      $0.wait = .minutes(15)
      $0.condition = StepCondition(parameter: "version", isEqual: true, value: version)
    }
    let begun = try Run.begun(.sample([step]))
    var run = Run(
      number: begun.number, version: begun.version, team: begun.team, environment: begun.environment,
      artifact: begun.artifact, parameters: ["version": version], entries: begun.entries)
    try change(&run)
    let driver = Driver.onRun(FakeStore(run), as: "ana")
    driver.press("Enter")
    return driver
  }

  @Test("Markdown is shown as what it means")
  func markdown() throws {
    let driver = try open(
      "Do *not* trust\nthe `canary`:\n\n- [x] read\n- [ ] **write**\n\n> see [the manual](http://m)")
    #expect(driver.words.contains("Deploy v205 by bosh"))
    #expect(driver.words.contains("Do not trust the canary: ✔ read · write │ see the manual <http://m>"))
  }

  @Test("A value of the run is never taken for Markdown")
  func values() throws {
    let driver = try open("Pull {{version}} now.\n\n```sh\npull {{version}}\n```", version: "*v205*_x_`")
    #expect(driver.words.contains("Deploy *v205*_x_` by bosh"))
    #expect(driver.words.contains("Pull *v205*_x_` now."))
    #expect(driver.text.contains("│ pull ${version}"))
  }

  @Test("What the step asks for and its last attempt stand right under its text, above the prose")
  func facts() throws {
    let driver = try open("Prose.") { run in
      try run.act(.start("deploy"))
      try run.act(.settle("deploy", Settlement(.failed, reason: .given("port in use"))), at: 4)
      try run.act(.start("deploy"), at: 5)
    }
    #expect(driver.words.contains("by bosh ⚑ killer: takes two waits 15m 2nd ▶ ana 5m Prose."))
  }
}
