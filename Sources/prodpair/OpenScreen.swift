import Domain
import Foundation
import TUI
import Workflow

/// Opens the terminal program on a store.
enum OpenScreen {
  /// - Parameter now: the time that it stays, for a story that was told as if it were then; nil lets it pass.
  static func open(_ location: @autoclosure () throws -> StoreLocation, at now: Instant? = nil) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw CommandLineError.notATerminal }
    var clock: (@Sendable () -> Instant)?
    if let now { clock = { now } }
    if let note = try Screens.open(location(), clock: clock) { Output.note(note) }
  }
}
