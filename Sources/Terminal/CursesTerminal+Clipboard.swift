import CCurses
import Glibc

extension CursesTerminal {
  /// Asks the terminal to put text on the clipboard of the machine one sits at (OSC 52).
  ///
  /// - Returns: false if it was not asked: the text is longer than terminals take, or this one can't.
  ///   That a terminal was asked doesn't mean that it obeyed; none of them says.
  public func copyToClipboard(_ text: String) -> Bool {
    guard hasClipboard, let sequence = ClipboardSequence.copy(text, inTmux: getenv("TMUX") != nil) else { return false }
    let bytes = Array(sequence.utf8)
    return cc_write(bytes, bytes.count)
  }
}
