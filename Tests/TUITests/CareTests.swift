import Domain
import Store
import Terminal
import Testing

@testable import TUI

@Suite("What is typed fast, twice or too early does no harm")
struct CareTests {
  @Test("Keys typed behind a filter are for what it finds, and those behind G for the end")
  func filterThenEnter() throws {
    let store = FakeStore()
    for number in 1...300 {
      let run = try Run.begun(number: number)
      let copy = Run(
        number: run.number, version: run.version, team: run.team, environment: run.environment,
        artifact: Artifact(name: "cf-release", version: "v\(number)"), parameters: run.parameters, entries: run.entries)
      store.change { $0.runs[copy.number] = copy }
    }
    let driver = Driver(store)
    driver.press("g r")
    driver.isHolding = true
    driver.press("/")
    driver.type("@v7 ")
    driver.press("Backspace", "Enter", "Enter")
    driver.releaseAll()
    #expect(driver.lines[0].contains("RUN 79") || driver.lines[0].contains("RUN 7 "))
    driver.press("Esc", "Esc")
    driver.isHolding = true
    driver.press("G", "Enter")
    driver.releaseAll()
    #expect(driver.lines[0].contains("RUN 1 "))
  }

  @Test("A question that comes late does not lie over what one has begun meanwhile")
  func lateQuestion() throws {
    let real = try RealStore()
    try real.store.perform(EditPerson("oz") { $0.name = "Ozan" }, by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g p")
    driver.isHolding = true
    driver.press("u")
    driver.pass(.seconds(2))
    driver.press("n", "p")
    driver.isHolding = false
    while !driver.held.isEmpty { driver.release() }
    #expect(!driver.text.contains("Undo this?"))
    #expect(driver.lines[0].contains("A new person"))
  }

  @Test("What is being saved is not changed by what is typed meanwhile, and closes when it is written")
  func typingWhileSaving() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "n", "p")
    driver.type("zoe")
    driver.isHolding = true
    driver.press("^S")
    driver.type("x")
    #expect(driver.text.contains("being written"))
    driver.releaseAll()
    #expect(driver.text.contains("zoe was added"))
    #expect(driver.text.contains("team, person"))
    #expect(try real.store.read { try $0.people() }.contains { $0.handle == "zoe" })
  }

  @Test("Going elsewhere from a form in which something was typed asks; the form that starts a run keeps it")
  func leavingForms() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g p", "j", "Enter")
    driver.type("x")
    driver.run("go.runs")
    #expect(driver.text.contains("What was typed and not saved is lost."))
    driver.press("Enter")
    #expect(driver.lines[0].contains("Person ana"))
    driver.run("go.runs")
    driver.press("y")
    #expect(driver.app.rootName == RunsScreen.name)
    driver.press("g c", "n", "Tab")
    driver.type("cf@v9")
    driver.run("go.runs")
    #expect(driver.app.rootName == RunsScreen.name)
    driver.press("g c", "n")
    #expect(driver.text.contains("cf@v9"))
    driver.press("Esc", "q")
    #expect(driver.text.contains("What was typed and not sent is lost."))
  }

  @Test("u undoes at once only while that is offered; pressed twice it asks about the one before")
  func undoOnce() throws {
    let real = try RealStore()
    try real.store.perform(EditPerson("oz") { $0.name = "Ozan" }, by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g p", "n", "p")
    driver.type("zoe")
    driver.press("^S", "u", "u")
    #expect(driver.text.contains("Undo this?") && driver.text.contains("changed oz"))
    driver.press("Enter")
    #expect(try real.store.read { try $0.person("oz").name } == "Ozan")
    driver.pass(.seconds(60))
    driver.press("^R")
    #expect(driver.text.contains("Bring this back?"))
    driver.press("y")
    #expect(try real.store.read { try $0.people() }.contains { $0.handle == "zoe" })
  }

  @Test("Two killer steps that wait are two lines, and the time they wait goes on")
  func twoKillers() throws {
    let real = try RealStore(starters: false)
    let path = try real.write(
      "# Two\n\n## During\n- [ ] One <!-- id: one; killer -->\n- [ ] Two <!-- id: two; killer -->\n", to: "two.md")
    let driver = Driver(real: real)
    driver.press("g c", "I")
    driver.type(path)
    driver.press("Enter")
    let order = RunOrder(
      checklist: ChecklistName("two"), environment: "staging", artifact: .release, pair: ["ana", "bo"])
    let number = try real.store.perform(StartRun(order), by: .own("ana"), at: driver.store.now)
    for step: StepID in ["one", "two"] {
      try real.store.perform(
        ActOnRun(run: number, action: .settle(step, Settlement(.done))), by: .own("bo"), at: driver.store.now)
    }
    driver.press("g t")
    driver.notice()
    #expect(driver.line("NEEDS YOU") == "NEEDS YOU 2")
    driver.press("j", "j")
    #expect(driver.app.topScreen(TodayScreen.self)?.list.selected == 2)
    #expect(driver.line("step 1 One").hasSuffix(" 0m"))
    driver.pass(.minutes(7))
    #expect(driver.line("step 1 One").hasSuffix(" 7m"))
  }

  @Test("^Z and ^L work over whatever lies on the screen, and in a window too small")
  func terminalsAffairs() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("?", "^Z", "Esc", "o", "^L", "Esc", "/", "^Z", "Esc")
    driver.send(.resize(Size(width: 40, height: 10)))
    driver.press("^Z")
    #expect(driver.requests == [.suspend, .redraw, .suspend, .suspend])
  }

  @Test("In a window too small to ask, leaving says first what it loses")
  func smallWindow() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("c")
    driver.type("half a thought")
    driver.send(.resize(Size(width: 40, height: 10)))
    driver.press("q")
    #expect(!driver.hasQuit && driver.text.contains("q again loses what you typed"))
    driver.press("q")
    #expect(driver.hasQuit)
  }

  @Test("A hundred thousand characters pasted into one line are drawn as fast as ten")
  func longPaste() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("c")
    driver.send(.paste(String(repeating: "wide 漢字 ", count: 20_000)))
    #expect(driver.footer.contains("Enter write"))
    driver.type("end")
    driver.press("Home", "End")
    #expect(driver.text.contains("←"))
  }

  @Test("Marks stay through a filter, and what is done to several is done to all that are marked")
  func hiddenMarks() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "j", "m", "/")
    driver.type("oz")
    driver.press("Enter")
    #expect(driver.text.contains("1 marked, 1 not shown"))
    driver.press("m")
    #expect(driver.text.contains("2 marked"))
    driver.press("T")
    #expect(driver.text.contains("oz, ana") || driver.text.contains("ana, oz"))
  }
}
