import CCurses
import Glibc

/// The terminal on standard input and output, in full-screen mode from `init` until ``close()``.
///
/// The only code that calls curses. It isn't `Sendable`, so that the compiler keeps it on one thread. The
/// terminal is given back as it was found, whatever ends the process: `close`, `deinit`, `exit`, a signal,
/// or a crash (but not SIGKILL). While it is ours, standard error is kept aside, and printed afterwards.
///
/// At most one may be open at a time.
public final class CursesTerminal {
  public let capabilities: TerminalCapabilities
  /// Changing it shows at once.
  public var theme: Theme {
    didSet { if theme != oldValue { repaint() } }
  }

  var decoder = InputDecoder()
  var lastReadAt = ContinuousClock.now
  var presented: Screen?
  /// Something is left to do at once: not everything was read, or the window has changed.
  var mustNotSleep = false
  /// The size that the caller knows of.
  var reportedSize = Size(width: 0, height: 0)
  private(set) var isOurs = true
  private let type: String

  /// Enters full-screen mode.
  public convenience init(
    theme: Theme = .standard, mouse: Bool = true, asciiLines: Bool = false
  ) throws(TerminalError) {
    func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    try self.init(
      term: environment("TERM"), noColor: environment("NO_COLOR"), mouse: mouse, theme: theme, asciiLines: asciiLines)
  }

  /// - Parameters:
  ///   - noColor: `NO_COLOR`, or what a `--no-color` stands for.
  ///   - asciiLines: lines and signs of ASCII, though the terminal may have others.
  public init(
    term: String?, noColor: String?, mouse: Bool = true, theme: Theme = .standard, asciiLines: Bool = false
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    guard let term, !term.isEmpty else { throw .typeNotSet }
    guard term != "dumb" else { throw .typeUnsuitable(term) }
    switch cc_look_up_terminal(term) {
    case .usable: break
    case .unknown: throw .typeUnknown(term)
    case .missing_database: throw .noTerminalDatabase
    case .cannot_address_cursor: throw .typeUnsuitable(term)
    }
    var capabilities = TerminalCapabilities(
      term: term, noColor: noColor, codeset: String(cString: cc_adopt_codeset()))
    guard cc_open(term, capabilities.showsColor, mouse) else { throw .refused(term) }
    capabilities.showsColor = cc_colors() >= 8
    if asciiLines { capabilities.glyphs = .ascii }
    self.capabilities = capabilities
    self.theme = theme
    type = term
    reportedSize = size
  }

  deinit { cc_close() }

  /// Gives the terminal back for good. Calling it again does nothing.
  public func close() {
    isOurs = false
    cc_close()
  }

  public var size: Size { Size(width: Int(cc_columns()), height: Int(cc_rows())) }

  /// Whether clicks and the wheel come here. When they don't, the terminal's own selection works.
  public func setMouse(enabled: Bool) { cc_set_mouse(enabled) }

  public func bell() { cc_bell() }

  // MARK: Lending the terminal

  /// Gives the terminal to another program, such as an editor, until ``reclaim()``. ^C is then for that program.
  public func release() {
    guard isOurs else { return }
    isOurs = false
    cc_pause()
  }

  /// Takes the terminal again and shows the last screen, unless the window has another size by now.
  public func reclaim() {
    guard !isOurs else { return }
    isOurs = true
    decoder = InputDecoder()
    cc_resume()
    repaint()
    mustNotSleep = size != reportedSize
  }

  /// Runs something that needs the terminal for itself.
  public func withTerminalReleased<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    release()
    defer { reclaim() }
    return try body()
  }

  /// Stops the process, as ^Z does elsewhere; returns when the shell continues it.
  public func suspend() {
    release()
    cc_stop_process()
    reclaim()
    _ = cc_take_signals()
  }

  /// Whether ``copyToClipboard(_:)`` has any chance here.
  var hasClipboard: Bool { isOurs && type != "linux" }
}
