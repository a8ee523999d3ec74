import Domain

/// A command that was run, under its step in `run show`.
struct ExecutionText {
  let record: RunRecord
  let width: Int?

  /// What it printed stands behind bars, so that no line of it can pass for one of the record.
  func text(_ execution: Execution, indent: String) -> String {
    let words = ExecutionPhrase(record: record)
    func line(_ phrase: Phrase, _ more: String = "  ") -> String {
      HangingText.text(indent + more, phrase.text, width: width)
    }
    var text = line(words.title(execution), "")
    text += line(words.start(execution) + ": " + words.end(execution))
    for shown in ExecutionPhrase.shownLines(execution) {
      if let shown {
        text += HangingText.text(indent + "  | ", shown, width: width)
      } else {
        text += line("(\(own: execution.result?.output.linesBetween ?? 0) lines between)")
      }
    }
    if let why = words.failingLine(execution) { text += line(why) }
    if let output = words.output(execution) { text += line(output) }
    return text
  }
}
