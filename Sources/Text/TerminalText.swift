/// A line of a program's output as a terminal would leave it.
public enum TerminalText {
  /// The line's text: escape sequences are gone, what `\r` and backspace go back over is written over, tabs are spaces, and
  /// what is no UTF-8 is U+FFFD. Colours, titles and links are dropped; erasing to the end of the line and moving within
  /// it are done.
  ///
  /// It is not made safe to show: other control and bidi characters stay, and whoever shows it makes them visible.
  ///
  /// - Parameter bytes: of one line, without its line end.
  public static func plain(_ bytes: some Collection<UInt8>) -> String {
    let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    var line = TerminalLine()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { line.take(scalar) }
    return line.text
  }
}

/// A line of a terminal, and what it makes of what is printed.
private struct TerminalLine {
  private enum State {
    case text
    /// Behind an escape.
    case escape
    /// In a sequence that moves or colours, with its parameters so far.
    case control(String)
    /// In a string, such as a title, until it is ended.
    case string(isEscaped: Bool)
  }

  private var cells: [Unicode.Scalar] = []
  private var column = 0
  private var state = State.text

  /// However far somebody moves, a line has no more columns than this to be filled with spaces.
  private static let widest = 10_000

  var text: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: cells)
    return text
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    switch state {
    case .text: print(scalar)
    case .escape: begin(scalar)
    case .control(let parameters): follow(scalar, parameters)
    case .string(let isEscaped):
      let isEnd = scalar == "\u{7}" || scalar == "\u{9C}" || isEscaped && scalar == "\\"
      state = isEnd ? .text : .string(isEscaped: scalar == "\u{1B}")
    }
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": state = .escape
    case "\u{9B}": state = .control("")
    case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": state = .string(isEscaped: false)
    case "\r": column = 0
    case "\u{8}": column = max(0, column - 1)
    case "\0", "\u{7}": break
    case "\t": for _ in 0..<(8 - column % 8) { put(" ") }
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if column < cells.count { cells[column] = scalar } else { cells.append(scalar) }
    column += 1
  }

  private mutating func begin(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "[": state = .control("")
    case "]", "P", "X", "^", "_": state = .string(isEscaped: false)
    // As in `ESC ( B`: the last one is still to come.
    case " "..."/": state = .escape
    case "\u{1B}": state = .escape
    default: state = .text
    }
  }

  private mutating func follow(_ scalar: Unicode.Scalar, _ parameters: String) {
    switch scalar {
    case "\u{1B}": state = .escape
    case " "..."?":
      // No sequence that means something is as long; the rest of it is dropped.
      state = .control(parameters.utf8.count < 64 ? parameters + String(scalar) : parameters)
    case "@"..."~":
      state = .text
      move(scalar, parameters)
    // What a terminal does within a sequence it does at once.
    default: print(scalar)
    }
  }

  private mutating func move(_ final: Unicode.Scalar, _ parameters: String) {
    let number = Int(parameters.prefix { $0 != ";" })
    let count = min(max(1, number ?? 1), Self.widest)
    switch final {
    case "C": go(to: column + count)
    case "D": go(to: column - count)
    case "G": go(to: count - 1)
    case "K" where number ?? 0 == 0: if column < cells.count { cells.removeSubrange(column...) }
    case "K" where number == 1: for index in 0..<min(column + 1, cells.count) { cells[index] = " " }
    case "K": cells = Array(repeating: " ", count: min(column, cells.count))
    default: break
    }
  }

  private mutating func go(to wanted: Int) {
    column = min(max(0, wanted), Self.widest)
    while cells.count < column { cells.append(" ") }
  }
}
