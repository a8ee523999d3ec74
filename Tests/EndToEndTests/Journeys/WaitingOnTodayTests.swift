import Foundation
import Testing

@Suite(
  "What waits for somebody, from Today to Today",
  .inTurn, .enabled(if: Logins.canBeMade, Comment(rawValue: Logins.whyNot)))
struct WaitingOnTodayTests {
  @Test("Bo's Today says that ana's killer step waits for him; he goes there and confirms; ana's Today follows")
  func killer() async throws {
    let desk = try await TwoTerminalsTests.Desk(startsOnRun: false)
    let (ana, bo) = (desk.ana, desk.bo)
    for terminal in [ana, bo] { try await terminal.wait(for: "NEEDS YOU", "next: step 1 Tell the channel") }

    // Ana works on the run, and comes back to Today; bo touches nothing.
    try ana.press("Enter")
    try await ana.wait(for: "RUN 1", "PRE 0/1")
    try ana.press("Space")
    try await ana.wait(forStep: 2, "PRE 1/1")
    try ana.press("Space")
    try await ana.wait(for: "waits for bo to confirm")
    try ana.press("Escape")
    try await ana.wait(for: "NEEDS YOU")
    try await bo.wait(for: "NEEDS YOU", "confirm what ana did: step 2 Swap the routers")

    // The most urgent is selected: Enter leads to the very step.
    try bo.press("Enter")
    try await bo.wait(forStep: 2, "RUN 1", "waits for you to confirm")
    try bo.press("v")
    try await bo.wait(for: "Do you stand behind it?")
    try bo.press("y")
    try await bo.wait(for: "DURING 1/2")
    try await ana.wait(for: "NEEDS YOU", "next: step 3 Swap the balancers")
    #expect(try desk.record().step("swap")?.confirmation?.assurance == "verified")

    try bo.press("Escape")
    try await bo.wait("bo's own next step and nothing to confirm") {
      $0.contains("NEEDS YOU") && $0.contains("next: step 3") && !$0.contains("confirm what ana did")
    }
  }
}
