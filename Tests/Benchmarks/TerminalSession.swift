import Foundation

/// A program on a pseudo-terminal, of 100 by 30 unless another size is said, and what its screen shows.
final class TerminalSession {
  static let columns = 100
  static let rows = 30

  let pid: pid_t
  private let master: Int32
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private(set) var picture: PictureOfTerminal
  /// When the program was started, by the monotonic clock.
  let startedAt: Double
  /// When the program wrote last, by the same clock.
  private(set) var heardAt = 0.0

  init(
    _ arguments: [String], environment: [String: String], columns: Int = TerminalSession.columns,
    rows: Int = TerminalSession.rows
  ) throws {
    picture = PictureOfTerminal(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var ends: (master: Int32, program: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ends.master, &ends.program, nil, nil, &size) == 0,
      ttyname_r(ends.program, &name, name.count) == 0
    else { throw BenchError("no pseudo-terminal: \(String(cString: strerror(errno)))") }
    for end in [ends.master, ends.program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    master = ends.master
    defer { close(ends.program) }
    let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let environment = environment.merging(["TERM": "xterm-256color"]) { _, new in new }
    startedAt = clockMilliseconds()
    pid = try ChildProcess.start(arguments, environment: environment, on: .terminal(path))
  }

  /// Ends the program and the terminal.
  func end() {
    kill(pid, SIGKILL)
    ChildProcess.reap(pid)
    close(master)
  }

  func type(_ keys: String) throws {
    let bytes = Array(keys.utf8)
    guard write(master, bytes, bytes.count) == bytes.count else { throw BenchError("the terminal takes no keys") }
  }

  /// Reads until the picture is as wanted, and returns when that was by the monotonic clock.
  ///
  /// - Parameter what: names it in the error that is thrown when it does not come in ten seconds.
  @discardableResult
  func wait(for what: String, _ isShown: (PictureOfTerminal) -> Bool) throws -> Double {
    let deadline = clockMilliseconds() + 10_000
    while !isShown(picture) {
      guard clockMilliseconds() < deadline, try readMore(waiting: 10_000) else {
        throw BenchError("\(what) did not come; the screen shows:\n" + picture.lines.joined(separator: "\n"))
      }
    }
    return clockMilliseconds()
  }

  /// Reads until nothing came for a while.
  func settle(quietMilliseconds: Int32 = 80) throws { while try readMore(waiting: quietMilliseconds) {} }

  /// Presses a key and returns how long it took until the picture was as wanted, in milliseconds.
  func time(_ keys: String, until what: String, _ isShown: (PictureOfTerminal) -> Bool) throws -> Double {
    let start = clockMilliseconds()
    try type(keys)
    return try wait(for: what, isShown) - start
  }

  /// Takes what the program wrote; false when nothing came in that time.
  private func readMore(waiting: Int32) throws -> Bool {
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, waiting) > 0 else { return false }
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else {
      throw BenchError("the program has ended; the screen shows:\n" + picture.lines.joined(separator: "\n"))
    }
    picture.feed(buffer[..<count])
    heardAt = clockMilliseconds()
    return true
  }
}
