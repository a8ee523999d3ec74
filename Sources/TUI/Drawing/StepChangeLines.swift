import ChecklistFile
import Terminal

extension StepChange {
  /// The difference with a sign for its kind, its words marked, and changed details below.
  func lines(width: Int) -> [StyledLine] {
    let first = [kind.sign, Span(" ")]
    let head = SpanWrapping(width: width, first: first, rest: [Span("  ")])
      .lines([Span("\(title) ", .dim)] + content)
    return kind == .bodyChanged
      ? head
        + details.flatMap { detail in
          SpanWrapping(width: width, first: [Span("    ")], rest: [Span("    ")]).lines(detail)
        } : head
  }

  private var title: String {
    switch kind {
    case .added: "step \(number) is new:"
    case .removed: "step \(number) is gone:"
    case .reworded: "step \(number):"
    case .moved: "step \(number) moved"
    case .attributesChanged: "step \(number), attributes:"
    case .bodyChanged: "step \(number), details:"
    }
  }

  private var content: [Span] {
    switch kind {
    case .added: [Span(Self.line(new), .added)]
    case .removed: [Span(Self.line(old), .removed)]
    case .reworded: WordDiff(from: Self.line(old), to: Self.line(new)).spans()
    case .moved: [Span("from \(old) to \(new)")]
    case .attributesChanged: words.spans()
    case .bodyChanged: []
    }
  }

  /// The lines of the details with a change in them.
  private var details: [[Span]] {
    var lines: [[Span]] = [[]]
    for span in words.spans() {
      for (index, part) in span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Span(String(part), span.style)) }
      }
    }
    return lines.filter { $0.contains { $0.style != .plain } }
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension StepChange.Kind {
  /// A sign for each, so that no colour is needed to tell them apart.
  var sign: Span {
    switch self {
    case .added: Span("+", Style(foreground: .green, bold: true))
    case .removed: Span("-", Style(foreground: .red, bold: true))
    case .reworded, .attributesChanged, .bodyChanged: Span("~", Style(foreground: .yellow, bold: true))
    case .moved: Span(">", Style(foreground: .cyan, bold: true))
    }
  }
}
