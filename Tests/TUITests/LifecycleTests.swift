import Domain
import Terminal
import Testing

@testable import TUI

@Suite("A run from its beginning to its end")
struct LifecycleTests {
  private func open(_ who: Handle = "ana", _ change: (inout Run) throws -> Void = { _ in }) throws -> Driver {
    var run = try Run.begun()
    try change(&run)
    return Driver.onRun(FakeStore(run), as: who)
  }

  @Test("p pauses, says so, refuses work, and resumes")
  func pause() throws {
    let driver = try open()
    driver.press("p")
    driver.type("fire alarm")
    driver.press("Enter")
    #expect(driver.lines[1].contains("PAUSED"))
    driver.press("Space")
    #expect(driver.text.contains("p resumes it"))
    driver.press("p")
    #expect(driver.store.run()?.state == .running)
  }

  @Test("F says what is unsettled; when nothing is, it asks with the exceptions and finishes")
  func finish() throws {
    let driver = try open()
    driver.press("F")
    #expect(driver.text.contains("steps 1, 2 are not settled"))
    try driver.store.with { world in
      let steps =
        ["announce", "manifests", "jump", "deploy", "settle", "zone1", "zone2", "runners", "publish"] as [StepID]
      for step in steps {
        try world.runs[RunNumber(42)]?.act(.settle(step, Settlement(.skipped, reason: .given("drill"))))
        if step == "deploy" { try world.runs[RunNumber(42)]?.act(.confirm(step), by: "bo") }
      }
    }
    driver.notice()
    #expect(driver.footer.contains("F finish"))
    driver.press("F")
    #expect(driver.text.contains("Tell the operations channel: skipped"))
    driver.press("Enter")
    #expect(driver.store.run()?.state == .running)
    driver.press("F", "y")
    #expect(driver.store.run()?.state == .completed)
    driver.press("Space")
    #expect(driver.text.contains("the run is over (completed)"))
    driver.press("B")
    driver.type("customers saw errors")
    driver.press("Enter", "y")
    #expect(driver.store.run()?.state == .rolledBack)
  }

  @Test("A asks why and then whether; no keeps the reason")
  func abort() throws {
    let driver = try open()
    driver.press("A")
    driver.type("wrong artifact")
    driver.press("Enter", "Enter")
    #expect(driver.store.run()?.state == .running)
    driver.press("A")
    #expect(driver.text.contains("> wrong artifact"))
    driver.press("Enter", "Tab", "Enter")
    #expect(driver.store.run()?.state == .aborted)
  }

  @Test("B shows what prompts a rollback, once something is deployed, and enters it")
  func rollBack() throws {
    let driver = try open { run in
      try run.tick("announce", "manifests", "jump")
    }
    driver.press("B")
    #expect(driver.text.contains("nothing is deployed yet"))
    driver.press("x")
    #expect(driver.text.contains("What prompts a rollback: Roll back when more than one runner fails."))
    driver.type("two runners failed")
    driver.press("Enter")
    #expect(driver.text.contains("step 4 failed: roll back?"))
    driver.press("B")
    driver.type("two runners")
    driver.press("Enter", "y")
    #expect(driver.store.run()?.progress.entered.contains(.rollback) == true)
    driver.press("G")
    #expect(driver.text.contains("Deploy the previous manifest"))
  }

  @Test("Past a point of no return, rolling back warns that the way is forward")
  func noReturn() throws {
    var run = try Run.begun(
      .sample([
        .line("deploy", .during) {
          $0.deploys = true
          $0.isNoReturn = true
        }, .line("check", .post), .line("back", .rollback),
      ]))
    try run.tick("deploy")
    let driver = Driver.onRun(FakeStore(run))
    driver.press("B")
    #expect(driver.text.contains("The way is forward."))
    driver.type("all apps are down")
    driver.press("Enter")
    #expect(driver.text.contains("was a point of no return"))
    driver.press("y")
    #expect(driver.store.run()?.progress.entered.contains(.rollback) == true)
    #expect(driver.text.contains("1 rule overridden"))
  }

  @Test("A planned run is begun with s, past the rules with !, and cancelled with A")
  func planned() throws {
    let store = FakeStore(try Run.planned())
    store.change { $0.obstacles = [Obstacle(.freeze, "production is frozen")] }
    let driver = Driver.onRun(store)
    #expect(driver.lines[0].contains("planned for 2026-12-07 10:30"))
    driver.press("Space")
    #expect(driver.text.contains("s begins it"))
    driver.press("s")
    #expect(driver.text.contains("It is planned for 2026-12-07 10:30."))
    driver.press("y")
    #expect(driver.text.contains("production is frozen"))
    driver.press("!")
    driver.type("incident 9")
    driver.press("Enter")
    #expect(store.run()?.state == .running)
    let other = FakeStore(try Run.planned())
    let second = Driver.onRun(other)
    second.press("A")
    second.type("not needed")
    second.press("Enter", "y")
    #expect(other.run()?.state == .cancelled)
  }
}
