import Domain
import Store
import Testing

@testable import TUI

@Suite("The list of incidents, on the screen")
struct IncidentsScreenTests {
  @Test("An empty store says what to do")
  func empty() throws {
    let driver = Driver(real: try RealStore())
    driver.press("g i")
    #expect(driver.words.contains("Nobody is at an incident. + shows those that are over, n opens a new one."))
    driver.open(IncidentScreen(IncidentNumber(7)))
    #expect(driver.words.contains("no incident 7"))
  }

  @Test("Those that somebody is at come first, + shows all, and / narrows by words, severity and service")
  func narrows() throws {
    let real = try RealStore()
    try real.burn("Old one")
    try real.store.perform(SettleIncident(IncidentNumber(1), .resolve), by: .own("ana"), at: .t0)
    try real.burn("Router down", .minor, at: .t0)
    try real.burn("Logs lost", at: .t0)
    let driver = Driver(real: real)
    driver.press("g i")
    #expect(!driver.text.contains("Old one") && driver.text.contains("Router down") && driver.words.contains("1 of 2"))
    driver.press("+")
    #expect(driver.line("Old one").contains("✔ 1"))
    driver.press("+", "/")
    driver.type("sev:1")
    driver.press("Enter")
    #expect(driver.text.contains("Logs lost") && !driver.text.contains("Router down"))
  }

  @Test("n opens one in a short form, and shows it")
  func opens() throws {
    let real = try RealStore()
    let driver = Driver(real: real)
    driver.press("g i", "n")
    driver.type("Routers drop connections")
    driver.press("Tab", "Left")
    #expect(driver.words.contains("sev 2: customers feel it, and there is a way around"))
    driver.press("Tab")
    driver.type("router, nat")
    driver.press("Tab", "Tab")
    driver.type("502 in z1")
    driver.press("^S")
    let incident = try real.incident()
    #expect(incident.severity == .major && incident.services == ["router", "nat"])
    #expect(try real.entries().map(\.text).first == "502 in z1")
    #expect(driver.lines[0].contains("INCIDENT 1  sev 2"))
  }

  @Test("A long list is read a window at a time, and goes to both ends")
  func many() throws {
    let real = try RealStore()
    for _ in 0..<450 { try real.burn("One of many", .low) }
    let driver = Driver(real: real)
    driver.press("g i")
    #expect(driver.words.contains("1 of 200+"))
    driver.press("G")
    #expect(driver.line("⚠ 1 ").contains("One of many"))
    driver.press("g g")
    #expect(driver.text.contains("450"))
  }
}
