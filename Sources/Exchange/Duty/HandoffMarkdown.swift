import Domain

/// `pair handoff --markdown`: one page, fit to paste into a ticket. Somebody's words are literal: see `MarkdownText`.
public enum HandoffMarkdown {
  public static func page(_ handoff: DutyHandoff, names: [Handle: String] = [:], in clock: LocalClock) -> String {
    let page = HandoffPage(handoff, names: names, in: clock)
    let facts = MarkdownTable(header: ["", ""], rows: page.facts.map { ["\(own: $0.name)", $0.phrase] })
    var text = "# \(page.title.markdown)\n\n\(facts.text)"
    for part in page.parts {
      text += "\n## \(part.title)\n\n" + part.lines.map { "- \($0.markdown)\n" }.joined()
    }
    if let note = page.note { text += "\n## Note\n\n\(note.markdown)\n" }
    return text
  }
}
