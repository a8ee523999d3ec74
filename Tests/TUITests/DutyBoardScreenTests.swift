import Domain
import Store
import Testing

@testable import TUI

@Suite("The board of all teams")
struct DutyBoardScreenTests {
  @Test("What is selected is told in full at the foot, where its column is too narrow for what is wrong")
  func foot() throws {
    let real = try RealStore()
    try real.planDuties()
    let next = try #require(try real.duties().first { $0.window.start > .t0 })
    let absence = Absence(next.people[0], next.window, reason: "skiing in the mountains")
    try real.store.perform(AddAbsence(absence), by: .own("ana"), at: .t0)
    let driver = Driver(real: real, width: 60, height: 16)
    driver.press("g d")
    let foot = driver.lines.suffix(3).dropLast().joined(separator: " ").split { $0 == " " }.joined(separator: " ")
    #expect(foot.hasPrefix("platform: \(next.people[0]) is on for platform, and away (skiing in the mountains)"))
  }
}
