import Foundation

/// A line between a terminal and the program in it that can be held: then keys still go in, and nothing comes out, as over a
/// connection that has stalled; and that can be cut.
///
/// It is a small program with a pseudo-terminal of its own, for tmux itself always takes what it is given.
struct HeldLine {
  private let place: Workplace
  let terminal: TerminalSession
  private var sign: String { place.folder("held") }

  /// A terminal on the run, with the line in between.
  ///
  /// - Parameter ignoringHangUp: whether the program was begun with SIGHUP ignored, as under nohup(1).
  init(_ place: Workplace, columns: Int = 200, rows: Int = 60, ignoringHangUp: Bool = false) async throws {
    self.place = place
    terminal = try place.terminal(columns: columns, rows: rows)
    let line = try place.file("line.py", Self.script)
    let program = ignoringHangUp ? #"sh -c 'trap "" HUP; exec prodpair'"# : "prodpair"
    try await terminal.run("python3 \(line) \(sign) \(program)")
    try await terminal.wait(for: "NEEDS YOU", "cf@v9")
    try await terminal.go(to: "r", showing: "artifact")
    try terminal.press("Enter")
    try await terminal.wait(for: "RUN 1", "PRE ", "Tell support", "has not run this checklist before")
  }

  func hold() throws { try place.file("held", "") }

  func release() throws { try FileManager.default.removeItem(atPath: sign) }

  /// Ends the line, so that the program's terminal is gone from one moment to the next.
  func cut() throws { try Program.must(["kill", "-KILL", "\(relay())"]) }

  /// The program at the far end.
  func program() throws -> Int32 { try Self.child(of: relay()) }

  private func relay() throws -> Int32 {
    guard let relay = try terminal.children().first else { throw Missing() }
    return relay
  }

  struct Missing: Error {}

  private static func child(of process: Int32) throws -> Int32 {
    let children = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
    guard let child = children.split(separator: " ").first.flatMap({ Int32($0) }) else { throw Missing() }
    return child
  }

  /// More than a terminal keeps for whoever does not read (4 KiB): so many whole pictures.
  func fill() throws { for _ in 0..<40 { try terminal.press("C-l") } }

  /// Waits until the process is gone; one that nobody has asked for its end counts as gone.
  func waitUntilGone(_ process: Int32) async throws {
    let end = ContinuousClock.now + TerminalSession.patience
    while access("/proc/\(process)/exe", F_OK) == 0 {
      guard ContinuousClock.now < end else {
        throw TerminalSession.NeverSeen(what: "the end of process \(process)", screen: try terminal.screen())
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until the process has done nothing for a while: it waits for its terminal.
  func waitUntilStill(_ process: Int32) async throws {
    let end = ContinuousClock.now + TerminalSession.patience
    var last = ""
    var same = 0
    while same < 15, ContinuousClock.now < end {
      // The processor's time that it has used, its 14th and 15th word (proc_pid_stat(5)).
      let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      let used = line.split(separator: " ").dropFirst(13).prefix(2).joined(separator: " ")
      same = used == last ? same + 1 : 0
      last = used
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private static let script = """
    import fcntl, os, pty, select, sys, termios, tty
    sign, words = sys.argv[1], sys.argv[2:]
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, b"\\0" * 8)
    child, far = pty.fork()
    if child == 0:
        os.execvp(words[0], words)
    fcntl.ioctl(far, termios.TIOCSWINSZ, size)
    found = termios.tcgetattr(0)
    tty.setraw(0)
    try:
        while True:
            held = os.path.exists(sign)
            ready = select.select([0] if held else [0, far], [], [], 0.02)[0]
            if 0 in ready:
                os.write(far, os.read(0, 65536))
            if far in ready:
                painted = os.read(far, 65536)
                if not painted:
                    break
                os.write(1, painted)
    except OSError:
        pass
    finally:
        termios.tcsetattr(0, termios.TCSAFLUSH, found)
    os.waitpid(child, 0)

    """
}
