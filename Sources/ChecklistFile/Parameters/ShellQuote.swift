/// Writes any text so that a POSIX shell takes it for that text and nothing else.
public enum ShellQuote {
  /// In single quotes, in which only the quote itself means anything: `it's` gives `'it'\''s'`.
  ///
  /// The text must have no NUL, which no shell can hold.
  public static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// A line that sets a variable, as in `version='v205'`.
  ///
  /// Control characters other than tab and line feed are spelled out for `printf`: pasted into a terminal, ESC could
  /// end a bracketed paste and make the rest typed input. The letter at the end keeps `$(…)` from dropping line ends.
  public static func assignment(of value: String, to name: String) -> String {
    let hasControls = value.unicodeScalars.contains {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
    }
    guard hasControls else { return "\(name)=\(quoted(value))" }
    var format = ""
    for byte in value.utf8 {
      let isPlain = byte.isLetter || byte.isDigit || byte == .space
      format += isPlain ? String(UnicodeScalar(byte)) : octal(byte)
    }
    return "\(name)=$(printf '\(format)x'); \(name)=${\(name)%x}"
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
