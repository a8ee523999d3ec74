/// A report as one self-contained HTML page.
enum ReportHTML {
  static func page(_ blocks: [ReportBlock], title: String, footer: Phrase) -> String {
    var body: [HTML] = []
    var isContentsDue = true
    for block in blocks {
      if isContentsDue, case .heading(2, _, _) = block {
        isContentsDue = false
        if let contents = contents(blocks) { body.append(contents) }
      }
      body += html(block)
    }
    return HTMLPage(title, style: style, body: body + [.element(.footer, footer.html)]).text
  }

  private static func contents(_ blocks: [ReportBlock]) -> HTML? {
    let places = blocks.compactMap { block -> HTML? in
      guard case .heading(2, let title, let id) = block else { return nil }
      return .element(.li, [.jump(to: id, title.text)])
    }
    return places.count < 3 ? nil : .element(.nav, [.label("On this page")], [.element(.ul, places)])
  }

  private static func html(_ block: ReportBlock) -> [HTML] {
    switch block {
    case .title(let above, let title):
      [.element(.header, [.element(.p, [.class("above")], above.html), .element(.h1, title.html)])]
    case .lead(let phrase): [.element(.p, [.class("lead")], phrase.html)]
    case .heading(let level, let title, let id):
      [.element(level == 2 ? .h2 : level == 3 ? .h3 : .h4, id.isEmpty ? [] : [.id(id)], title.html)]
    case .paragraph(let phrase): [.element(.p, phrase.html)]
    case .figures(let facts): facts.isEmpty ? [] : [HTMLParts.cards(facts.map { ($0.name, $0.value.html) })]
    case .facts(let facts): facts.isEmpty ? [] : [HTMLParts.facts(facts.map { ($0.name, $0.value.html) })]
    case .table(let table): self.table(table)
    case .list(let lines): lines.isEmpty ? [] : [.element(.ul, lines.map { .element(.li, $0.html) })]
    case .prose(let text): prose(text)
    case .exhibits(let exhibits): [self.exhibits(exhibits)]
    case .timeline(let drawing): [IncidentDrawingHTML(drawing: drawing).figure]
    }
  }

  /// A table without a header holds facts.
  private static func table(_ table: MarkdownTable) -> [HTML] {
    if table.rows.isEmpty { return [] }
    if table.header.allSatisfy(\.isEmpty), table.header.count == 2 {
      return [HTMLParts.facts(table.rows.map { ($0.first?.text ?? "", $0.last?.html ?? []) })]
    }
    return [HTMLParts.table(table.header, rows: table.rows.map { $0.map(\.html) })]
  }

  static func prose(_ text: String) -> [HTML] {
    ReportProse.blocks(text).map { block in
      switch block {
      case .paragraph(let lines):
        .element(.p, Array(lines.map { [$0.html] }.joined(separator: [.element(.br)])))
      case .bullets(let items): .element(.ul, items.map { .element(.li, [$0.html]) })
      case .numbered(let from, let items): .element(.ol, [.start(from)], items.map { .element(.li, [$0.html]) })
      }
    }
  }

  /// What is sick in one column, what is healthy beside it.
  private static func exhibits(_ exhibits: [Exhibit]) -> HTML {
    let columns = ["sick", "healthy", nil].map { health in exhibits.filter { $0.health == health } }
    return .element(
      .div, [.class("beside")],
      columns.filter { !$0.isEmpty }.map { .element(.div, [.class("stack")], $0.map(exhibit)) })
  }

  private static func exhibit(_ exhibit: Exhibit) -> HTML {
    var title: [HTML] = []
    if let health = exhibit.health {
      title = [.element(.span, [.class("tag \(health == "sick" ? "bad" : "good")")], [health.html]), " "]
    }
    title.append(exhibit.name.html)
    let content: HTML =
      switch exhibit.content {
      case .metric(let text): .element(.p, [.class("metric")], [text.html])
      case .log(let text): .element(.pre, [text.html])
      case .file(let phrase): .element(.p, [.class("quiet")], phrase.html)
      }
    return .element(.figure, [.class("panel")], [.element(.figcaption, title), content])
  }

  private static let style: StaticString = """
    .above{color:var(--soft);margin:0 0 .35rem;font-size:.9375rem}
    nav{margin-top:1.75rem}
    .metric{font-size:1.45rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
    .stack{display:grid;gap:1rem;align-content:start}.stack>*{margin:0}
    .pole{stroke:var(--edge);stroke-width:1.25}
    .to-detect{fill:var(--three)}.to-mitigate{fill:var(--two)}.to-resolve{fill:var(--four)}
    .to-detect,.to-mitigate,.to-resolve{fill-opacity:.28;stroke-width:1.25}
    .to-detect{stroke:var(--three)}.to-mitigate{stroke:var(--two)}.to-resolve{stroke:var(--four)}
    .open{stroke-dasharray:4 3}
    .hollow{fill:var(--paper);stroke:var(--three);stroke-width:2}
    .run{fill:var(--edge)}
    .cross line{fill:none}.under{stroke:var(--paper);stroke-width:5}.over{stroke:var(--bad);stroke-width:2.25}
    svg text.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
    """
}
