import Domain
import Foundation
import TUI
import Workflow

/// Opens the terminal program on a store.
enum OpenScreen {
  static func open(_ location: @autoclosure () throws -> StoreLocation) throws {
    try needTerminal()
    say(try Screens.open(location()))
  }

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
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw CommandLineError.notATerminal }
  }

  private static func say(_ note: String?) { if let note { Output.note(note) } }
}
