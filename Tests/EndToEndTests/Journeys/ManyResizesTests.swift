import Foundation
import Testing

@Suite("A window that changes its size without end", .inTurn)
struct ManyResizesTests {
  @Test("After five hundred changes to any size the run is shown whole, keys work, and no memory was lost")
  func fiveHundred() async throws {
    let place = try Workplace()
    let terminal = try await place.run(columns: 200, rows: 60)
    let program = try #require(try terminal.children().first)
    let line = open(try terminal.value(of: "pane_tty"), O_RDWR | O_NOCTTY | O_NONBLOCK)
    try #require(line >= 0)
    defer { close(line) }
    var sizes = Sizes(seed: 500)
    var before = 0
    for count in 1...500 {
      var window = sizes.next()
      #expect(ioctl(line, UInt(TIOCSWINSZ), &window) == 0)
      // So that most are seen one by one, and not only the last of many.
      try await Task.sleep(for: .milliseconds(5))
      if count == 100 { before = try Self.kilobytes(of: program) }
    }
    // tmux knows nothing of these: it tells of a size only when it is another than the last that it knew.
    try terminal.resize(columns: 60, rows: 16)
    try await terminal.wait("the whole screen") { screen in
      try screen.contains("RUN 1") && screen.contains("Tell support")
        && terminal.rows().last?.hasSuffix("? more") == true && terminal.rows().count == 16
    }
    try terminal.resize(columns: 200, rows: 60)
    let fresh = try await place.run(columns: 200, rows: 60)
    try await terminal.wait(toLookLike: fresh)
    let after = try Self.kilobytes(of: program)
    // One picture of the largest window takes about half a megabyte, and there are a few of them.
    #expect(after - before < 8192, "\(before) kB after 100 changes, \(after) kB after 500")
    try terminal.press("Space")
    try await terminal.wait(forStep: 2, "PRE 1/3")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  /// What the process has in memory that is its own (proc_pid_status(5)).
  private static func kilobytes(of process: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
    return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
  }

  /// Sizes from 1x1 to 300x100, every second one too small to show anything; the same ones each time.
  private struct Sizes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> winsize {
      let isSmall = below(2) == 0
      return winsize(
        ws_row: UInt16(1 + below(isSmall ? 20 : 100)), ws_col: UInt16(1 + below(isSmall ? 70 : 300)), ws_xpixel: 0,
        ws_ypixel: 0)
    }

    /// Knuth's linear congruential generator, of which the upper bits are good enough for this.
    private mutating func below(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
  }
}
