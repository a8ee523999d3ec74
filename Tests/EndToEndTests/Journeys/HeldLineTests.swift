import Foundation
import Testing

@Suite("A terminal that takes nothing, and one that is gone", .inTurn)
struct HeldLineTests {
  @Test("What is typed while nothing can be shown is done, and then the whole of it is shown")
  func held() async throws {
    let place = try Workplace()
    let line = try await HeldLine(place)
    let terminal = line.terminal
    let program = try line.program()
    try line.hold()
    try line.fill()
    try terminal.press("c")
    try terminal.type("typed into the dark")
    try terminal.press("Enter", "Space")
    try await line.waitUntilStill(program)
    #expect(try !terminal.screen().contains("PRE 1/3"))
    // Whoever waits for a terminal holds nobody else up.
    try place.must("run", "note", "1", "from elsewhere", "--as", "bo")
    try line.release()
    try await terminal.wait(forStep: 2, "PRE 1/3")
    let record = try place.must("run", "show", "1", "--json")
    #expect(record.contains("typed into the dark") && record.contains("from elsewhere"))
    try terminal.press("C-l", "g", "g")
    try await terminal.wait(forStep: 1, "PRE 1/3")
    let fresh = try await place.run(columns: 200, rows: 60)
    try fresh.press("g", "g")
    try await fresh.wait(forStep: 1, "PRE 1/3")
    try await terminal.wait(toLookLike: fresh)
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("Told to go while its terminal takes nothing, it goes", arguments: ["TERM", "HUP", "INT"])
  func toldToGo(signal: String) async throws {
    let place = try Workplace()
    let line = try await HeldLine(place)
    let program = try line.program()
    try line.hold()
    try line.fill()
    try await line.waitUntilStill(program)
    try Program.must(["kill", "-\(signal)", "\(program)"])
    try await line.waitUntilGone(program)
    try line.release()
    try place.must("verify")
  }

  enum Moment: CaseIterable { case idle, typing, afterTick, heldUp, deafToHangUp }

  @Test("When its terminal is gone it ends by itself, and what was acknowledged is there", arguments: Moment.allCases)
  func gone(moment: Moment) async throws {
    let place = try Workplace()
    let line = try await HeldLine(place, ignoringHangUp: moment == .deafToHangUp)
    let terminal = line.terminal
    let program = try line.program()
    try terminal.press("Space")
    try await terminal.wait(forStep: 2, "PRE 1/3")
    switch moment {
    case .idle, .deafToHangUp: break
    case .typing:
      try terminal.press("c")
      try await terminal.wait(for: "note on step 2")
      try terminal.type("half a thought")
      try await terminal.wait(for: "half a thought")
    case .afterTick: try terminal.press("Space")
    case .heldUp:
      try line.hold()
      try line.fill()
      try await line.waitUntilStill(program)
    }
    try line.cut()
    try await line.waitUntilGone(program)
    try place.must("verify")
    try place.must("doctor")
    let record = try place.must("run", "show", "1", "--json")
    #expect(record.contains(#""done""#) && !record.contains("half a thought"))
  }
}
