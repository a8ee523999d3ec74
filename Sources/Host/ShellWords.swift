/// Splits a command as a POSIX shell would (XCU 2.2, quoting), and does nothing else that a shell does: no
/// variables, no patterns, no substitution.
///
///     ShellWords.split(#"code --wait '/a b/c'"#)  // ["code", "--wait", "/a b/c"]
enum ShellWords {
  /// - Returns: `nil` if a quote has no end, or nothing follows a backslash.
  static func split(_ command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var rest = command.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t", "\n":
        if let finished = word { words.append(finished) }
        word = nil
      case "'":
        guard let end = rest.firstIndex(of: "'") else { return nil }
        word = (word ?? "") + String(rest[..<end])
        rest = rest[rest.index(after: end)...]
      case "\"":
        guard let quoted = takeQuoted(&rest) else { return nil }
        word = (word ?? "") + quoted
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        // A backslash and a line break are nothing at all.
        if escaped != "\n" { word = (word ?? "") + String(escaped) }
      default:
        word = (word ?? "") + String(scalar)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// What double quotes hold, up to and without the one that ends it. Only `$`, a backquote, `"`, `\` and a line
  /// break are escaped in there.
  private static func takeQuoted(_ rest: inout Substring.UnicodeScalarView) -> String? {
    var result = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(result)
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        if escaped == "\n" { continue }
        if !"$`\"\\".unicodeScalars.contains(escaped) { result.append(scalar) }
        result.append(escaped)
      default: result.append(scalar)
      }
    }
    return nil
  }
}
