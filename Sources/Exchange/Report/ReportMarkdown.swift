/// A report as one Markdown page.
enum ReportMarkdown {
  static func page(_ blocks: [ReportBlock], footer: Phrase) -> String {
    (blocks.map(text) + ["---\n\n\(footer.markdown)\n"]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func text(_ block: ReportBlock) -> String {
    switch block {
    case .title(let above, let title): "# \(above.markdown): \(title.markdown)\n"
    case .lead(let phrase), .paragraph(let phrase): "\(phrase.markdown)\n"
    case .heading(let level, let title, _): "\(String(repeating: "#", count: level)) \(title.markdown)\n"
    case .figures(let facts), .facts(let facts):
      facts.isEmpty ? "" : MarkdownTable(header: ["", ""], rows: facts.map { ["\(own: $0.name)", $0.value] }).text
    case .table(let table): table.rows.isEmpty ? "" : table.text
    case .list(let lines): lines.map { "- \($0.markdown)\n" }.joined()
    case .prose(let text): prose(text)
    case .exhibits(let exhibits): self.exhibits(exhibits).text
    case .timeline(let drawing): IncidentDrawingText.text(drawing)
    }
  }

  /// A quotation, in which nothing of somebody's text can begin a heading, a list or a rule.
  static func prose(_ text: String) -> String {
    let paragraphs = ReportProse.blocks(text).map { block in
      switch block {
      case .paragraph(let lines):
        lines.map { "> \(line($0))" }.joined(separator: "\\\n") + "\n"
      case .bullets(let items): items.map { "> - \(line($0))\n" }.joined()
      case .numbered(let from, let items):
        items.enumerated().map { "> \(from + $0.offset). \(line($0.element))\n" }.joined()
      }
    }
    return paragraphs.joined(separator: ">\n")
  }

  private static func line(_ text: String) -> String {
    let escaped = MarkdownText.escaped(text)
    if let first = escaped.first, "-+=".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { ("0"..."9").contains($0) }
    let rest = escaped.dropFirst(digits.count)
    if !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")" { return digits + "\\" + rest }
    return escaped
  }

  /// Sick and healthy side by side where both are there.
  private static func exhibits(_ exhibits: [Exhibit]) -> MarkdownTable {
    let columns = ["sick", "healthy", nil].map { health in exhibits.filter { $0.health == health } }
    let shown = zip(["Sick", "Healthy", "Evidence"], columns).filter { !$0.1.isEmpty }
    let most = columns.map(\.count).max() ?? 0
    return MarkdownTable(
      header: shown.map(\.0),
      rows: (0..<most).map { row in shown.map { row < $0.1.count ? cell($0.1[row]) : "" } })
  }

  private static func cell(_ exhibit: Exhibit) -> Phrase {
    switch exhibit.content {
    case .metric(let text), .log(let text): "\(exhibit.name)<br>\(text)"
    case .file(let phrase): "\(exhibit.name)<br>" + phrase
    }
  }
}
