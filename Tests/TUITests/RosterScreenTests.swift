import Domain
import Store
import Testing

@testable import TUI

@Suite("The roster by keys")
struct RosterScreenTests {
  @Test("Changing a rule's line changes that rule: other people are another rule, which n adds")
  func changeRule() throws {
    let real = try RealStore()
    try real.planDuties()
    let rule = PairRule(.prefer, DutyPair("ana", "bo"), reason: "one learns")
    try real.store.perform(AddPairRule(rule, of: Team.sample.name), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g d", "R", "G", "Enter", "^U")
    driver.type("ana cy one learns")
    driver.press("Enter")
    #expect(driver.words.contains("this line is about ana and bo: x takes it away, n adds another"))
    driver.press("^U")
    driver.type("bo ana both know the network")
    driver.press("Enter")
    let rules = try real.store.read { try $0.pairRules(of: Team.sample.name) }
    #expect(rules == [PairRule(.prefer, DutyPair("ana", "bo"), reason: "both know the network")])
  }

  @Test("Enter on who is away asks whether they are there after all")
  func absence() throws {
    let real = try RealStore()
    try real.planDuties()
    let window = DutyWindow(start: .t0, end: .t0 + .seconds(86_400))
    try real.store.perform(AddAbsence(Absence("cy", window)), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g d", "R", "G", "Enter")
    #expect(driver.text.contains("Is cy there after all?"))
    driver.press("y")
    #expect(try real.store.read { try $0.absences(after: .t0) }.isEmpty)
  }
}
