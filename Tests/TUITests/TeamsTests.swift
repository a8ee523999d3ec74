import Domain
import Store
import Testing

@testable import TUI

@Suite("Teams and people")
struct TeamsTests {
  @Test("A person is added by a form that completes teams and checks as one types; u takes it back, ^R brings it again")
  func addPerson() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "n", "p")
    driver.type("b!o")
    #expect(driver.text.contains("letters, digits"))
    driver.press("^U")
    driver.type("bo")
    #expect(driver.text.contains("somebody is called that already"))
    driver.press("^U")
    driver.type("zoe")
    driver.press("Tab")
    driver.type("Zoë")
    driver.press("Tab", "Tab", "^U")
    driver.type("pl")
    driver.press("Right", "^S")
    #expect(driver.text.contains("zoe was added   (u undoes it)"))
    #expect(
      try real.store.read { try $0.person("zoe") } == Person(handle: "zoe", name: "Zoë", teams: [Team.sample.name]))
    driver.press("u")
    #expect(driver.text.contains("undone: added zoe   (^R brings it back)"))
    #expect(try real.store.read { try $0.people() }.count == 4)
    driver.press("^R")
    #expect(driver.text.contains("brought back: added zoe"))
    #expect(try real.store.read { try $0.people() }.count == 5)
  }

  @Test("What others changed meanwhile stays when a form is saved; only what was typed is written")
  func merge() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "j", "j", "Enter")
    driver.press("End")
    driver.type(" the Second")
    try real.store.perform(EditPerson("bo") { $0.login = "bo2" }, by: .own("cy"), at: .t0)
    driver.notice()
    driver.press("^S")
    let bo = try real.store.read { try $0.person("bo") }
    #expect(bo.name == "Bo the Second" && bo.login == "bo2")
  }

  @Test("Where two have changed the same, the later one is told and nothing is written over")
  func sameField() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "j", "j", "Enter", "End")
    driver.type(" the Second")
    try real.store.perform(EditPerson("bo") { $0.name = "Robert" }, by: .own("cy"), at: .t0)
    driver.notice()
    driver.press("^S")
    #expect(driver.words.contains("somebody has changed the name meanwhile"))
    #expect(driver.text.contains("Bo the Second"))
    #expect(try real.store.read { try $0.person("bo").name } == "Robert")
  }

  @Test("Leaving a form in which something was typed asks, and no is the answer of Enter")
  func leaving() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g p", "j", "Enter")
    driver.type("x")
    driver.press("Esc")
    #expect(driver.text.contains("Leave the form?"))
    driver.press("Enter")
    #expect(driver.lines[0].contains("Person ana"))
    driver.press("Esc", "y")
    #expect(driver.text.contains("team, person"))
  }

  @Test("Marked people are put into a team as one action, which is undone as one")
  func bulk() throws {
    let real = try RealStore()
    try real.store.perform(AddTeam(Team(name: TeamName("payments"), kind: .application)), by: .own("ana"), at: .t0)
    let driver = Driver(real: real)
    driver.press("g p", "/")
    driver.type("platform")
    driver.press("Enter", "j", "m", "m", "T")
    driver.type("pay")
    driver.press("Right", "Enter")
    #expect(driver.text.contains("ana, bo are in payments"))
    let members = try real.store.read { try $0.people() }.filter { $0.teams.contains(TeamName("payments")) }
    #expect(members.map(\.handle) == ["ana", "bo"])
    driver.press("u")
    #expect(try real.store.read { try $0.people() }.allSatisfy { $0.teams.count == 1 })
  }

  @Test("A team is changed by its form, with zones completed and windows, holidays and freezes checked")
  func team() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g p", "Enter", "Tab", "^U")
    driver.type("Asia/Tok")
    driver.press("Right", "Tab", "^U")
    driver.type("Mon-Thu 9")
    #expect(driver.text.contains("not of the form"))
    driver.press("^U")
    driver.type("Mon-Thu 09:00-16:00")
    driver.press("Tab", "Tab")
    driver.type("2026-12-25=Christmas, 2026-13-01")
    #expect(driver.text.contains("2026-13-01 is not"))
    for _ in 0..<12 { driver.press("Backspace") }
    driver.press("Tab")
    driver.type("2026-12-20..2027-01-03=year's end")
    driver.press("Enter", "Enter")
    #expect(driver.text.contains("team platform was changed"))
    let team = try real.store.read { try $0.team(TeamName("platform")) }
    #expect(team.timeZone == "Asia/Tokyo")
    #expect(team.hours.text == "Mon-Thu 09:00-16:00")
    #expect(team.holidays == [Holiday(date: "2026-12-25", name: "Christmas")])
    #expect(team.freezes.first?.reason == "year's end")
  }
}
