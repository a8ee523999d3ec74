import ChecklistFile
import Domain
import Terminal
import Text

/// A version of a checklist, laid out to be read: what its runs are like, then each section with its steps.
struct ChecklistPage {
  struct Place: Hashable, Sendable {
    let step: StepID
    /// The index of the line where the step begins, with its number.
    let line: Int
    /// The index of the line after its last.
    let end: Int
  }

  private(set) var lines: [StyledLine] = []
  /// In the order of the page.
  private(set) var places: [Place] = []
  private let width: Int
  private let glyphs: Glyphs
  /// What stands in the place of a step's text, as with its words marked.
  private let texts: [StepID: [Span]]
  /// What follows a heading follows it at once.
  private var isAfterHeading = false

  init(_ version: ChecklistVersion, width: Int, glyphs: Glyphs = .unicode, texts: [StepID: [Span]] = [:]) {
    self.width = max(1, width)
    self.glyphs = glyphs
    self.texts = texts
    lines = ChecklistHeader(version: version, width: self.width, glyphs: glyphs).lines
    let prose = Self.prose(of: version)
    for part in prose where part.section == nil { add(part) }
    for section in Section.allCases {
      let steps = version.steps.filter { $0.section == section }
      let parts = prose.filter { $0.section == section }
      if !steps.isEmpty || !parts.isEmpty { add(section, steps, parts) }
    }
  }

  /// What stands outside of steps; only what prompts a rollback where the file can't be read again.
  private static func prose(of version: ChecklistVersion) -> [ChecklistProse] {
    let name = "\(version.reference.checklist).md"
    if let document = try? ChecklistDocument(source: version.source, fileName: name) { return document.prose }
    guard !version.rollbackPrompt.isEmpty else { return [] }
    return [ChecklistProse(section: .rollback, text: version.rollbackPrompt)]
  }

  private mutating func add(_ section: Section, _ steps: [Step], _ prose: [ChecklistProse]) {
    let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
    addBlank()
    addHeading([Span(section.rawValue.uppercased(), .bold), Span("  \(count)", .dim)])
    var group: [String] = []
    var rest = prose[...]
    for step in steps {
      while let part = rest.first, part.line < step.line {
        add(part.group, &group)
        add(part)
        rest.removeFirst()
      }
      add(step.group, &group)
      add(step)
    }
    for part in rest {
      add(part.group, &group)
      add(part)
    }
  }

  private mutating func add(_ group: [String], _ current: inout [String]) {
    guard group != current else { return }
    current = group
    guard !group.isEmpty else { return }
    addBlank()
    addHeading([Span(group.joined(separator: " / "), Style(dim: true, underline: true))])
  }

  private mutating func addHeading(_ spans: [Span]) {
    lines += SpanWrapping(width: width).lines(spans)
    isAfterHeading = true
  }

  private mutating func add(_ prose: ChecklistProse) {
    addBlank()
    lines += MarkdownLines.lines(of: MarkdownPage(prose.text), width: width, glyphs: glyphs)
    isAfterHeading = false
    addBlank()
  }

  private mutating func add(_ step: Step) {
    let start = lines.count
    var end: Int?
    defer { places.append(Place(step: step.id, line: start, end: end ?? lines.count)) }
    isAfterHeading = false
    let number = "\(step.number)".padded(toWidth: 3, alignment: .right)
    let indent = String(repeating: " ", count: min(4, step.depth) * 2)
    let first = [Span("\(number) ", .dim), Span(indent)]
    let isRoomy = first.displayWidth + Margin.leastRoom <= width
    let rest = isRoomy ? [Span(String(repeating: " ", count: first.displayWidth))] : []
    var text = texts[step.id] ?? MarkdownPage.inline(step.text).spans()
    if step.isKiller { text.append(Span(" \(glyphs.flag)", Style(foreground: .magenta, bold: true))) }
    lines += SpanWrapping(width: width, first: first, rest: rest).lines(text)
    lines += FactRows(width: width, margin: rest).lines(StepFacts.spans(of: step.attributes, glyphs))
    guard !step.body.isEmpty else { return }
    let body = MarkdownLines.lines(of: MarkdownPage(step.body), width: width - rest.displayWidth, glyphs: glyphs)
    lines += body.map { $0.spans.isEmpty ? $0 : StyledLine(rest + $0.spans) }
    // The blank line is not the step's.
    end = lines.count
    addBlank()
  }

  private mutating func addBlank() {
    if lines.last?.spans.isEmpty == false, !isAfterHeading { lines.append(StyledLine()) }
  }
}
