import Domain
import Store
import Terminal
import Testing
import Text

@testable import TUI

@Suite("A team's numbers on the screen")
struct NumbersTests {
  @Test("All figures show with how many they are made of, in every window", arguments: [(60, 16), (80, 24), (200, 60)])
  func sizes(width: Int, height: Int) throws {
    let driver = Driver(real: try RealStore(), width: width, height: height)
    driver.press("g n")
    #expect(driver.text.contains("Deployments") && driver.text.contains("n = 0"))
    #expect(!driver.text.contains("NaN") && !driver.text.contains(" 0 %"))
    for line in driver.lines { #expect(line.displayWidth <= width) }
    driver.press("G")
    #expect(driver.text.contains("Pair load"))
  }

  @Test("w turns through the weeks, and S asks for a service")
  func turning() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g n")
    for weeks in [26, 52, 4, 13] {
      driver.press("w")
      #expect(driver.text.contains("\(weeks) weeks from"))
    }
    driver.press("S")
    driver.type("router")
    driver.press("Enter")
    #expect(driver.text.contains("service router"))
  }

  @Test("Enter lists what a figure counts, and says what would give it where that is nothing")
  func counted() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g n", "j j j", "Enter")
    #expect(driver.words.contains("Change lead time counts nothing in this window: n = 0"))
    driver.press("Esc")
    #expect(driver.app.topScreen(NumbersScreen.self)?.list.selected?.name == .leadTime)
  }

  @Test("A small chart has a sign for each value, the largest the highest, and none for nothing")
  func spark() {
    #expect(Spark.text([0, 1, nil, 8], ascii: false) == "▁▂ █")
    #expect(Spark.text([0, 1, nil, 8], ascii: true) == "_. @")
    #expect(Spark.text([0, 0], ascii: false) == "▁▁")
    #expect(Spark.text([], ascii: false) == "")
  }
}
