import Foundation

/// A line typed at the terminal that is not shown while it is, for secrets.
public enum HiddenLine {
  /// Asks on standard error and reads from standard input, which has to be a terminal.
  ///
  /// The terminal is put right again also where ^C ends the process meanwhile; ^Z does nothing, since the shell's own
  /// settings would be in force after it, and the line be seen.
  /// - Parameter prompt: made safe by the caller.
  /// - Returns: nil at the end of input.
  public static func read(prompt: String) -> [UInt8]? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    return Interruption.holdingBack {
      var hidden = before
      hidden.c_lflag &= ~tcflag_t(ECHO)
      withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VSUSP)] = 0 }
      // What was typed before the question was asked is no answer to it.
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
      defer {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        say("\n")
      }
      say(prompt)
      return line()
    }
  }

  private static func line() -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while !Interruption.isAskedFor {
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return line.isEmpty ? nil : line }
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
    }
    return nil
  }

  private static func say(_ text: String) {
    var text = text
    text.withUTF8 { _ = Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
