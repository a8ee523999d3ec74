import Domain
import Store
import Terminal
import Testing

@testable import TUI

@Suite("The items of the backlog that a run carries, on its screen")
struct RunItemsTests {
  private static let page = """
    ---
    checklist: small
    team: platform
    environments: [staging, prod]
    ---
    # Small

    ## Pre

    - [ ] Look <!-- id: look -->

    ## During

    - [ ] Deploy <!-- id: deploy; deploys -->

    ## Rollback

    - [ ] Back <!-- id: back -->
    """

  /// Items 1 and 2 are finished, 3 is unstarted; run 1 goes on.
  private func world(carrying items: [Int] = [], in environment: String = "prod") throws -> RealStore {
    let real = try RealStore(starters: false)
    try real.importFile(try real.write(Self.page, to: "small.md"))
    try real.add("drain", "lease", "later", points: 1)
    let done = [1, 2].map { ItemNumber($0) }
    for _ in 0..<2 { try real.store.perform(AdvanceItems(done, .ahead), by: .own("bo"), at: .t0) }
    let order = RunOrder(
      checklist: ChecklistName("small"), environment: environment, artifact: .release, pair: ["ana", "bo"],
      override: "a drill", items: items.map { ItemNumber($0) })
    _ = try real.store.perform(StartRun(order), by: .own("ana"), at: .t0)
    return real
  }

  private func settle(_ steps: [StepID], in real: RealStore) throws {
    for step in steps {
      let action = RunAction.settle(step, Settlement(.done))
      _ = try real.store.perform(ActOnRun(run: RunNumber(1), action: action), by: .own("ana"), at: .t0)
    }
  }

  private func states(_ real: RealStore) throws -> [ItemState] {
    try real.store.read { reader in try [1, 2, 3].map { try reader.item(ItemNumber($0)).state } }
  }

  private func open(_ real: RealStore, as who: Handle = "ana") -> Driver {
    let driver = Driver(real: real, as: who, width: 100, height: 30)
    driver.press("g r", "Enter")
    return driver
  }

  @Test("I adds items and takes some off as one change, and the header says how many there are")
  func choosing() throws {
    let real = try world(carrying: [1])
    let driver = open(real)
    #expect(driver.lines[1].contains("carries 1 item"))
    driver.press("I", "a")
    driver.type("2, x")
    driver.press("Enter")
    #expect(driver.text.contains("x is no number of an item"))
    driver.press("^U")
    driver.type("2, 3, -1")
    driver.press("Enter")
    #expect(driver.lines[1].contains("carries 2 items"))
    #expect(try real.store.read { try $0.items(carriedBy: RunNumber(1)).map(\.number.value) } == [2, 3])
    driver.press("I", "l")
    #expect(driver.text.contains("2 ") && driver.text.contains("lease") && !driver.text.contains("drain"))
  }

  @Test("A number that no item has is refused, and the run carries what it did")
  func unknown() throws {
    let real = try world(carrying: [1])
    let driver = open(real)
    driver.press("I", "a")
    driver.type("2, 99")
    driver.press("Enter")
    #expect(driver.words.contains("item 99"))
    #expect(try real.store.read { try $0.items(carriedBy: RunNumber(1)).map(\.number.value) } == [1])
  }

  @Test("Whoever finishes it is asked to deliver what it carried; u takes the delivery back")
  func delivering() throws {
    let real = try world(carrying: [1, 2])
    try settle(["look", "deploy"], in: real)
    let driver = open(real)
    driver.press("F", "y")
    #expect(driver.text.contains("Deliver items 1, 2, which this run carried?"))
    driver.press("y")
    #expect(try states(real) == [.delivered, .delivered, .unstarted])
    driver.press("u")
    #expect(try states(real) == [.finished, .finished, .unstarted])
  }

  @Test("No leaves it among the notices, where the other of the pair finds it and delivers")
  func later() throws {
    let real = try world(carrying: [1])
    try settle(["look", "deploy"], in: real)
    let driver = open(real)
    driver.press("F", "y", "n")
    #expect(try states(real)[0] == .finished)
    let other = open(real, as: "bo")
    #expect(other.text.contains("it carried 1 item to deliver: I"))
    other.press("I", "d", "y")
    #expect(try states(real)[0] == .delivered)
    #expect(!other.text.contains("to deliver"))
  }

  @Test("A run that is marked rolled back asks to reject what it brought, with the same reason")
  func rejecting() throws {
    let real = try world(carrying: [1, 3])
    try settle(["look", "deploy"], in: real)
    let driver = open(real)
    driver.press("F", "y", "y", "B")
    driver.type("customers saw errors")
    driver.press("Enter", "y")
    #expect(driver.text.contains("Reject item 1, which this run carried?"))
    #expect(driver.text.contains("Reason: customers saw errors"))
    driver.press("y")
    #expect(try states(real) == [.rejected, .finished, .unstarted])
    let why = try real.store.read { try $0.transitions(of: ItemNumber(1)).last }
    #expect(why?.reason == "customers saw errors" && why?.run == RunNumber(1))
  }

  @Test("In staging nothing is delivered, and the menu says why")
  func staging() throws {
    let real = try world(carrying: [1], in: "staging")
    try settle(["look", "deploy"], in: real)
    let driver = open(real)
    driver.press("F", "y")
    #expect(!driver.text.contains("Deliver item"))
    driver.press("I", "d")
    #expect(driver.text.contains("staging is not production"))
    #expect(try states(real)[0] == .finished)
  }

  @Test("The form that starts a run takes items, and says which are ready")
  func form() throws {
    let real = try world()
    let driver = Driver(real: real, width: 100, height: 30)
    driver.press("g c", "n")
    driver.press("Down")
    driver.type("v206")
    driver.press("Down", "Down", "Down", "Down")
    #expect(driver.text.contains("what it brings; finished: 1, 2"))
    driver.type("1, two")
    driver.press("^S")
    #expect(driver.text.contains("two is no number of an item"))
    driver.press("^W")
    driver.type("2")
    driver.press("^S")
    let number = try #require(driver.app.topScreen(RunScreen.self)?.number)
    #expect(try real.store.read { try $0.items(carriedBy: number).map(\.number.value) } == [1, 2])
  }
}
