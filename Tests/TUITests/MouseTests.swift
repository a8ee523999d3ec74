import Domain
import Terminal
import Testing

@testable import TUI

@Suite("The mouse")
struct MouseTests {
  private func click(_ words: String, on driver: Driver, sourceLocation: SourceLocation = #_sourceLocation) {
    for (y, line) in driver.lines.enumerated() {
      guard let range = line.firstRange(of: words) else { continue }
      let x = line.distance(from: line.startIndex, to: range.lowerBound)
      driver.send(.mouse(Mouse(.press(.left), at: Point(x: x, y: y))))
      return
    }
    Issue.record("\(words) is not on the screen:\n\(driver.text)", sourceLocation: sourceLocation)
  }

  @Test("A click on a name in the title bar goes to that screen, and a second click on a row opens it")
  func titleAndRows() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    click("Runs", on: driver)
    #expect(driver.app.rootName == RunsScreen.name)
    click("cf-release@v205", on: driver)
    #expect(driver.lines[0].contains("RUN 42"))
  }

  @Test("A click on a key of the footer is that key")
  func footer() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    click("Space done", on: driver)
    #expect(driver.store.run()?.progress(of: "announce").state == .done)
    click("? more", on: driver)
    #expect(driver.text.contains("Keys and commands"))
    click("Esc back", on: driver)
    #expect(!driver.text.contains("Keys and commands"))
  }

  @Test("Menus, questions and the palette take clicks; beside a question nothing is answered")
  func overlays() throws {
    let driver = Driver.onRun(FakeStore(try Run.begun()))
    driver.press("o")
    click("Defer the step", on: driver)
    #expect(driver.text.contains("deferred: why?"))
    driver.press("Esc", "H")
    driver.type("cy")
    driver.press("Enter")
    #expect(driver.text.contains("ana hands over to cy?"))
    driver.send(.mouse(Mouse(.press(.left), at: Point(x: 1, y: 1))))
    #expect(driver.text.contains("ana hands over to cy?"))
    click("Yes, hand over", on: driver)
    #expect(driver.store.run()?.pair.contains("cy") == true)
    driver.press(":")
    click("Join the run", on: driver)
    #expect(driver.text.contains("Run a command"), "the first click only chooses")
    click("Join the run", on: driver)
    #expect(driver.text.contains("Help: work and note"))
  }

  @Test("F3 leaves the mouse to the terminal, and a plain view gives it back as it was")
  func terminalsOwn() throws {
    let driver = Driver(FakeStore(try Run.begun()))
    driver.press("g r", "Y", "Esc", "F3", "Y", "Esc", "F3")
    let mouse = driver.requests.compactMap { if case .mouse(let isOn) = $0 { isOn } else { nil } }
    #expect(mouse == [false, true, false, false, false, true])
  }
}
