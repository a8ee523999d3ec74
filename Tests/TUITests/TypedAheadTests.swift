import Domain
import Terminal
import Testing

@testable import TUI

@Suite("Keys that come before the answer")
struct TypedAheadTests {
  @Test("What is typed for a screen that is still being read waits for it")
  func waits() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    driver.isHolding = true
    driver.press("g r", "Enter", "j", "Space")
    #expect(driver.store.run()?.progress(of: "manifests").state == .open)
    driver.releaseAll()
    #expect(driver.lines[0].contains("RUN 42"))
    #expect(driver.store.run()?.progress(of: "manifests").state == .done)
  }

  @Test("What is typed while rollback is being entered is meant for the rollback section")
  func waitsForWhatAWriteOpens() throws {
    var run = try Run.begun(.sample([.line("deploy", .during) { $0.deploys = true }, .line("back", .rollback)]))
    try run.tick("deploy")
    let driver = Driver.onRun(FakeStore(run))
    driver.press("B")
    driver.type("two runners failed")
    driver.press("Enter")
    driver.isHolding = true
    driver.press("y", "Space")
    driver.releaseAll()
    #expect(driver.store.run()?.progress(of: "back").state == .done)
  }

  @Test("Nobody waits longer than a second, and ^C never does")
  func patience() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    driver.isHolding = true
    driver.press("g r", "Enter")
    driver.pass(.seconds(2))
    driver.press("g c")
    #expect(driver.text.contains("reading 2.0s"))
    #expect(driver.app.rootName == ChecklistsScreen.name)
    driver.press("^C")
    #expect(driver.hasQuit)
  }

  @Test("Where the program itself stood still, keys wait for the answers that have come meanwhile")
  func standstill() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    driver.isHolding = true
    driver.press("g r", "Enter", "j", "Space")
    driver.isBehind = true
    driver.pass(.seconds(2))
    driver.releaseAll()
    driver.isBehind = false
    #expect(driver.store.run()?.progress(of: "manifests").state == .done)
  }

  @Test("What takes longer than a tenth of a second is said, and what takes less is not")
  func progress() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.isHolding = true
    driver.press("Space")
    driver.pass(.milliseconds(90))
    #expect(!driver.footer.contains("writing"))
    driver.pass(.milliseconds(310))
    #expect(driver.footer.contains("writing 0.4s"))
    #expect(driver.app.nextChangeMilliseconds ?? 1000 <= 100)
    driver.releaseAll()
    #expect(!driver.footer.contains("writing"))
  }
}
