import Foundation
import Testing

@testable import Domain

@Suite("When a retro is due")
struct RetroDueTests {
  /// The week: Monday is the 7th, Tuesday a holiday.
  @Test(
    "Three calendar days after an incident of severity 1, five working days after any other",
    arguments: [
      (IncidentSeverity.critical, "2026-12-04T10:00:00Z", "2026-12-07"),
      (.critical, "2026-12-05T23:59:59Z", "2026-12-08"),
      (.critical, "2026-12-30T00:00:00Z", "2027-01-02"),
      (.major, "2026-12-04T10:00:00Z", "2026-12-14"), (.minor, "2026-12-04T10:00:00Z", "2026-12-14"),
      (.low, "2026-12-05T10:00:00Z", "2026-12-14"), (.major, "2026-12-09T10:00:00Z", "2026-12-16"),
      (.major, "2026-11-30T10:00:00Z", "2026-12-07"),
    ])
  func day(_ severity: IncidentSeverity, _ resolved: String, _ due: String) {
    #expect(RetroDue.day(severity, resolved: RetroSample.at(resolved), RetroSample.team) == due)
  }

  @Test("The days are those of the team's own zone")
  func zone() {
    var team = RetroSample.team
    let late = RetroSample.at("2026-12-04T23:30:00Z")
    #expect(RetroDue.day(.critical, resolved: late, team) == "2026-12-07")
    team.timeZone = "Europe/Berlin"
    #expect(RetroDue.day(.critical, resolved: late, team) == "2026-12-08")
    team.timeZone = "America/New_York"
    #expect(RetroDue.day(.critical, resolved: RetroSample.at("2026-12-04T03:00:00Z"), team) == "2026-12-06")
    team.timeZone = "Nowhere/AtAll"
    #expect(RetroDue.day(.critical, resolved: late, team) == nil)
  }

  @Test("Of several incidents it is the earliest day, and there is none while one of them is not resolved")
  func several() {
    let minor = RetroSample.incident(9, .minor, resolved: "2026-12-01T10:00:00Z")
    let critical = RetroSample.incident(12, .critical, resolved: "2026-12-04T10:00:00Z")
    #expect(RetroDue.day(of: [minor], RetroSample.team) == "2026-12-09")
    #expect(RetroDue.day(of: [minor, critical], RetroSample.team) == "2026-12-07")
    #expect(RetroDue.day(of: [critical, minor], RetroSample.team) == "2026-12-07")
    let open = RetroSample.incident(13, .critical, resolved: nil)
    #expect(RetroDue.day(of: [minor, open], RetroSample.team) == nil)
    #expect(RetroDue.day(of: [], RetroSample.team) == nil)
  }

  @Test("Lateness is counted in whole days of the team, until it was reviewed; without a day there is none")
  func late() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    var retro = RetroSample.retro(due: "2026-12-09")
    func late(_ at: String, in zone: TimeZone = .gmt) -> Int? { retro.daysLate(at: RetroSample.at(at), in: zone) }
    #expect(late("2026-12-07T23:59:00Z") == -2 && late("2026-12-09T00:00:00Z") == 0)
    #expect(late("2026-12-09T23:30:00Z") == 0 && late("2026-12-09T23:30:00Z", in: berlin) == 1)
    #expect(late("2027-01-09T10:00:00Z") == 31)
    retro.reviewedAt = RetroSample.at("2026-12-10T10:00:00Z")
    #expect(late("2027-01-09T10:00:00Z") == 1)
    retro.due = nil
    #expect(late("2027-01-09T10:00:00Z") == nil)
  }
}
