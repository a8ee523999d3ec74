import Domain
import Foundation
import TUI
import Workflow

/// Opens the terminal program on a store.
enum OpenScreen {
  /// - Parameter first: what is to be opened at once; the configured first screen without it.
  static func open(_ location: @autoclosure () throws -> StoreLocation, on first: FirstScreen? = nil) throws {
    try needTerminal()
    say(try Screens.open(location(), on: first, say: Output.problem))
  }

  /// Whether there is a terminal to open a screen on.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Opens a made-up store, of which nothing is remembered.
  ///
  /// - Parameter now: the moment at which the screen's clock begins; nil for the machine's own.
  static func openDemo(_ location: @autoclosure () throws -> StoreLocation, at now: Instant?) throws {
    try needTerminal()
    let opened = Instant(Date())
    var clock: (@Sendable () -> Instant)?
    if let now { clock = { now + (Instant(Date()) - opened) } }
    say(try Screens.open(location(), clock: clock, remembers: false))
  }

  private static func needTerminal() throws {
    guard hasTerminal else { throw CommandLineError.notATerminal }
  }

  private static func say(_ note: String?) { if let note { Output.note(note) } }
}
