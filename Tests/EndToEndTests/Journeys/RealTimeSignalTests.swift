import Foundation
import Testing

@Suite("Signals that have no name", .inTurn)
struct RealTimeSignalTests {
  /// The first and the last that a program can be sent (signal(7)), and one between; two before them are the C library's own.
  @Test("A real-time signal that ends it leaves the terminal as it was", arguments: [34, 40, 64])
  func signal(number: Int) async throws {
    let place = try Workplace()
    let terminal = try place.terminal()
    try await terminal.run("ulimit -c 0")
    let before = try await Manners(of: terminal)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    #expect(try terminal.value(of: "alternate_on") == "1")
    try Program.must(["kill", "-\(number)", "\(try #require(try terminal.children().first))"])
    #expect(try await Manners(of: terminal) == before)
    try await TerminalMannersTests.expectUsable(terminal)
  }
}
