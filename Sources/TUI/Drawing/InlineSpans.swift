import ChecklistFile
import Terminal

extension [InlineRun] {
  /// The runs as spans of a line, on top of the style that all of it has. No mark is a colour alone: strikethrough,
  /// which a terminal need not have, keeps its signs, and a placeholder its braces. Line breaks are `\n`.
  func spans(on base: Style = .plain) -> [Span] {
    var spans: [Span] = []
    var isStruck = false
    for run in self {
      if run.marks.contains(.strikethrough) != isStruck {
        isStruck.toggle()
        spans.append("~~", base.dimmed)
      }
      let style = base.marked(run.marks)
      switch run.content {
      case .text(let text): spans.append(text, style)
      case .placeholder(_, let written):
        var style = style
        style.underline = true
        style.foreground = .yellow
        spans.append(written, style)
      case .address(let url): spans.append(" <\(url)>", base.dimmed)
      case .lineBreak: spans.append("\n", base)
      }
    }
    if isStruck { spans.append("~~", base.dimmed) }
    return spans
  }
}

extension Style {
  /// What a command looks like between words; in a block of its own the bar tells it.
  static let command = Style(foreground: .cyan)

  var dimmed: Style {
    var style = self
    style.bold = false
    style.dim = true
    return style
  }

  func marked(_ marks: InlineMarks) -> Style {
    var style = self
    if marks.contains(.code) {
      style.bold = true
      style.foreground = .cyan
    }
    if marks.contains(.strong) { style.bold = true }
    if marks.contains(.emphasis) { style.italic = true }
    if marks.contains(.link) { style.underline = true }
    if !marks.isDisjoint(with: [.html, .strikethrough]) { style = style.dimmed }
    return style
  }
}
