import ChecklistFile
import Terminal

/// One difference of a step in a sentence, its words marked.
struct StepChangeLines {
  let change: StepChange
  let width: Int

  /// A sign for each kind, so that no colour is needed to tell them apart.
  static func sign(of kind: StepChange.Kind) -> Span {
    switch kind {
    case .added: Span("+", Style(foreground: .green, bold: true))
    case .removed: Span("-", Style(foreground: .red, bold: true))
    case .reworded, .attributesChanged, .bodyChanged: Span("~", Style(foreground: .yellow, bold: true))
    case .moved: Span(">", Style(foreground: .cyan, bold: true))
    }
  }

  var lines: [StyledLine] {
    let first = [Self.sign(of: change.kind), Span(" ")]
    return SpanWrapping(width: width, first: first, rest: [Span("  ")]).lines([Span("\(head) ", .dim)] + words)
  }

  private var head: String {
    switch change.kind {
    case .added: "\(change.number) is new:"
    case .removed: "\(change.number) goes:"
    case .reworded: "\(change.number) reads:"
    case .moved: "\(change.number) moves:"
    case .attributesChanged: "\(change.number), attributes:"
    case .bodyChanged: "\(change.number), details:"
    }
  }

  private var words: [Span] {
    switch change.kind {
    case .added: [Span(change.new, WordMarks.added)]
    case .removed: [Span(change.old, WordMarks.removed)]
    case .moved: [Span("from \(change.old) to \(change.new)")]
    case .reworded, .attributesChanged: WordMarks.spans(change.words)
    case .bodyChanged: [Span("\n")] + WordMarks.spans(change.words)
    }
  }
}
