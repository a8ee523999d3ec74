import Foundation
import Testing

@Suite("However the program ends, the shell has its terminal as it was", .inTurn)
struct CrashTests {
  /// All that ends a process unless it is caught, and can be caught.
  static let signals = [
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "SEGV", "SYS", "TERM", "XCPU", "USR1", "USR2", "ALRM",
    "VTALRM", "PROF", "POLL", "PWR", "STKFLT",
  ]

  @Test("By any signal, in the middle of typing", arguments: signals)
  func signal(name: String) async throws {
    let data = try Folder()
    let terminal = try TerminalSession(environment: ["XDG_DATA_HOME": data.path])
    try await terminal.run("ulimit -c 0")
    let before = try await Manners(of: terminal)
    try await terminal.run("prodpair")
    try await terminal.wait(for: "Welcome to prodpair")
    try terminal.type("half a te")
    try await terminal.wait(for: "half a te")
    #expect(try terminal.value(of: "alternate_on") == "1")
    let program = try #require(try terminal.children().first)
    try Program.must(["kill", "-\(name)", "\(program)"])
    #expect(try await Manners(of: terminal) == before)
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("A pipe without a reader and a file-size limit do not end it at all", arguments: ["PIPE", "XFSZ"])
  func ignored(name: String) async throws {
    let data = try Folder()
    let terminal = try TerminalSession(environment: ["XDG_DATA_HOME": data.path])
    try await terminal.run("prodpair")
    try await terminal.wait(for: "Welcome to prodpair")
    try Program.must(["kill", "-\(name)", "\(try #require(try terminal.children().first))"])
    try terminal.type("still here")
    try await terminal.wait(for: "still here")
    try terminal.press("Escape")
    try await terminal.wait(for: "Leave the form?")
    try terminal.press("y")
    try await terminal.wait(for: "NEEDS YOU")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  /// prodpair itself has no way to be made to fail so, and needs none: `prodpair-crash` is built for the tests alone, and
  /// has the same terminal in the same hands.
  @Test(
    "By a mistake that Swift finds, whichever it is, and its message can be read afterwards",
    arguments: [
      ("fatalError", "on purpose"), ("precondition", "on purpose"), ("overflow", nil), ("unwrap", "nil"),
      ("index", "range"), ("cast", "cast"), ("overlap", "access"), ("otherThread", "on another thread"), ("stack", nil),
      ("abort", nil), ("exit", nil),
    ] as [(String, String?)])
  func mistake(death: String, message: String?) async throws {
    // High enough for what Swift tells about it.
    let terminal = try TerminalSession(columns: 120, rows: 60)
    try await terminal.run("ulimit -c 0")
    let before = try await Manners(of: terminal)
    try await terminal.run("prodpair-crash \(death)")
    try await terminal.wait(for: "any key ends this by \(death)")
    #expect(try terminal.value(of: "alternate_on") == "1")
    try terminal.press("x")
    #expect(try await Manners(of: terminal) == before)
    if let message { #expect(try terminal.screen().contains(message)) }
    try await TerminalMannersTests.expectUsable(terminal)
  }
}

/// How a terminal treats what is typed and shown, at a shell's prompt.
struct Manners: Equatable {
  private var flags: [String: String] = [:]
  private var line: String

  /// Once the shell waits for a line.
  init(of terminal: TerminalSession) async throws {
    try await terminal.wait("the shell's prompt") { $0.hasSuffix("ready>") }
    for flag in [
      "alternate_on", "cursor_flag", "insert_flag", "keypad_flag", "keypad_cursor_flag", "mouse_any_flag",
      "mouse_all_flag", "mouse_button_flag", "mouse_standard_flag", "mouse_sgr_flag", "mouse_utf8_flag", "origin_flag",
      "wrap_flag", "scroll_region_upper", "scroll_region_lower",
    ] {
      flags[flag] = try terminal.value(of: flag)
    }
    line = try terminal.line()
  }
}
