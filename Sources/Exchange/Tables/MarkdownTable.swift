/// A table as GitHub-flavoured Markdown writes it.
struct MarkdownTable {
  var header: [String]
  var rows: [[Phrase]] = []

  /// Ended by a newline; cells hold no line break and no bare pipe, for a `Phrase` gives neither.
  var text: String {
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(\.markdown) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
