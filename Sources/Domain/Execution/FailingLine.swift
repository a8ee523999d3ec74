/// Which line of a command's output says why it failed.
public enum FailingLine {
  /// At most this long is what is offered as a reason, in characters.
  public static let limit = 300

  /// What the program itself adds to an output begins so.
  private static let ours = "[prodpair: "

  /// How well a line says why, the best first.
  private static let signs: [[String]] = [
    ["error:", "fatal:", "panic:", "failed:", "failure:", "exception:", "err:"],
    [
      "command not found", ": not found", "no such file", "permission denied", "connection refused", "timed out",
      "could not resolve", "not running after update", "no space left", "cannot ", "can't ", "unable to",
      "unauthorized",
      "aborted", "traceback",
    ],
    ["error", "fatal", "failed", "failure", "exception", "panic"],
  ]

  /// What says that it did not, though a word of those is in it.
  private static let denials = [
    "0 error", "no error", "0 failed", "0 failure", "no failure", "without error", "errors: 0",
  ]

  /// The last of those lines that say it best; the last one with anything in it where none does, and nil of nothing.
  ///
  /// - Parameter lines: the last ones of the output, as people read them.
  public static func find(in lines: [String]) -> String? {
    let lines = lines.map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix(ours) }
    for (rank, signs) in signs.enumerated() {
      let found = lines.last { line in
        let line = line.lowercased()
        guard !denials.contains(where: line.contains) else { return false }
        return signs.contains(where: line.contains) || rank == 0 && isNumbered(line)
      }
      if let found { return cut(found) }
    }
    return lines.last.map(cut)
  }

  /// As in `error 400007: 'runner_z1/95' is not running after update`.
  private static func isNumbered(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return zip(words, words.dropFirst()).contains { word, next in
      word.hasSuffix("error") && next.hasSuffix(":") && next.count > 1 && next.dropLast().allSatisfy(\.isNumber)
    }
  }

  private static func trimmed(_ line: String) -> String {
    var rest = line[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  private static func cut(_ line: String) -> String {
    line.count > limit ? String(line.prefix(limit - 1)) + "…" : line
  }
}
