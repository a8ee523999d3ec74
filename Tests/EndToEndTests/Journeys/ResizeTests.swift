import Foundation
import Testing

@Suite("A window that changes its size", .inTurn)
struct ResizeTests {
  @Test("After two hundred changes within a second the picture is the right one")
  func storm() async throws {
    let place = try Workplace()
    let terminal = try await place.run(columns: 200, rows: 60)
    let tty = try terminal.value(of: "pane_tty")
    // tmux tells the program only now and then; the kernel tells it each time.
    let line = open(tty, O_RDWR | O_NOCTTY | O_NONBLOCK)
    #expect(line >= 0)
    defer { close(line) }
    let begun = ContinuousClock.now
    for count in 0..<200 {
      let part = Double(count) / 199
      var window = winsize(
        ws_row: UInt16(16 + part * 44), ws_col: UInt16(count % 2 == 0 ? 60 + part * 140 : 200 - part * 140),
        ws_xpixel: 0, ws_ypixel: 0)
      #expect(ioctl(line, UInt(TIOCSWINSZ), &window) == 0)
      // Spread out, so that many are seen one by one and not only the last.
      let next = begun + .milliseconds(5 * count)
      if next > .now { try await Task.sleep(until: next, clock: .continuous) }
    }
    try terminal.resize(columns: 60, rows: 16)
    try await terminal.wait("the whole screen") { screen in
      try screen.contains("RUN 1") && screen.contains("Tell support")
        && terminal.rows().last?.hasSuffix("? more") == true && terminal.rows().count == 16
    }
    try terminal.resize(columns: 200, rows: 60)
    let fresh = try await place.run(columns: 200, rows: 60)
    try await terminal.wait(toLookLike: fresh)
    // And it still answers.
    try terminal.press("Space")
    try await terminal.wait(for: "PRE 1/3")
  }

  @Test(
    "Any size from 60x16 to a wall of screens shows the run, one less does not",
    arguments: [
      (60, 16), (61, 17), (79, 23), (80, 24), (120, 16), (60, 90), (300, 90),
    ])
  func sizes(columns: Int, rows: Int) async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.resize(columns: 59, rows: 15)
    try await terminal.wait(for: "It is 59x15", "60x16")
    try terminal.resize(columns: columns, rows: rows)
    try await terminal.wait("the whole screen") { screen in
      try screen.contains("RUN 1") && screen.contains("Tell support")
        && terminal.rows().last?.hasSuffix("? more") == true && terminal.rows().count == rows
    }
    #expect(try terminal.rows().allSatisfy { $0.count <= columns })
    try terminal.press("Space")
    try await terminal.wait(for: "PRE 1/3")
  }

  @Test("What is typed and what is open outlive a window that is too small")
  func typed() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try terminal.press("c")
    try await terminal.wait(for: "note on step 1")
    try terminal.type("half")
    try await terminal.wait(for: "half")
    try terminal.resize(columns: 30, rows: 5)
    try await terminal.wait(for: "60x16")
    try terminal.resize(columns: 100, rows: 30)
    try await terminal.wait(for: "note on step 1", "half")
  }
}
