import Foundation
import Testing

@Suite("The mouse", .inTurn)
struct MouseTests {
  @Test("A click goes to a screen, chooses a line and opens it, and the wheel moves")
  func clicks() async throws {
    let place = try Workplace()
    for number in 10...30 { try place.must("person", "add", "p\(number)", "--name", "Person \(number)") }
    let terminal = try await place.today()
    #expect(try terminal.value(of: "mouse_sgr_flag") == "1")
    try await terminal.click(on: "Teams")
    try await terminal.wait(for: "team, person", "p10")
    try await terminal.click(on: "p12")
    try await terminal.wait("the line is chosen") { _ in try terminal.rows()[1].contains(" 6 of ") }
    try terminal.point(65, column: 10, row: 10)
    try await terminal.wait("the next line") { _ in try !terminal.rows()[1].contains(" 6 of ") }
    try terminal.point(64, column: 10, row: 10)
    try await terminal.wait("the line before") { _ in try terminal.rows()[1].contains(" 6 of ") }
    try await terminal.click(on: "p12")
    try await terminal.wait(for: "Person p12")
    // In a form a click chooses the field, and typing goes there.
    try await terminal.click(on: "login")
    try terminal.type("somebody")
    try await terminal.wait("the login") { screen in
      screen.split(separator: "\n").contains { $0.contains("login") && $0.contains("somebody") }
    }
    try terminal.press("C-s")
    try await terminal.wait(for: "team, person")
    try await terminal.wait(forSaid: "p12 was changed")
    // A click beside everything, and reports of a mouse that nobody can mean, do nothing.
    try terminal.point(0, column: 100, row: 30)
    try terminal.point(0, column: 9999, row: 9999)
    try terminal.point(2, column: 1, row: 1)
    try await terminal.click(on: "Runs")
    try await terminal.wait(for: "cf@v9")
    try terminal.press("q")
    try await TerminalMannersTests.expectUsable(terminal)
  }

  @Test("On a run a click chooses the step, and the wheel goes through the steps")
  func run() async throws {
    let place = try Workplace()
    let terminal = try await place.run()
    try await terminal.click(on: "Watch the canary")
    try await terminal.wait(forStep: 4)
    try terminal.point(64, column: 10, row: 10)
    try await terminal.wait(forStep: 1)
  }

  @Test(
    "The plain view leaves the mouse to the terminal's own selection until it is closed", arguments: ["Escape", "q"])
  func plain(key: String) async throws {
    let place = try Workplace()
    let terminal = try await place.today()
    try await terminal.go(to: "p", showing: "team, person")
    #expect(try terminal.value(of: "mouse_any_flag") == "1")
    try terminal.press("Y")
    try await terminal.wait("plain text alone") {
      !$0.contains("team, person") && !$0.contains("Tab") && $0.contains("platform")
    }
    for flag in ["mouse_any_flag", "mouse_button_flag", "mouse_standard_flag"] {
      try await terminal.wait(untilValueOf: flag, is: "0")
    }
    // What is there lies at the very edge, and nothing is drawn around it.
    #expect(try terminal.rows()[0].hasPrefix("platform") || terminal.rows()[0].first?.isLetter == true)
    try terminal.press(key)
    try await terminal.wait(for: "team, person")
    try await terminal.wait(untilValueOf: "mouse_any_flag", is: "1")
  }

  @Test("mouse: false in the configuration never takes it")
  func off() async throws {
    let place = try Workplace()
    try place.file("config/prodpair/config.yaml", "mouse: false\n")
    let terminal = try await place.today()
    #expect(try terminal.value(of: "mouse_any_flag") == "0")
    try await terminal.go(to: "p", showing: "team, person")
    try terminal.press("Y")
    try await terminal.waitUntilGone("team, person")
    try terminal.press("Escape")
    try await terminal.wait(for: "team, person")
    #expect(try terminal.value(of: "mouse_any_flag") == "0")
  }
}
