import Domain

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
    if !handoff.note.isEmpty { text += "\n## Note\n\n" + MarkdownText.quotation(of: handoff.note) }
    return text
  }
}
