import Domain
import Terminal
import Testing

@testable import TUI

@Suite("The lists, and the form that starts a run")
struct ListTests {
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

  @Test("Both lists have a position, and g goes to them from everywhere")
  func lists() throws {
    let driver = Driver(try many(3))
    driver.press("g c")
    #expect(driver.line("release").contains("Release"))
    #expect(driver.text.contains("1 of 1"))
    driver.press("g r")
    #expect(driver.text.contains("1 of 3"))
    #expect(driver.lines[3].contains("✖ 3"))
    driver.press("j", "j", "j")
    #expect(driver.text.contains("3 of 3"))
    driver.press("g c")
    #expect(driver.text.contains("never run"))
    driver.press("g r")
    #expect(driver.text.contains("3 of 3"))
  }

  @Test("Runs are read in windows, more as one scrolls, and either end is one key away")
  func windows() throws {
    let driver = Driver(try many(2500))
    driver.press("g r")
    #expect(driver.text.contains("1 of 2500"))
    driver.press("G")
    #expect(driver.text.contains("2500 of 2500"))
    #expect(driver.text.contains("@v1 "))
    driver.press("k", "PgUp", "PgUp")
    #expect(driver.text.contains("2461 of 2500"))
    driver.press("g g")
    #expect(driver.text.contains("1 of 2500"))
    for _ in 0..<60 { driver.press("PgDn") }
    #expect(driver.text.contains("1141 of 2500"))
    for _ in 0..<60 { driver.press("PgUp") }
    #expect(driver.text.contains("1 of 2500"))
    driver.notice()
    #expect(driver.text.contains("1 of 2500"))
  }

  @Test("The store narrows the list of runs as one types, by words, state and person")
  func narrowing() throws {
    let driver = Driver(try many(450))
    driver.press("g r", "/")
    driver.type("@v17")
    #expect(driver.text.contains("1 of 11"))
    driver.press("Down")
    #expect(driver.text.contains("2 of 11"))
    driver.type("0")
    #expect(driver.text.contains("1 of 1 "))
    driver.press("Enter", "Esc")
    #expect(driver.text.contains("of 450"))
    driver.press("/")
    driver.type("state:run")
    #expect(driver.text.contains("Nothing matches /state:run"))
    driver.press("^U")
    driver.type("state:ab by:ana")
    #expect(driver.text.contains("1 of 200+"))
  }

  @Test("An empty store says what to do")
  func empty() throws {
    let store = FakeStore()
    store.change { $0.checklists = [] }
    let driver = Driver(store)
    driver.press("g c")
    #expect(driver.words.contains("I imports a Markdown file"))
    driver.press("n", "Enter")
    #expect(driver.text.contains("there is no checklist here"))
    driver.press("g r")
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
    driver.press("g c", "n")
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
    driver.press("Enter", "Space", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter")
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
    driver.press("g c", "n", "Right", "Tab")
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
    driver.press("g c", "n", "Down", "Down", "Down")
    driver.type(typed)
    #expect(driver.text.contains("nobody called") || driver.text.contains("a pair is two"))
  }
}
