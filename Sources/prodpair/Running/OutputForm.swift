import Exchange
import Foundation

/// What standard output can show.
enum OutputForm {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// ASCII signs where the locale says that nothing else can be shown.
  static var glyphs: Glyphs {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let codeset = locale.uppercased().filter { $0 != "-" }
    return !isTerminal || codeset.contains("UTF8") ? .unicode : .ascii
  }

  /// The terminal's columns and lines; 80 and 24 where it is none, or does not say.
  static var size: (width: Int, height: Int) {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
