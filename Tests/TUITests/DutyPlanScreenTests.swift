import Domain
import Store
import Testing

@testable import TUI

@Suite("A plan that is not written yet")
struct DutyPlanScreenTests {
  private func planned(
    _ real: RealStore, weeks: Int = 2, width: Int = 80, height: Int = 24
  ) throws -> Driver {
    try real.planDuties(weeks: weeks)
    let driver = Driver(real: real, width: width, height: height)
    driver.press("g d", "Enter", "P")
    return driver
  }

  @Test("What if is told above the list in every window, cut where there is no room", arguments: [(60, 16), (80, 24)])
  func heading(_ size: (width: Int, height: Int)) throws {
    let driver = try planned(RealStore(), width: size.width, height: size.height)
    driver.press("i")
    driver.type("out:cy 2026-12-14..2026-12-20")
    #expect(driver.footer.contains("Enter show"))
    driver.press("Enter")
    #expect(driver.line("what if out:cy 2026").contains("platform, 10 weeks"))
    driver.press("i", "^U", "Enter")
    #expect(!driver.text.contains("what if out"))
  }

  @Test("What if about somebody who is not in the rotation is refused while it is typed, and the plan stays")
  func strangers() throws {
    let driver = try planned(RealStore())
    driver.press("i")
    driver.type("out:zed 2026-12-14")
    driver.press("Enter")
    #expect(driver.words.contains("zed is not in the rotation of team platform"))
    driver.press("^U")
    driver.type("never:ana,zed")
    driver.press("Enter")
    #expect(driver.words.contains("zed is not in the rotation of team platform"))
    driver.press("Esc")
    #expect(driver.text.contains("new") && driver.text.contains("10 weeks"))
  }

  @Test("One week is one week, and a question about it says that what is planned beyond changes too")
  func oneWeek() throws {
    let real = try RealStore()
    let driver = try planned(real, weeks: 8)
    try real.store.perform(
      AddAbsence(Absence("cy", DutyWindow(start: .t0 + .seconds(86_400), end: .t0 + .seconds(20 * 86_400)))),
      by: .own("ana"), at: .t0)
    driver.press("w", "^U")
    driver.type("1")
    driver.press("Enter")
    #expect(driver.text.contains("platform, 1 week "))
    driver.press("A")
    #expect(driver.words.contains("for 1 week, and what is planned"))
  }
}
