import Foundation
import Testing

@Suite(
  "Duties at two terminals, each with a login of their own",
  .inTurn, .enabled(if: Logins.canBeMade, Comment(rawValue: Logins.whyNot)))
struct DutyJourneyTests {
  /// `YYYY-MM-DD`, so many days from now, in UTC.
  private func day(_ days: Int) -> String {
    Date(timeIntervalSinceNow: Double(days) * 86_400).formatted(.iso8601.year().month().day())
  }

  @Test("A swap by two keys at one terminal is seen at the other, on Today and among the duties; u takes it back")
  func swap() async throws {
    let desk = try await TwoTerminalsTests.Desk(startsOnRun: false)
    let (logins, ana, bo) = (desk.logins, desk.ana, desk.bo)
    for who in ["cy", "dan"] { try logins.must(logins.ana, "person", "add", who) }
    try logins.must(logins.ana, "pair", "roster", "add", "ana", "bo", "cy", "dan")
    try logins.must(logins.ana, "pair", "set", "ana,cy", "--from", day(2), "--until", day(4))
    try logins.must(logins.ana, "pair", "set", "bo,dan", "--from", day(5), "--until", day(7))
    try await bo.wait(for: "YOUR DUTIES", "! you are on for platform, with dan")

    try await ana.go(to: "d", showing: "what is wrong")
    try ana.press("Enter")
    try await ana.wait(for: "ana + cy", "bo + dan", "nothing is planned")
    try ana.press("j", "s")
    try await ana.wait(for: "your place in duty 1 for which?", "bo's place in duty 2")
    try ana.press("1")
    try await ana.wait(for: "bo + cy", "ana + dan")
    try await ana.wait(forSaid: "you and bo swapped duties 1 and 2")

    // The other duty was given to bo and taken again since bo last looked: that is no news.
    try await bo.wait(for: "! you are on for platform, with cy", "next for platform, with cy")
    try await bo.go(to: "d", showing: "what is wrong")
    try bo.press("Enter")
    try await bo.wait(for: "bo + cy", "ana + dan", "bo for ana")

    try await ana.undo { $0.contains("ana + cy") && $0.contains("bo + dan") }
    try await bo.wait(for: "ana + cy", "bo + dan")
    for terminal in [ana, bo] { try terminal.press("q") }
    #expect(try logins.must(logins.ana, "verify").contains("sound"))
  }
}
