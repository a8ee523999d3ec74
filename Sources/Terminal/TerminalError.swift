/// Why there can be no full-screen program here.
public enum TerminalError: Error, Hashable, Sendable {
  public enum Side: String, Hashable, Sendable {
    case input, output
  }

  case notATerminal(Side)
  case typeNotSet
  case typeUnknown(String)
  case typeUnsuitable(String)
  case noTerminalDatabase
  case refused(String)
  case noWakePipe(errno: Int32)
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal(let side):
      "standard \(side) is not a terminal; run it in one, or use a command that prints (see --help)"
    case .typeNotSet:
      "TERM is not set, so the terminal's type is not known; set it, for example TERM=xterm-256color"
    case .typeUnknown(let type):
      "there is no terminfo entry for TERM=\(type); install it, or try TERM=xterm-256color"
    case .typeUnsuitable(let type):
      "the terminal type \(type) can't place its cursor; try TERM=xterm-256color, or use a command that prints"
    case .noTerminalDatabase:
      "no terminfo database was found; install ncurses-base, or set TERMINFO"
    case .refused(let type):
      "curses could not open the terminal (TERM=\(type))"
    case .noWakePipe(let errno):
      "no pipe could be made to wake the screen (error \(errno)); too many open files?"
    }
  }
}
