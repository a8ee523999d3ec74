/// A piece of a report, whatever it is written as.
///
/// All text from people is in phrases and prose, so that names can be masked and markup defused in one place.
enum ReportBlock {
  struct Fact {
    var name: String
    var value: Phrase

    init(_ name: String, _ value: Phrase) { (self.name, self.value) = (name, value) }
  }

  /// - `above`: stands over the title, smaller.
  case title(above: Phrase, Phrase)
  case lead(Phrase)
  /// Level 2 to 4; the id is the program's own.
  case heading(Int, Phrase, id: String = "")
  case paragraph(Phrase)
  /// The few figures that everybody looks for.
  case figures([Fact])
  case facts([Fact])
  case table(MarkdownTable)
  case list([Phrase])
  /// Somebody's text, of any length: paragraphs and lists are seen, nothing else is.
  case prose(String)
  case exhibits([Exhibit])
  case timeline(IncidentDrawing)

  func masked(by mask: NameMask) -> ReportBlock {
    func masked(_ facts: [Fact]) -> [Fact] { facts.map { Fact($0.name, mask.masked($0.value)) } }
    switch self {
    case .title(let above, let title): return .title(above: mask.masked(above), mask.masked(title))
    case .lead(let phrase): return .lead(mask.masked(phrase))
    case .heading(let level, let phrase, let id): return .heading(level, mask.masked(phrase), id: id)
    case .paragraph(let phrase): return .paragraph(mask.masked(phrase))
    case .figures(let facts): return .figures(masked(facts))
    case .facts(let facts): return .facts(masked(facts))
    case .table(let table):
      return .table(MarkdownTable(header: table.header, rows: table.rows.map { $0.map(mask.masked) }))
    case .list(let lines): return .list(lines.map(mask.masked))
    case .prose(let text): return .prose(mask.masked(text))
    case .exhibits(let exhibits): return .exhibits(exhibits.map { $0.masked(by: mask) })
    case .timeline(let drawing): return .timeline(drawing.masked(by: mask))
    }
  }
}

/// A piece of evidence on a report.
struct Exhibit {
  enum Content {
    /// A number with its unit.
    case metric(String)
    case log(String)
    /// What is known of a file; its content stays in the store.
    case file(Phrase)
  }

  /// `sick`, `healthy`, or nothing.
  var health: String?
  var name: String
  var content: Content

  func masked(by mask: NameMask) -> Exhibit {
    let content: Content =
      switch content {
      case .metric(let text): .metric(mask.masked(text))
      case .log(let text): .log(mask.masked(text))
      case .file(let phrase): .file(mask.masked(phrase))
      }
    return Exhibit(health: health, name: mask.masked(name), content: content)
  }
}
