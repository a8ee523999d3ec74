import Domain
import Terminal
import Testing

@testable import TUI

@Suite("What the keys do to a step")
struct StepTests {
  private func open(_ who: Handle = "ana", _ change: (inout Run) throws -> Void = { _ in }) throws -> Driver {
    var run = try Run.begun()
    try change(&run)
    return Driver.onRun(FakeStore(run), as: who)
  }

  private func atDeploy(_ who: Handle = "ana", _ change: (inout Run) throws -> Void = { _ in }) throws -> Driver {
    try open(who) { run in
      try run.tick("announce", "manifests", "jump")
      try change(&run)
    }
  }

  private func state(_ driver: Driver, _ step: StepID) -> StepState? { driver.store.run()?.progress(of: step).state }

  @Test("Space marks the step done, and the selection goes on to the next")
  func done() throws {
    let driver = try open()
    driver.press("Space")
    #expect(state(driver, "announce") == .done)
    #expect(driver.line("Tell the operations").hasPrefix("✔"))
    #expect(driver.text.contains("2 of 11"))
    driver.press("Space", "Space")
    #expect(driver.store.run()?.progress.entered.contains(.during) == true)
  }

  @Test("A step that is being written says so, and takes no second key until the answer is there")
  func pending() throws {
    let driver = try open()
    driver.isHolding = true
    driver.press("Space")
    #expect(driver.line("Tell the operations").hasPrefix("…"))
    driver.press("Space")
    #expect(driver.text.contains("still being written"))
    #expect(driver.held.count == 1)
    driver.releaseAll()
    #expect(driver.line("Tell the operations").hasPrefix("✔"))
    #expect(driver.store.run()?.entries.filter { $0.kind == .done }.count == 1)
  }

  @Test("A step that asks for a value is asked for it, and takes no empty one")
  func value() throws {
    let driver = try atDeploy()
    driver.press("Space")
    #expect(driver.text.contains("Record: updated; failed"))
    driver.press("Enter")
    #expect(driver.text.contains("the step asks for a value"))
    driver.type("95 updated, 0 failed")
    driver.press("Enter")
    #expect(driver.store.run()?.progress(of: "deploy").lastAttempt?.value == "95 updated, 0 failed")
    #expect(driver.text.contains("waits for bo to confirm"))
  }

  @Test("x asks why, and the failure stays in sight when the step is tried again")
  func failedAndAgain() throws {
    let driver = try open()
    driver.press("x")
    driver.type("port 34567 in use")
    driver.press("Enter")
    #expect(state(driver, "announce") == .failed)
    #expect(driver.line("port 34567").hasPrefix("✖ failed"))
    driver.press("s")
    #expect(state(driver, "announce") == .started)
    driver.press("Space")
    #expect(state(driver, "announce") == .done)
    #expect(driver.line("1st:").contains("port 34567 in use"))
    #expect(driver.line("Tell the operations").contains("2nd ana"))
  }

  @Test("A reason can be owed with Tab, R gives it, and finishing waits for it")
  func owed() throws {
    let driver = try open()
    driver.press("x", "Tab")
    #expect(driver.store.run()?.progress(of: "announce").owedReasons.count == 1)
    #expect(driver.text.contains("a reason is owed: R gives it"))
    driver.press("R")
    driver.type("it was late")
    driver.press("Enter")
    #expect(driver.store.run()?.progress(of: "announce").lastAttempt?.reason == "it was late")
    #expect(!driver.text.contains("is owed"))
    driver.press("R")
    #expect(driver.text.contains("no reason is owed"))
  }

  @Test("Tab does not throw a typed reason away")
  func owedAfterTyping() throws {
    let driver = try open()
    driver.press("x")
    driver.type("why")
    driver.press("Tab")
    #expect(driver.text.contains("a reason is typed"))
    #expect(driver.text.contains("> why"))
  }

  @Test(
    "The other outcomes each have a key and a place in the menu",
    arguments: [
      ("S", StepState.skipped), ("N", .notApplicable), ("D", .deferred), ("O", .overridden),
    ])
  func others(key: String, outcome: StepState) throws {
    for keys in [[key], ["o", key]] {
      let driver = try open()
      for key in keys { driver.press(key) }
      driver.press("Enter")
      #expect(driver.text.contains("a reason is needed"))
      driver.type("as agreed")
      driver.press("Enter")
      #expect(state(driver, "announce") == outcome)
      #expect(driver.line("as agreed").contains(outcome.rawValue))
    }
  }

  @Test("w withdraws the last entry with a reason; u says so and does nothing")
  func withdraw() throws {
    let driver = try open()
    driver.press("Space", "k", "u")
    #expect(driver.text.contains("w withdraws"))
    driver.press("w")
    #expect(driver.text.contains("This takes back: done, ana 09:40"))
    driver.type("wrong line")
    driver.press("Enter")
    #expect(state(driver, "announce") == .open)
    driver.press("Enter")
    #expect(driver.text.contains("withdrew an entry: wrong line"))
  }

  @Test("t ticks a step with all plain steps under it")
  func tickAll() throws {
    let driver = try atDeploy()
    driver.press("j", "j", "Space")
    #expect(driver.words.contains("t ticks those that are plain"))
    driver.press("t")
    #expect(["runners", "zone1", "zone2"].map { state(driver, $0) } == [.done, .done, .done])
  }

  @Test("What a rule refuses is said in its words, and ! does it with a reason")
  func overrideRule() throws {
    let driver = try atDeploy()
    driver.press("j", "s", "Space")
    #expect(driver.text.contains("has to wait another 15m"))
    #expect(driver.footer.contains("! override"))
    driver.press("!")
    #expect(driver.text.contains("stays on the run's record"))
    driver.type("the dashboard is down")
    driver.press("Enter")
    #expect(state(driver, "settle") == .done)
    driver.press("!")
    #expect(driver.words.contains("no rule has refused anything"))
  }

  @Test("Esc keeps what was typed until the screen is left")
  func draft() throws {
    let driver = try open()
    driver.press("c")
    driver.type("half a no")
    driver.press("Esc", "j", "k", "c")
    #expect(driver.text.contains("> half a no"))
    driver.type("te")
    driver.press("Enter")
    #expect(driver.store.run()?.entries.last?.value == "half a note")
    driver.press("c")
    driver.type("lost")
    driver.press("Esc", "Esc", "Enter", "c")
    #expect(!driver.text.contains("> lost"))
  }

  @Test("What a refused write was typed for comes back with its text")
  func refusedDraft() throws {
    let driver = try open()
    driver.press("x")
    driver.type("a long story")
    try driver.store.with { world in try world.runs[RunNumber(42)]?.act(.pause(reason: nil), by: "bo") }
    driver.press("Enter")
    #expect(driver.text.contains("the run is paused"))
    driver.press("p", "x")
    #expect(driver.text.contains("> a long story"))
  }

  @Test("A pasted text becomes one line, and long input scrolls with the cursor in sight")
  func paste() throws {
    let driver = try open()
    driver.press("c")
    driver.send(.paste("one\r\ntwo\n\n\u{1B}[31mthree\tfour"))
    #expect(driver.text.contains("> one two [31mthree four"))
    driver.type(String(repeating: "long ", count: 60) + "end")
    #expect(driver.line("end").hasPrefix("> ←"))
    #expect(driver.screen.cursor.map { $0.x < 80 } == true)
    driver.press("Home")
    #expect(driver.text.contains("> one two"))
    driver.press("^U", "^K")
    #expect(driver.line("> ") == ">" || driver.line(" >").contains(">"))
  }

  @Test("Notes go on the step or on the run")
  func notes() throws {
    let driver = try open()
    driver.press("c")
    driver.type("on the step")
    driver.press("Enter", "C")
    driver.type("on the run")
    driver.press("Enter")
    #expect(driver.store.run()?.entries.suffix(2).map(\.step) == ["announce", nil])
    driver.press("Enter")
    #expect(driver.text.contains("ana 09:40: on the step"))
    driver.press("b")
    #expect(driver.text.contains("note by ana 09:40: on the run"))
  }

  @Test("y copies the command with the run's values, and Y shows it with nothing around it")
  func copy() throws {
    let driver = try atDeploy()
    driver.press("y")
    let command = "version='v205'\nbosh -n deploy cf.yml -v ${version}"
    #expect(driver.requests == [.copy(command)])
    #expect(driver.text.contains("copied"))
    driver.press("Y")
    #expect(driver.requests.last == .mouse(false))
    #expect(driver.lines.prefix(2) == ["version='v205'", "bosh -n deploy cf.yml -v ${version}"])
    #expect(driver.lines.dropFirst(2).allSatisfy { $0.isEmpty })
    driver.press("Esc")
    #expect(driver.requests.last == .mouse(true))
    driver.press("j", "y")
    #expect(driver.text.contains("the step has no command"))
  }

  @Test("a keeps a file with the step; a missing one says so and the path is not lost")
  func attach() throws {
    let driver = try open()
    driver.press("a")
    driver.type("/tmp/missing.log")
    driver.press("Enter")
    #expect(driver.text.contains("there is no such file"))
    driver.press("a", "^W")
    driver.type("/tmp/smoke.log")
    driver.press("Enter", "Enter")
    #expect(driver.store.run()?.entries.last?.evidence?.name == "/tmp/smoke.log")
    #expect(driver.text.contains("attached /tmp/smoke.log"))
  }

  @Test("A step of a section that has not begun says how to enter it, and e does with a reason")
  func enter() throws {
    let driver = try open()
    driver.press("j", "j", "Space")
    #expect(driver.words.contains("e enters it, with a reason"))
    driver.press("e")
    #expect(driver.text.contains("steps 1, 2 are not settled"))
    driver.type("the window closes")
    driver.press("Enter", "Space")
    #expect(state(driver, "jump") == .done)
  }

  @Test("A step that the run's parameters do not call for says why")
  func condition() throws {
    let driver = try atDeploy()
    driver.press("G", "k", "k", "Space")
    #expect(driver.text.contains("only for runs with zone = eu"))
  }

  @Test(". goes to where work goes on")
  func next() throws {
    let driver = try atDeploy()
    driver.press("G", ".")
    #expect(driver.text.contains("4 of 11"))
  }
}
