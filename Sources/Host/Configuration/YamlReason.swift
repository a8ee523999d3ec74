import Yams

/// Why a text is no YAML, in a few words.
enum YamlReason {
  /// The line, from 1, at which the reader gave up, and what it says.
  static func of(_ error: any Error, in text: String) -> (line: Int, reason: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (max(1, mark.line), problem)
    case .reader(let problem, let offset, _, _):
      (1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }, problem)
    default: (1, "it can't be read")
    }
  }
}
