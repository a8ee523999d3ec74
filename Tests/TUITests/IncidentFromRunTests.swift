import Domain
import Store
import Testing

@testable import TUI

@Suite("Incidents, from a run and on Today")
struct IncidentFromRunTests {
  @Test("One key on a failed step and one for how bad it is: the incident opens with the run's entries on its timeline")
  func failedStep() throws {
    let real = try RealStore()
    let run = try real.startRun()
    let driver = Driver(real: real)
    driver.press("g r", "Enter", "x")
    driver.type("port in use")
    driver.press("Enter", "g g", "T")
    #expect(driver.words.contains("sev 2 customers feel it, and there is a way around"))
    driver.press("2")
    let incident = try real.incident()
    #expect(incident.severity == .major && incident.title.hasSuffix("failed: port in use"))
    #expect(incident.roles.pair == ["ana", "bo"])
    #expect(try real.store.read { try $0.runs(of: incident.number) } == [IncidentRun(run, .related)])
    #expect(driver.lines[0].contains("INCIDENT 1  sev 2"))
    #expect(driver.line("port in use").isEmpty == false && driver.words.contains("failed: port in use"))
    driver.press("Esc")
    #expect(driver.app.topScreen(RunScreen.self) != nil && driver.words.contains("incident 1 sev 2"))
    #expect(driver.words.contains("T: incident 1 sev 2, open"))
    driver.press("T")
    #expect(driver.app.topScreen(IncidentScreen.self) != nil)
  }

  @Test("Where nothing failed a short form asks, and the run is related")
  func byHand() throws {
    let real = try RealStore()
    let run = try real.startRun()
    let driver = Driver(real: real)
    driver.press("g r", "Enter", "T")
    #expect(driver.words.contains("A new incident from run \(run)"))
    driver.type("Logs are late")
    driver.press("^S")
    #expect(try real.store.read { try $0.runs(of: IncidentNumber(1)) } == [IncidentRun(run, .related)])
  }

  @Test("On Today one's own come first of all, those of others have their heading; T opens a new one")
  func today() throws {
    let real = try RealStore()
    _ = try real.startRun()
    try real.burn()
    let ana = Driver(real: real)
    #expect(ana.lines[3].contains("incident 1 sev 1: Log aggregators drop logs") && !ana.text.contains("INCIDENTS"))
    ana.press("Enter")
    #expect(ana.app.topScreen(IncidentScreen.self)?.number == IncidentNumber(1))
    let oz = Driver(real: real, as: "oz")
    #expect(oz.text.contains("INCIDENTS 1") && oz.line("incident 1 sev 1").contains("19m"))
    oz.press("T")
    #expect(oz.app.topScreen(IncidentFormScreen.self) != nil)
  }

  @Test("Whoever is on duty for the team has it as their own, whatever its roles")
  func onDuty() throws {
    let real = try RealStore()
    try real.handOverSoon()
    try real.burn(roles: IncidentRoles(commander: "oz", pair: ["oz"]))
    let bo = Driver(real: real, as: "bo")
    #expect(bo.lines[3].contains("incident 1 sev 1"))
    bo.press("g d", "H")
    #expect(bo.words.contains("incident 1 sev 1: Log aggregators drop logs"))
  }
}
