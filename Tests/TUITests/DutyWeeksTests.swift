import Domain
import Store
import Testing

@testable import TUI

@Suite("The grid of teams and weeks")
struct DutyWeeksTests {
  private static let week = Duration.seconds(7 * 86_400)

  private func opened(_ real: RealStore, width: Int = 80) -> Driver {
    let driver = Driver(real: real, width: width)
    driver.press("g d", "W")
    return driver
  }

  private func away(_ who: Handle, _ window: DutyWindow, _ real: RealStore) throws {
    try real.store.perform(AddAbsence(Absence(who, window)), by: .own("ana"), at: .t0)
  }

  @Test("A week is flagged for what is wrong with its own duties, and not for its neighbour's")
  func ownProblems() throws {
    let real = try RealStore()
    try real.planDuties()
    let duty = try #require(try real.duties().first { $0.window.start > .t0 })
    try away(duty.people[0], duty.window, real)
    let driver = opened(real, width: 160)
    let line = driver.line("platform  ")
    #expect(line.filter { $0 == "!" }.count == 1)
    #expect(line.contains("!\(duty.people[0])+") || line.contains("!\(duty.people[1])+"))
  }

  @Test("What is wrong in a week that does not show has no sign, and people who are on then are not found")
  func hiddenWeeks() throws {
    let real = try RealStore()
    let team = Team.sample.name
    try real.store.perform(SetRosterMembers(["oz"], of: team) { $0.joins = "2027-01-11" }, by: .own("ana"), at: .t0)
    try real.planDuties(weeks: 12, of: ["ana", "bo", "cy"])
    let duty = try #require(try real.duties().first { $0.people.contains("oz") })
    try away("oz", duty.window, real)
    #expect(opened(real, width: 160).line("platform  ").hasPrefix("⚠"))
    let driver = opened(real)
    #expect(driver.line("platform  ").hasPrefix("platform"))
    driver.press("/")
    driver.type("oz")
    driver.press("Enter")
    #expect(driver.text.contains("Nothing matches"))
  }
}
