import Foundation
import TUI
import Workflow

/// What `prodpair` does when it is given no command.
enum OpenScreen {
  static func open(_ location: @autoclosure () throws -> StoreLocation) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw CommandLineError.notATerminal }
    try Screens.open(location())
  }
}
