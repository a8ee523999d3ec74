import Domain

/// A command that was run, for a page: what, how it ended, and the first and last lines that it printed.
struct ExecutionPart {
  var title: Phrase
  var facts: [Phrase]
  /// Safe to show; empty where it printed nothing.
  var output: String
  /// Whether it ended well: a yes, or of a command that is no check its exit with 0.
  var isGood: Bool

  init(_ execution: Execution, in record: RunRecord) {
    let words = ExecutionPhrase(record: record)
    title = words.title(execution)
    facts =
      [words.start(execution) + ": " + words.end(execution), words.failingLine(execution), words.output(execution)]
      .compactMap(\.self)
    let between = "(\(execution.result?.output.linesBetween ?? 0) lines between)"
    output = ExecutionPhrase.shownLines(execution).map { $0 ?? between }.joined(separator: "\n")
    isGood = execution.verdict == .yes
  }

  /// A list, and a fence that nothing in it can end.
  var markdown: String {
    "- \(title.markdown)\n" + facts.map { "  - \($0.markdown)\n" }.joined()
      + (output.isEmpty ? "" : "\n" + MarkdownText.fence(output))
  }
}
