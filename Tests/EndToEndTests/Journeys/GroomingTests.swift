import Foundation
import Testing

@Suite("A grooming session in a terminal", .inTurn)
struct GroomingTests {
  /// Five features that nobody has estimated, in the backlog.
  private func backlog() throws -> Workplace {
    let place = try Workplace()
    for title in [
      "Drain the cells", "Rotate the certificates", "Compare the digests", "Move the runners", "Publish it",
    ] {
      try place.must("item", "add", title)
    }
    try place.must("item", "schedule", "1", "2", "3", "4", "5")
    return place
  }

  @Test("A session by key is left in the middle, taken up again where it stood, and its log has all of it")
  func session() async throws {
    let place = try backlog()
    let terminal = try place.terminal(columns: 80, rows: 24)
    try await terminal.run("prodpair item groom")
    try await terminal.wait(for: "1 of 5", "Drain the cells", "it has no estimate", "no session yet")
    try terminal.press("Space")
    try await terminal.wait(for: "2 of 5", "Decided 1", "kept")
    try terminal.press("3")
    try await terminal.wait(for: "3 of 5", "estimated 3")
    try terminal.press("D")
    try await terminal.wait(for: "3 of 5", "4  Move the runners")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)

    try await terminal.run("prodpair item groom")
    try await terminal.wait(for: "3 of 5", "4  Move the runners", "Decided 2")
    try terminal.press("S")
    try await terminal.wait(for: "split item 4: into what?")
    try terminal.type("half; rest")
    try terminal.press("Enter")
    try await terminal.wait(for: "6  half", "split into 6, 7")
    try terminal.press("1")
    try await terminal.wait(for: "7  rest", "estimated 1")
    try terminal.press("2")
    try await terminal.wait(for: "5  Publish it", "estimated 2")
    try terminal.press("x")
    try await terminal.wait(for: "close item 5: why?")
    try terminal.type("nobody asks")
    try terminal.press("Enter")
    try await terminal.wait(for: "3  Compare the digests", "it was put off")
    // Among those that were decided it stood already.
    try await terminal.undo { $0.contains("written") && $0.contains("5  Publish it") && !$0.contains("nobody asks") }
    try await terminal.wait(forSaid: "undone")
    try terminal.press("I")
    try await terminal.wait(for: "3  Compare the digests", "put on ice")
    try terminal.press("5")
    try await terminal.wait(for: "Nothing needs a decision any more")
    try terminal.press("F")
    try await terminal.wait(for: "End grooming session 1?")
    try terminal.press("y")
    try await terminal.wait(forSaid: "has ended")
    try terminal.press("Escape")
    try await terminal.wait(for: "[Backlog")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)

    let log = try place.must("item", "groom", "--log")
    let decisions = log.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").first }.map(
      String.init)
    #expect(decisions == ["3", "5", "7", "6", "4", "2", "1"], "\(log)")
    #expect(log.contains("put on ice") && log.contains("split into 6, 7") && !log.contains("nobody asks"), "\(log)")
    #expect(try place.must("item", "show", "3", "--json").contains("\"points\" : 5"))
    #expect(try place.must("verify").contains("sound"))
  }

  @Test("Two terminals on one session: what the one decides is gone from the other, which says who did it")
  func together() async throws {
    let place = try backlog()
    let one = try place.terminal(columns: 100, rows: 30)
    try await one.run("prodpair item groom")
    try await one.wait(for: "1 of 5", "1  Drain the cells")
    try place.must("item", "groom", "decide", "1", "estimate", "3", "--as", "bo")
    try await one.wait(for: "2 of 5", "2  Rotate the certificates")
    try await one.wait(forSaid: "bo has decided item 1 meanwhile: estimated 3")
    try one.press("5")
    try await one.wait(for: "3 of 5", "estimated 3, bo")
  }

  @Test("Without a terminal it lists what waits, and why; decisions can be scripted")
  func scripted() throws {
    let place = try backlog()
    let listed = try place.must("item", "groom")
    #expect(listed.contains("unestimated  feature") && listed.contains("Publish it"), "\(listed)")
    #expect(
      try place.must("item", "groom", "decide", "5", "close", "--reason", "nobody asks")
        == "item 5: closed, not to be done: nobody asks\n")
    #expect(try place.must("item", "groom", "decide", "4", "split", "half", "rest") == "item 4: split into 6, 7\n")
    #expect(try !place.must("item", "groom", "--list").contains("Publish it"))
    let log = try place.must("item", "groom", "--log", "1", "--json")
    #expect(log.contains("\"decision\" : \"close\"") && log.contains("\"isRemoved\" : true"), "\(log)")
    #expect(try place.must("item", "groom", "--end") == "grooming session 1: ended\n")
    #expect(try place.must("item", "groom", "--sessions", "--json").contains("\"decisions\" : 2"))
  }
}
