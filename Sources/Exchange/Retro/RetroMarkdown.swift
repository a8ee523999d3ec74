import Domain
import Text

/// `incident retro --markdown`: one page, fit to paste into a ticket. Somebody's words are literal (see `MarkdownText`), but
/// for answers, the impact and why we were surprised, which are Markdown themselves.
public enum RetroMarkdown {
  public static func page(_ record: RetroRecord) -> String {
    let page = RetroPage(record)
    let facts = MarkdownTable(header: ["", ""], rows: page.facts.map { ["\(own: $0.name)", $0.phrase] })
    var text = "# \(page.title.markdown)\n\n\(facts.text)"
    for part in page.parts {
      text += "\n## \(part.title)\n"
      if !part.body.isEmpty { text += "\n" + MarkdownText.quotation(of: part.body) }
      if !part.lines.isEmpty { text += "\n" + part.lines.map { "- \($0.markdown)\n" }.joined() }
    }
    return text
  }
}
