import Domain
import Terminal
import Testing

@testable import TUI

@Suite("Home, and the form that starts a run")
struct HomeTests {
  private func many(_ count: Int) throws -> FakeStore {
    let store = FakeStore()
    var run = try Run.begun()
    try run.act(.abort(reason: "old"))
    for number in 1...count {
      let copy = Run(
        number: RunNumber(number), version: run.version, team: run.team, environment: run.environment,
        artifact: Artifact(name: "cf-release", version: "v\(number)"), parameters: run.parameters, entries: run.entries)
      store.change { $0.runs[copy.number] = copy }
    }
    return store
  }

  @Test("Both lists have counts, a position, and change with Tab")
  func lists() throws {
    let driver = Driver(try many(3))
    #expect(driver.lines[0].contains("Checklists 1    Runs 3"))
    #expect(driver.line("release").contains("Release"))
    driver.press("Tab")
    #expect(driver.text.contains("1 of 3"))
    #expect(driver.lines[3].contains("✖ 3"))
    driver.press("j", "j", "j")
    #expect(driver.text.contains("3 of 3"))
    driver.press("g c")
    #expect(driver.text.contains("never run"))
  }

  @Test("An active run shows its list first")
  func activeFirst() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    #expect(driver.lines[3].contains("▶ 42"))
  }

  @Test("Runs are read in windows, more as one scrolls, up to the last one")
  func windows() throws {
    let driver = Driver(try many(450))
    driver.press("g r")
    #expect(driver.text.contains("1 of 100+"))
    driver.press("G")
    #expect(driver.text.contains("100 of 200+"))
    for _ in 0..<5 { driver.press("G") }
    #expect(driver.text.contains("450 of 450"))
    driver.notice()
    #expect(driver.text.contains("450 of 450"))
    driver.press("/")
    driver.type("@v170")
    #expect(driver.text.contains("1 of 1 "))
    driver.press("Enter", "Esc", "PgUp", "PgDn", "Home", "End")
  }

  @Test("A filter that matches little reads on until it has found what there is")
  func filterReadsOn() throws {
    let driver = Driver(try many(450))
    driver.press("g r", "/")
    driver.type("v17")
    driver.press("Down")
    #expect(driver.text.contains("1 of 11") || driver.text.contains("2 of 11"))
  }

  @Test("An empty store says what to do")
  func empty() throws {
    let store = FakeStore()
    store.change { $0.checklists = [] }
    let driver = Driver(store)
    #expect(driver.words.contains("prodpair checklist import FILE"))
    driver.press("n", "Enter", "Tab")
    #expect(driver.text.contains("There was no run yet"))
  }

  @Test("A store that is gone is said, and nothing is lost when it comes back")
  func gone() throws {
    let store = FakeStore(try Run.begun())
    let driver = Driver.onRun(store)
    let before = driver.text
    store.change { $0.failure = Failure(words: "/srv/store.sqlite: there is no such file") }
    driver.notice()
    #expect(driver.text.contains("there is no such file"))
    #expect(driver.text.contains("Tell the operations channel"))
    store.change { $0.failure = nil }
    driver.press("j", "k")
    driver.notice()
    #expect(driver.text == before)
    driver.press("M")
    #expect(driver.text.contains("there is no such file"))
  }

  @Test("The form says what is missing and wrong as one types, and starts the run")
  func form() throws {
    let store = FakeStore()
    let driver = Driver(store)
    driver.press("Enter")
    #expect(driver.text.contains("2 to fill in"))
    #expect(driver.footer.contains("F1 more"))
    driver.press("^S")
    #expect(driver.text.contains("artifact: needed"))
    driver.type("cf-release")
    #expect(driver.text.contains("not of the form name@version"))
    driver.type("@v205")
    driver.press("Enter", "Enter")
    driver.type("b")
    driver.press("Right", "Tab")
    driver.type("205")
    #expect(driver.text.contains("does not match ^v[0-9]+$"))
    driver.press("^U")
    driver.type("v205")
    #expect(!driver.text.contains("to fill in"))
    driver.press("Enter", "Space", "Enter", "Enter", "Enter")
    let order = store.with { $0.orders.last }
    #expect(order?.pair == ["ana", "bo"])
    #expect(order?.artifact == .release)
    #expect(order?.parameters == ["version": "v205"])
    #expect(order?.isRehearsal == true)
    #expect(order?.environment == "staging")
    #expect(driver.lines[0].contains("RUN 1"))
    driver.press("Esc")
    #expect(driver.lines[0].contains("Checklists"))
  }

  @Test("Rules that stand in the way show in the form, which asks why; nothing typed is lost")
  func obstacles() throws {
    let store = FakeStore()
    store.change { $0.obstacles = [Obstacle(.workingHours, "team platform works Mon-Fri 09:00-17:00")] }
    let driver = Driver(store)
    driver.press("n", "Right", "Tab")
    driver.type("cf-release@v205")
    driver.press("Tab", "Tab")
    driver.type("bo")
    driver.press("Tab")
    driver.type("v205")
    driver.press("F2")
    #expect(driver.text.contains("working-hours: team platform works"))
    #expect(driver.text.contains("cf-release@v205"))
    driver.press("Esc", "n")
    #expect(driver.text.contains("cf-release@v205"))
    driver.press("F2")
    driver.type("the patch cannot wait")
    driver.press("Enter")
    let order = store.with { $0.orders.last }
    #expect(order?.override == "the patch cannot wait")
    #expect(order?.environment == "prod")
    #expect(driver.lines[0].contains("RUN 1"))
  }

  @Test("A stranger, three people and the same person twice are no pair", arguments: ["zed", "bo cy", "ana"])
  func wrongPair(typed: String) throws {
    let driver = Driver(FakeStore())
    driver.press("n", "Down", "Down", "Down")
    driver.type(typed)
    #expect(driver.text.contains("nobody called") || driver.text.contains("a pair is two"))
  }
}
