import Domain
import Text

/// What is to be told of a command that was run, a sentence each.
struct ExecutionPhrase {
  let record: RunRecord

  private var words: EntryPhrase { EntryPhrase(record: record) }

  /// As in `execution 12, step 7 smoke (check): curl -fsS https://status.example`.
  func title(_ execution: Execution) -> Phrase {
    let number = record.run.steps.first { $0.id == execution.step }?.number
    let step: Phrase = number.map { "\(own: $0) \(execution.step)" } ?? "\(execution.step)"
    return "execution \(own: execution.number), step " + step
      + " (\(own: execution.mode.rawValue)): \(execution.command.title)"
  }

  /// As in `ana, 10:41, by bash -eo pipefail in /srv/deploy on jumpbox`.
  func start(_ execution: Execution) -> Phrase {
    let interpreter = execution.command.interpreter.joined(separator: " ")
    return "\(execution.by), \(own: words.time(execution.startedAt)), by \(interpreter) "
      + "in \(execution.directory) on \(execution.host)"
  }

  /// As in `no: exit 1 after 3s, tried 5 times`.
  func end(_ execution: Execution) -> Phrase {
    guard let result = execution.result else { return "it runs" }
    let isAnswer = execution.mode == .check && result.verdict.isAnswer
    return (isAnswer ? "\(own: result.verdict.rawValue): " : "") + "\(result.words)"
  }

  /// How much it printed, and how to get all of it; nil while it runs.
  func output(_ execution: Execution) -> Phrase? {
    guard let output = execution.result?.output else { return nil }
    guard output.size > 0 else { return "it printed nothing" }
    guard let kept = output.kept else { return "it printed \(own: output.size) bytes, none of which could be kept" }
    let size: Phrase =
      kept.size < output.size
      ? "\(own: output.size) bytes of output, \(own: kept.size) of them kept" : "\(own: output.size) bytes of output"
    return size + ", SHA-256 \(code: kept.sha256); "
      + "`prodpair run show \(own: record.run.number) --evidence \(own: kept.sha256.prefix(12))` prints them"
  }

  /// The line that says why it failed.
  func failingLine(_ execution: Execution) -> Phrase? {
    execution.result?.output.failingLine.map { "the line that says why: \($0)" }
  }

  /// The first and the last lines that it printed, each safe to show; nil between them where there are more.
  static func shownLines(_ execution: Execution) -> [String?] {
    guard let output = execution.result?.output else { return [] }
    let tail = lines(output.tail)
    return lines(output.head).map { $0 } + (output.linesBetween > 0 ? [nil] : []) + tail.map { $0 }
  }

  private static func lines(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { visible($0) }
  }
}
