import Domain
import Text

/// `pair handoff --markdown`: one page, fit to paste into a ticket. Somebody's words are literal (see `MarkdownText`), but
/// for the note, which is Markdown itself.
public enum HandoffMarkdown {
  public static func page(_ handoff: DutyHandoff, names: [Handle: String] = [:], in clock: LocalClock) -> String {
    let page = HandoffPage(handoff, names: names, in: clock)
    let facts = MarkdownTable(header: ["", ""], rows: page.facts.map { ["\(own: $0.name)", $0.phrase] })
    var text = "# \(page.title.markdown)\n\n\(facts.text)"
    for part in page.parts {
      text += "\n## \(part.title)\n\n" + part.lines.map { "- \($0.markdown)\n" }.joined()
    }
    if !handoff.note.isEmpty { text += "\n## Note\n\n" + quotation(of: handoff.note) }
    return text
  }

  /// Somebody's Markdown in a quotation: no heading is taken for one of the page, and nothing in it that is not closed goes
  /// on behind its last line (CommonMark, 5.1).
  private static func quotation(of note: String) -> String {
    let plain = note.withPlainLineBreaks.replacing("\t", with: "    ")
    return visible(plain, keepingLineBreaks: true).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      line.allSatisfy { $0 == " " } ? ">\n" : "> \(line)\n"
    }.joined()
  }
}
